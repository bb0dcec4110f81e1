import { Component, inject, signal } from '@angular/core';
import { form, FormField, required } from '@angular/forms/signals';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';

import { today } from '../../../core/days';
import { never } from '../../../core/errors/outcome';
import { injectInputSentence } from '../../../core/forms/input-sentence';
import { type Sentence, type Submission, submission } from '../../../core/forms/submission';
import { mutation, type RefusalOf } from '../../../core/graphql/mutation';
import { Formats } from '../../../core/i18n/formats';
import { injectTexts } from '../../../core/i18n/texts';
import { EndRoleDocument, type EndRoleMutation, type MemberPage_MemberFragment } from '../../../graphql/members';
import { DateField } from '../../../ui/date-field';
import { FormDialog } from '../../../ui/form-dialog';

type RoleAssignment = MemberPage_MemberFragment['roleAssignments'][number];

@Component({
  selector: 'coop-end-role-form',
  imports: [DateField, FormDialog, FormField],
  template: `
    <coop-form-dialog
      [heading]="t('members.roles.endNamed', { role: t('words.role.' + assignment.role) })"
      [action]="t('members.roles.end')"
      [form]="form"
      [sending]="sending"
    >
      <coop-date-field [label]="t('members.field.until')" [formField]="form.until" />
    </coop-form-dialog>
  `,
})
export class EndRoleForm {
  protected readonly t = injectTexts();
  protected readonly assignment = inject<RoleAssignment>(MAT_DIALOG_DATA);
  readonly #formats = inject(Formats);
  readonly #end = mutation(EndRoleDocument);
  readonly #dialog = inject(MatDialogRef);
  readonly #inputSentence = injectInputSentence();

  readonly #model = signal({ until: today() });
  protected readonly sending: Submission = submission({
    send: () => this.#end.run({ input: { roleAssignmentId: this.assignment.id, ...this.#model() } }),
    explain: (refusal) => this.#sentence(refusal),
    done: () => this.#dialog.close(),
  });
  protected readonly form = form(this.#model, (path) => required(path.until), { submission: this.sending });

  #sentence(refusal: RefusalOf<EndRoleMutation>): Sentence {
    switch (refusal.__typename) {
      case 'InvalidInputError':
        return this.#inputSentence(refusal, this.form);
      case 'RoleAssignmentNotFoundError':
        return this.t('members.refused.roleGone');
      case 'LastAdminError':
        return this.t('members.refused.lastAdmin', { day: this.#formats.day(refusal.from) });
      default:
        return never(refusal);
    }
  }
}
