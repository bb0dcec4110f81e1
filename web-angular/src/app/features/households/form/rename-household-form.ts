import { Component, inject, signal } from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';

import { never } from '../../../core/errors/outcome';
import { injectInputSentence } from '../../../core/forms/input-sentence';
import { type Sentence, type Submission, submission } from '../../../core/forms/submission';
import { mutation, type RefusalOf } from '../../../core/graphql/mutation';
import { injectTexts } from '../../../core/i18n/texts';
import {
  type HouseholdPage_HouseholdFragment,
  RenameHouseholdDocument,
  type RenameHouseholdMutation,
} from '../../../graphql/households';
import { Control, Field } from '../../../ui/field';
import { FormDialog } from '../../../ui/form-dialog';

@Component({
  selector: 'coop-rename-household-form',
  imports: [Control, Field, FormDialog, FormField],
  template: `
    <coop-form-dialog
      [heading]="t('households.rename.heading')"
      [action]="t('ui.save')"
      [form]="form"
      [sending]="sending"
    >
      <coop-field [label]="t('households.field.name')">
        <input coopControl type="text" autocomplete="off" [formField]="form.name" />
      </coop-field>
    </coop-form-dialog>
  `,
})
export class RenameHouseholdForm {
  protected readonly t = injectTexts();
  readonly #household = inject<HouseholdPage_HouseholdFragment>(MAT_DIALOG_DATA);
  readonly #rename = mutation(RenameHouseholdDocument);
  readonly #dialog = inject(MatDialogRef);
  readonly #inputSentence = injectInputSentence();

  readonly #model = signal({ name: this.#household.name });
  protected readonly sending: Submission = submission({
    send: () => this.#rename.run({ input: { householdId: this.#household.id, ...this.#model() } }),
    explain: (refusal) => this.#sentence(refusal),
    done: () => this.#dialog.close(),
  });
  protected readonly form = form(
    this.#model,
    (path) => {
      required(path.name);
      maxLength(path.name, 100);
    },
    { submission: this.sending },
  );

  #sentence(refusal: RefusalOf<RenameHouseholdMutation>): Sentence {
    switch (refusal.__typename) {
      case 'InvalidInputError':
        return this.#inputSentence(refusal, this.form);
      case 'HouseholdNotFoundError':
        return this.t('households.refused.gone');
      default:
        return never(refusal);
    }
  }
}
