import { Component, inject, input, linkedSignal } from '@angular/core';
import { email, form, FormField, FormRoot } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';

import { ActiveCoop } from '../../../core/auth/active-coop';
import { never } from '../../../core/errors/outcome';
import { injectInputSentence } from '../../../core/forms/input-sentence';
import { type Sentence, type Submission, submission } from '../../../core/forms/submission';
import { mutation, type RefusalOf } from '../../../core/graphql/mutation';
import { injectTexts } from '../../../core/i18n/texts';
import {
  ChangeContactDetailsDocument,
  type ChangeContactDetailsMutation,
  type ContactDetailsForm_MemberFragment,
  type ContactVisibility,
} from '../../../graphql/account';
import { Control, Field } from '../../../ui/field';
import { FormNotes } from '../../../ui/form-notes';
import { keepTyped } from '../../../ui/kept-form';
import { Toast } from '../../../ui/toast';

/** How to be reached in the active co-op, and who may see it. */
@Component({
  selector: 'coop-contact-details-form',
  imports: [Control, Field, FormField, FormNotes, FormRoot, MatButton],
  styleUrls: ['../section.css', './contact-details-form.css'],
  templateUrl: './contact-details-form.html',
})
export class ContactDetailsForm {
  protected readonly t = injectTexts();
  readonly #change = mutation(ChangeContactDetailsDocument);
  readonly #toast = inject(Toast);
  readonly #inputSentence = injectInputSentence();

  readonly member = input.required<ContactDetailsForm_MemberFragment>();

  protected readonly visibilities: readonly ContactVisibility[] = ['MEMBERS', 'BOARD'];
  readonly #model = linkedSignal(() => {
    const { contact, contactVisibility } = this.member();
    return {
      email: contact?.email ?? '',
      emailVisibility: contactVisibility?.email ?? ('BOARD' as ContactVisibility),
      phone: contact?.phone ?? '',
      phoneVisibility: contactVisibility?.phone ?? ('BOARD' as ContactVisibility),
    };
  });
  protected readonly sending: Submission = submission({
    send: () => {
      const { email, phone, ...visibility } = this.#model();
      return this.#change.run({
        input: { memberId: this.member().id, email: email.trim() || null, phone: phone.trim() || null, ...visibility },
      });
    },
    explain: (refusal) => this.#sentence(refusal),
    done: () => {
      this.form().reset();
      this.#toast.say(this.t('ui.saved'));
    },
  });
  protected readonly form = form(this.#model, (path) => email(path.email), { submission: this.sending });

  constructor() {
    keepTyped(`contact details in ${inject(ActiveCoop).slug()}`, () => this.form);
  }

  #sentence(refusal: RefusalOf<ChangeContactDetailsMutation>): Sentence {
    switch (refusal.__typename) {
      case 'InvalidInputError':
        return this.#inputSentence(refusal, this.form);
      case 'MemberNotFoundError':
        return this.t('account.contact.gone');
      default:
        return never(refusal);
    }
  }
}
