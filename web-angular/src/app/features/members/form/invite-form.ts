import { Component, inject, signal } from '@angular/core';
import { email, form, FormField, required } from '@angular/forms/signals';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';

import { never } from '../../../core/errors/outcome';
import { injectInputSentence } from '../../../core/forms/input-sentence';
import { type Sentence, type Submission, submission } from '../../../core/forms/submission';
import { mutation, type RefusalOf } from '../../../core/graphql/mutation';
import { Formats } from '../../../core/i18n/formats';
import { injectTexts } from '../../../core/i18n/texts';
import {
  InviteMemberDocument,
  type InviteMemberMutation,
  type MemberPage_MemberFragment,
} from '../../../graphql/members';
import { Control, Field } from '../../../ui/field';
import { FormDialog } from '../../../ui/form-dialog';

/** Mails a link with which the member can sign in; closes with the address it went to. */
@Component({
  selector: 'coop-invite-form',
  imports: [Control, Field, FormDialog, FormField],
  template: `
    <coop-form-dialog
      [heading]="t('members.invitation.heading', { name: member.displayName })"
      [action]="t('members.invitation.send')"
      [form]="form"
      [sending]="sending"
    >
      <p class="muted">{{ t('members.invitation.text') }}</p>
      <coop-field [label]="t('members.field.email')">
        <input coopControl type="email" autocomplete="off" [formField]="form.email" />
      </coop-field>
    </coop-form-dialog>
  `,
})
export class InviteForm {
  protected readonly t = injectTexts();
  protected readonly member = inject<MemberPage_MemberFragment>(MAT_DIALOG_DATA);
  readonly #formats = inject(Formats);
  readonly #invite = mutation(InviteMemberDocument);
  readonly #dialog = inject<MatDialogRef<InviteForm, string>>(MatDialogRef);
  readonly #inputSentence = injectInputSentence();

  readonly #model = signal({ email: this.member.contact?.email ?? '' });
  protected readonly sending: Submission = submission({
    send: () => this.#invite.run({ input: { memberId: this.member.id, email: this.#model().email.trim() } }),
    explain: (refusal) => this.#sentence(refusal),
    done: ({ invitation }) => this.#dialog.close(invitation?.email),
  });
  protected readonly form = form(
    this.#model,
    (path) => {
      required(path.email);
      email(path.email);
    },
    { submission: this.sending },
  );

  #sentence(refusal: RefusalOf<InviteMemberMutation>): Sentence {
    switch (refusal.__typename) {
      case 'InvalidInputError':
        return this.#inputSentence(refusal, this.form);
      case 'MemberNotFoundError':
        return this.t('members.refused.gone');
      case 'MemberAlreadyHasAccountError':
        return this.t('members.refused.hasAccount');
      case 'MembershipNotCurrentError':
        return this.t('members.refused.notCurrent', { day: this.#formats.day(refusal.on) });
      default:
        return never(refusal);
    }
  }
}
