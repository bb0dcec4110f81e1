import { Component, inject, signal } from '@angular/core';
import { email, form, FormField, maxLength, required } from '@angular/forms/signals';
import { MatDialogRef } from '@angular/material/dialog';

import { today } from '../../../core/days';
import { never } from '../../../core/errors/outcome';
import { injectInputSentence } from '../../../core/forms/input-sentence';
import { type Sentence, type Submission, submission } from '../../../core/forms/submission';
import { mutation, type RefusalOf } from '../../../core/graphql/mutation';
import { Formats } from '../../../core/i18n/formats';
import { injectTexts } from '../../../core/i18n/texts';
import { AddMemberDocument, type AddMemberMutation, type Language, type Role } from '../../../graphql/members';
import { DateField } from '../../../ui/date-field';
import { Control, Field } from '../../../ui/field';
import { FormDialog } from '../../../ui/form-dialog';
import { languages } from './languages';

/** A person becomes a member; closes with the new member's id. */
@Component({
  selector: 'coop-add-member-form',
  imports: [Control, DateField, Field, FormDialog, FormField],
  styleUrl: '../../../ui/section.css',
  template: `
    <coop-form-dialog
      [heading]="t('members.add.heading')"
      [action]="t('members.add.action')"
      [form]="form"
      [sending]="sending"
    >
      <div class="pair">
        <coop-field [label]="t('members.field.givenName')">
          <input coopControl type="text" autocomplete="off" [formField]="form.givenName" />
        </coop-field>
        <coop-field [label]="t('members.field.familyName')">
          <input coopControl type="text" autocomplete="off" [formField]="form.familyName" />
        </coop-field>
      </div>
      <div class="pair">
        <coop-date-field [label]="t('members.field.joinedOn')" [formField]="form.joinedOn" />
        <coop-field [label]="t('members.role')">
          <select coopControl [formField]="form.role">
            @for (role of roles; track role) {
              <option [value]="role">{{ t('words.role.' + role) }}</option>
            }
          </select>
        </coop-field>
      </div>
      <div class="pair">
        <coop-field [label]="t('members.field.email')" optional>
          <input coopControl type="email" autocomplete="off" [formField]="form.email" />
        </coop-field>
        <coop-field [label]="t('members.field.phone')" optional>
          <input coopControl type="tel" autocomplete="off" [formField]="form.phone" />
        </coop-field>
        <coop-field [label]="t('members.language.label')">
          <select coopControl [formField]="form.language">
            <option value="">{{ t('members.language.ofCoop') }}</option>
            @for (language of languages; track language) {
              <option [value]="language">{{ formats.language(language) }}</option>
            }
          </select>
        </coop-field>
      </div>
    </coop-form-dialog>
  `,
})
export class AddMemberForm {
  protected readonly t = injectTexts();
  protected readonly formats = inject(Formats);
  readonly #add = mutation(AddMemberDocument);
  readonly #dialog = inject<MatDialogRef<AddMemberForm, string>>(MatDialogRef);
  readonly #inputSentence = injectInputSentence();

  protected readonly languages = languages;
  protected readonly roles: readonly Role[] = ['RESIDENT', 'MAINTAINER', 'ADMIN', 'OBSERVER'];
  readonly #model = signal({
    givenName: '',
    familyName: '',
    joinedOn: today(),
    role: 'RESIDENT' as Role,
    email: '',
    phone: '',
    language: '' as Language | '',
  });
  protected readonly sending: Submission = submission({
    send: () => {
      const { email, phone, language, ...rest } = this.#model();
      return this.#add.run({
        input: { ...rest, email: email.trim() || null, phone: phone.trim() || null, language: language || null },
      });
    },
    explain: (refusal) => this.#sentence(refusal),
    done: ({ member }) => this.#dialog.close(member?.id),
  });
  protected readonly form = form(
    this.#model,
    (path) => {
      required(path.familyName, { when: ({ valueOf }) => !valueOf(path.givenName).trim() });
      maxLength(path.givenName, 100);
      maxLength(path.familyName, 100);
      required(path.joinedOn);
      email(path.email);
      maxLength(path.phone, 50);
    },
    { submission: this.sending },
  );

  #sentence(refusal: RefusalOf<AddMemberMutation>): Sentence {
    switch (refusal.__typename) {
      case 'InvalidInputError':
        return this.#inputSentence(refusal, this.form);
      default:
        return never(refusal.__typename);
    }
  }
}
