import { Component, inject, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';

import { never } from '../../../core/errors/outcome';
import { injectInputSentence } from '../../../core/forms/input-sentence';
import { type Sentence, type Submission, submission } from '../../../core/forms/submission';
import { mutation, type RefusalOf } from '../../../core/graphql/mutation';
import { Formats } from '../../../core/i18n/formats';
import { injectTexts } from '../../../core/i18n/texts';
import {
  ChangeMemberLanguageDocument,
  type ChangeMemberLanguageMutation,
  type MemberPage_MemberFragment,
} from '../../../graphql/members';
import { Control, Field } from '../../../ui/field';
import { FormDialog } from '../../../ui/form-dialog';
import { languages } from './languages';

/** In which language the co-op writes to a member. */
@Component({
  selector: 'coop-language-form',
  imports: [Control, Field, FormDialog, FormField],
  template: `
    <coop-form-dialog
      [heading]="t('members.language.heading', { name })"
      [action]="t('ui.save')"
      [form]="form"
      [sending]="sending"
    >
      <coop-field [label]="t('members.language.label')" [hint]="t('members.language.hint')">
        <select coopControl [formField]="form.language">
          @for (language of languages; track language) {
            <option [value]="language">{{ formats.language(language) }}</option>
          }
        </select>
      </coop-field>
    </coop-form-dialog>
  `,
})
export class LanguageForm {
  protected readonly t = injectTexts();
  protected readonly formats = inject(Formats);
  readonly #member = inject<MemberPage_MemberFragment>(MAT_DIALOG_DATA);
  readonly #change = mutation(ChangeMemberLanguageDocument);
  readonly #dialog = inject(MatDialogRef);
  readonly #inputSentence = injectInputSentence();

  protected readonly name = this.#member.displayName;
  protected readonly languages = languages;
  readonly #model = signal({ language: this.#member.language });
  protected readonly sending: Submission = submission({
    send: () => this.#change.run({ input: { memberId: this.#member.id, ...this.#model() } }),
    explain: (refusal) => this.#sentence(refusal),
    done: () => this.#dialog.close(),
  });
  protected readonly form = form(this.#model, { submission: this.sending });

  #sentence(refusal: RefusalOf<ChangeMemberLanguageMutation>): Sentence {
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
