import { Component, inject, signal } from '@angular/core';
import { form, FormField, required } from '@angular/forms/signals';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';

import { today } from '../../../core/days';
import { never } from '../../../core/errors/outcome';
import { injectInputSentence } from '../../../core/forms/input-sentence';
import { type Sentence, type Submission, submission } from '../../../core/forms/submission';
import { mutation, type RefusalOf } from '../../../core/graphql/mutation';
import { injectTexts } from '../../../core/i18n/texts';
import {
  type MemberPage_MemberFragment,
  ResumeMembershipDocument,
  type ResumeMembershipMutation,
} from '../../../graphql/members';
import { DateField } from '../../../ui/date-field';
import { FormDialog } from '../../../ui/form-dialog';

/** A former member comes back. */
@Component({
  selector: 'coop-resume-membership-form',
  imports: [DateField, FormDialog, FormField],
  template: `
    <coop-form-dialog
      [heading]="t('members.resume.heading', { name: member.displayName })"
      [action]="t('members.resume.action')"
      [form]="form"
      [sending]="sending"
    >
      <coop-date-field [label]="t('members.field.joinedOn')" [formField]="form.joinedOn" />
    </coop-form-dialog>
  `,
})
export class ResumeMembershipForm {
  protected readonly t = injectTexts();
  protected readonly member = inject<MemberPage_MemberFragment>(MAT_DIALOG_DATA);
  readonly #resume = mutation(ResumeMembershipDocument);
  readonly #dialog = inject(MatDialogRef);
  readonly #inputSentence = injectInputSentence();

  readonly #model = signal({ joinedOn: today() });
  protected readonly sending: Submission = submission({
    send: () => this.#resume.run({ input: { memberId: this.member.id, ...this.#model() } }),
    explain: (refusal) => this.#sentence(refusal),
    done: () => this.#dialog.close(),
  });
  protected readonly form = form(this.#model, (path) => required(path.joinedOn), { submission: this.sending });

  #sentence(refusal: RefusalOf<ResumeMembershipMutation>): Sentence {
    switch (refusal.__typename) {
      case 'InvalidInputError':
        return this.#inputSentence(refusal, this.form);
      case 'MemberNotFoundError':
        return this.t('members.refused.gone');
      case 'MembershipPeriodsOverlapError':
        return { fieldTree: this.form.joinedOn, message: this.t('members.refused.periodsOverlap') };
      default:
        return never(refusal);
    }
  }
}
