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
  LeaveHouseholdDocument,
  type LeaveHouseholdMutation,
} from '../../../graphql/households';
import { DateField } from '../../../ui/date-field';
import { FormDialog } from '../../../ui/form-dialog';

export interface LeaveHouseholdData {
  readonly household: HouseholdPage_HouseholdFragment;
  readonly place: HouseholdPage_HouseholdFragment['members'][number];
}

/** A member moves on; the household stays. */
@Component({
  selector: 'coop-leave-household-form',
  imports: [DateField, FormDialog, FormField],
  template: `
    <coop-form-dialog
      [heading]="t('households.leave.heading', { name: place.member.displayName })"
      [action]="t('households.leave.action')"
      [form]="form"
      [sending]="sending"
    >
      <coop-date-field [label]="t('households.field.until')" [earliest]="place.from" [formField]="form.until" />
    </coop-form-dialog>
  `,
})
export class LeaveHouseholdForm {
  protected readonly t = injectTexts();
  readonly #household = inject<LeaveHouseholdData>(MAT_DIALOG_DATA).household;
  protected readonly place = inject<LeaveHouseholdData>(MAT_DIALOG_DATA).place;
  readonly #leave = mutation(LeaveHouseholdDocument);
  readonly #dialog = inject(MatDialogRef);
  readonly #inputSentence = injectInputSentence();

  readonly #model = signal({ until: today() });
  protected readonly sending: Submission = submission({
    send: () =>
      this.#leave.run({
        input: { householdId: this.#household.id, memberId: this.place.member.id, ...this.#model() },
      }),
    explain: (refusal) => this.#sentence(refusal),
    done: () => this.#dialog.close(),
  });
  protected readonly form = form(this.#model, (path) => required(path.until), { submission: this.sending });

  #sentence(refusal: RefusalOf<LeaveHouseholdMutation>): Sentence {
    switch (refusal.__typename) {
      case 'InvalidInputError':
        return this.#inputSentence(refusal, this.form);
      case 'HouseholdNotFoundError':
        return this.t('households.refused.gone');
      case 'NotInHouseholdError':
        return { fieldTree: this.form.until, message: this.t('households.refused.notInHousehold') };
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
