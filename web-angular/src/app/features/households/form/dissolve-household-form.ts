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
  type HouseholdPage_HouseholdFragment,
  DissolveHouseholdDocument,
  type DissolveHouseholdMutation,
} from '../../../graphql/households';
import { DateField } from '../../../ui/date-field';
import { FormDialog } from '../../../ui/form-dialog';

/** Everybody moves on, and the household is over. */
@Component({
  selector: 'coop-dissolve-household-form',
  imports: [DateField, FormDialog, FormField],
  template: `
    <coop-form-dialog
      [heading]="t('households.dissolve.heading', { name: household.name })"
      [action]="t('households.dissolve.action')"
      [form]="form"
      [sending]="sending"
    >
      <p class="muted">{{ t('households.dissolve.text') }}</p>
      <coop-date-field [label]="t('households.dissolve.until')" [formField]="form.until" />
    </coop-form-dialog>
  `,
})
export class DissolveHouseholdForm {
  protected readonly t = injectTexts();
  protected readonly household = inject<HouseholdPage_HouseholdFragment>(MAT_DIALOG_DATA);
  readonly #dissolve = mutation(DissolveHouseholdDocument);
  readonly #dialog = inject(MatDialogRef);
  readonly #inputSentence = injectInputSentence();

  readonly #model = signal({ until: today() });
  protected readonly sending: Submission = submission({
    send: () => this.#dissolve.run({ input: { householdId: this.household.id, ...this.#model() } }),
    explain: (refusal) => this.#sentence(refusal),
    done: () => this.#dialog.close(),
  });
  protected readonly form = form(this.#model, (path) => required(path.until), { submission: this.sending });

  #sentence(refusal: RefusalOf<DissolveHouseholdMutation>): Sentence {
    switch (refusal.__typename) {
      case 'InvalidInputError':
        return this.#inputSentence(refusal, this.form);
      case 'HouseholdNotFoundError':
        return this.t('households.refused.gone');
      case 'HouseholdStillLivesHereError':
        return {
          fieldTree: this.form.until,
          message: this.t('households.refused.stillLivesHere', { unit: refusal.unitNumber }),
        };
      default:
        return never(refusal);
    }
  }
}
