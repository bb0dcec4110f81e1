import { Component, inject, signal } from '@angular/core';
import { form, FormField, required } from '@angular/forms/signals';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';

import { type Submission, submission } from '../../../core/forms/submission';
import { mutation } from '../../../core/graphql/mutation';
import { injectTexts } from '../../../core/i18n/texts';
import { AssignTaskDocument } from '../../../graphql/tasks';
import { FormDialog } from '../../../ui/form-dialog';
import { type Choice, SearchChoice } from '../../../ui/search-choice';
import { injectRefusals } from '../refusals';
import { memberChoices } from './member-choices';

/** Gives a task to somebody, beside those who have it. */
@Component({
  selector: 'coop-assign-form',
  imports: [FormDialog, FormField, SearchChoice],
  template: `
    <coop-form-dialog
      [heading]="t('tasks.people.assign')"
      [action]="t('tasks.people.assignAction')"
      [form]="form"
      [sending]="sending"
    >
      <coop-search-choice
        [label]="t('tasks.people.member')"
        [choices]="members.found()"
        [lookup]="members.lookup"
        [formField]="form.member"
        (asked)="members.asked.set($event)"
      />
    </coop-form-dialog>
  `,
})
export class AssignForm {
  protected readonly t = injectTexts();
  protected readonly members = memberChoices();
  readonly #taskId = inject<string>(MAT_DIALOG_DATA);
  readonly #assign = mutation(AssignTaskDocument);
  readonly #dialog = inject(MatDialogRef);
  readonly #sentence = injectRefusals();

  readonly #model = signal({ member: null as Choice | null });
  protected readonly sending: Submission = submission({
    send: () => this.#assign.run({ input: { taskId: this.#taskId, memberId: this.#model().member?.id ?? '' } }),
    explain: (refusal) => this.#sentence(refusal),
    done: () => this.#dialog.close(),
  });
  protected readonly form = form(this.#model, (path) => required(path.member), { submission: this.sending });
}
