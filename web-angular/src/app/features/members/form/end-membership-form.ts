import { Component, inject, signal } from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';

import { today } from '../../../core/days';
import { never } from '../../../core/errors/outcome';
import { injectInputSentence } from '../../../core/forms/input-sentence';
import { type Sentence, type Submission, submission } from '../../../core/forms/submission';
import { mutation, type RefusalOf } from '../../../core/graphql/mutation';
import { Formats } from '../../../core/i18n/formats';
import { injectTexts } from '../../../core/i18n/texts';
import {
  EndMembershipDocument,
  type EndMembershipMutation,
  type MemberPage_MemberFragment,
} from '../../../graphql/members';
import { DateField } from '../../../ui/date-field';
import { Control, Field } from '../../../ui/field';
import { FormDialog } from '../../../ui/form-dialog';

/** A member leaves the co-op; the past stays answerable. */
@Component({
  selector: 'coop-end-membership-form',
  imports: [Control, DateField, Field, FormDialog, FormField],
  template: `
    <coop-form-dialog
      [heading]="t('members.end.heading', { name: member.displayName })"
      [action]="t('members.end.action')"
      [form]="form"
      [sending]="sending"
    >
      <p class="muted">{{ t('members.end.text') }}</p>
      <coop-date-field
        [label]="t('members.field.leftOn')"
        [hint]="t('members.field.lastDay')"
        [formField]="form.leftOn"
      />
      <coop-field [label]="t('members.field.reason')" optional>
        <input coopControl type="text" autocomplete="off" [formField]="form.reason" />
      </coop-field>
    </coop-form-dialog>
  `,
})
export class EndMembershipForm {
  protected readonly t = injectTexts();
  protected readonly member = inject<MemberPage_MemberFragment>(MAT_DIALOG_DATA);
  readonly #formats = inject(Formats);
  readonly #end = mutation(EndMembershipDocument);
  readonly #dialog = inject(MatDialogRef);
  readonly #inputSentence = injectInputSentence();

  readonly #model = signal({ leftOn: today(), reason: '' });
  protected readonly sending: Submission = submission({
    send: () => {
      const { leftOn, reason } = this.#model();
      return this.#end.run({ input: { memberId: this.member.id, leftOn, reason: reason.trim() || null } });
    },
    explain: (refusal) => this.#sentence(refusal),
    done: () => this.#dialog.close(),
  });
  protected readonly form = form(
    this.#model,
    (path) => {
      required(path.leftOn);
      maxLength(path.reason, 200);
    },
    { submission: this.sending },
  );

  #sentence(refusal: RefusalOf<EndMembershipMutation>): Sentence {
    const { leftOn } = this.form;
    switch (refusal.__typename) {
      case 'InvalidInputError':
        return this.#inputSentence(refusal, this.form);
      case 'MemberNotFoundError':
        return this.t('members.refused.gone');
      case 'MembershipNotCurrentError': {
        const message = this.t('members.refused.notCurrent', { day: this.#formats.day(refusal.on) });
        return { fieldTree: leftOn, message };
      }
      case 'MemberStillLivesHereError':
        return this.t('members.refused.stillLivesHere', { unit: refusal.unitNumber });
      case 'LastAdminError':
        return this.t('members.refused.lastAdmin', { day: this.#formats.day(refusal.from) });
      default:
        return never(refusal);
    }
  }
}
