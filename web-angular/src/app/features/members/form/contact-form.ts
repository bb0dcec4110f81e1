import { Component, inject, signal } from '@angular/core';
import { email, form, FormField, maxLength } from '@angular/forms/signals';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';

import { never } from '../../../core/errors/outcome';
import { injectInputSentence } from '../../../core/forms/input-sentence';
import { type Sentence, type Submission, submission } from '../../../core/forms/submission';
import { mutation, type RefusalOf } from '../../../core/graphql/mutation';
import { injectTexts } from '../../../core/i18n/texts';
import {
  ChangeMemberContactDocument,
  type ChangeMemberContactMutation,
  type ContactVisibility,
  type MemberPage_MemberFragment,
} from '../../../graphql/members';
import { Control, Field } from '../../../ui/field';
import { FormDialog } from '../../../ui/form-dialog';

/** How a member is reached, and who may see it. */
@Component({
  selector: 'coop-contact-form',
  imports: [Control, Field, FormDialog, FormField],
  styleUrl: '../../../ui/section.css',
  template: `
    <coop-form-dialog [heading]="t('members.contact.change')" [action]="t('ui.save')" [form]="form" [sending]="sending">
      <div class="pair">
        <coop-field [label]="t('members.field.email')" optional>
          <input coopControl type="email" autocomplete="off" [formField]="form.email" />
        </coop-field>
        <coop-field [label]="t('members.contact.emailVisibility')">
          <select coopControl [formField]="form.emailVisibility">
            @for (visibility of visibilities; track visibility) {
              <option [value]="visibility">{{ t('members.contact.visibility.' + visibility) }}</option>
            }
          </select>
        </coop-field>
        <coop-field [label]="t('members.field.phone')" optional>
          <input coopControl type="tel" autocomplete="off" [formField]="form.phone" />
        </coop-field>
        <coop-field [label]="t('members.contact.phoneVisibility')">
          <select coopControl [formField]="form.phoneVisibility">
            @for (visibility of visibilities; track visibility) {
              <option [value]="visibility">{{ t('members.contact.visibility.' + visibility) }}</option>
            }
          </select>
        </coop-field>
      </div>
    </coop-form-dialog>
  `,
})
export class ContactForm {
  protected readonly t = injectTexts();
  readonly #member = inject<MemberPage_MemberFragment>(MAT_DIALOG_DATA);
  readonly #change = mutation(ChangeMemberContactDocument);
  readonly #dialog = inject(MatDialogRef);
  readonly #inputSentence = injectInputSentence();

  protected readonly visibilities: readonly ContactVisibility[] = ['MEMBERS', 'BOARD'];
  readonly #model = signal({
    email: this.#member.contact?.email ?? '',
    emailVisibility: this.#member.contactVisibility?.email ?? ('BOARD' as ContactVisibility),
    phone: this.#member.contact?.phone ?? '',
    phoneVisibility: this.#member.contactVisibility?.phone ?? ('BOARD' as ContactVisibility),
  });
  protected readonly sending: Submission = submission({
    send: () => {
      const { email, phone, ...visibility } = this.#model();
      const memberId = this.#member.id;
      return this.#change.run({
        input: { memberId, email: email.trim() || null, phone: phone.trim() || null, ...visibility },
      });
    },
    explain: (refusal) => this.#sentence(refusal),
    done: () => this.#dialog.close(),
  });
  protected readonly form = form(
    this.#model,
    (path) => {
      email(path.email);
      maxLength(path.phone, 50);
    },
    { submission: this.sending },
  );

  #sentence(refusal: RefusalOf<ChangeMemberContactMutation>): Sentence {
    switch (refusal.__typename) {
      case 'InvalidInputError':
        return this.#inputSentence(refusal, this.form);
      case 'MemberNotFoundError':
        return this.t('members.refused.gone');
      default:
        return never(refusal);
    }
  }
}
