import { Component, inject, signal } from '@angular/core';
import { form, FormField, required } from '@angular/forms/signals';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';

import { today } from '../../../core/days';
import { never } from '../../../core/errors/outcome';
import { injectInputSentence } from '../../../core/forms/input-sentence';
import { type Sentence, type Submission, submission } from '../../../core/forms/submission';
import { mutation, type RefusalOf } from '../../../core/graphql/mutation';
import { Formats } from '../../../core/i18n/formats';
import { injectTexts } from '../../../core/i18n/texts';
import { MoveOutDocument, type MoveOutMutation, type UnitOccupancy_OccupancyFragment } from '../../../graphql/units';
import { DateField } from '../../../ui/date-field';
import { FormDialog } from '../../../ui/form-dialog';
import { injectAlreadyLet } from './already-let';

/** The last day of somebody in a unit. */
@Component({
  selector: 'coop-move-out-form',
  imports: [DateField, FormDialog, FormField],
  template: `
    <coop-form-dialog
      [heading]="t('units.moveOut.heading', { name })"
      [action]="t('units.moveOut.action')"
      [form]="form"
      [sending]="sending"
    >
      <coop-date-field [label]="t('units.field.lastDay')" [earliest]="occupancy.from" [formField]="form.until" />
    </coop-form-dialog>
  `,
})
export class MoveOutForm {
  protected readonly t = injectTexts();
  protected readonly occupancy = inject<UnitOccupancy_OccupancyFragment>(MAT_DIALOG_DATA);
  protected readonly name = this.occupancy.household?.name ?? this.occupancy.member?.displayName ?? '';
  readonly #moveOut = mutation(MoveOutDocument);
  readonly #dialog = inject(MatDialogRef);
  readonly #inputSentence = injectInputSentence();
  readonly #formats = inject(Formats);
  readonly #alreadyLet = injectAlreadyLet();

  readonly #model = signal({ until: this.occupancy.until ?? today() });
  protected readonly sending: Submission = submission({
    send: () => this.#moveOut.run({ input: { occupancyId: this.occupancy.id, ...this.#model() } }),
    explain: (refusal) => this.#sentence(refusal),
    done: () => this.#dialog.close(),
  });
  protected readonly form = form(this.#model, (path) => required(path.until), { submission: this.sending });

  #sentence(refusal: RefusalOf<MoveOutMutation>): Sentence {
    switch (refusal.__typename) {
      case 'InvalidInputError':
        return this.#inputSentence(refusal, this.form);
      case 'OccupancyNotFoundError':
      case 'OccupancySupersededError':
        return this.t('units.refused.superseded');
      case 'MembershipNotCurrentError':
        return {
          fieldTree: this.form.until,
          message: this.t('units.refused.notCurrent', { day: this.#formats.day(refusal.on) }),
        };
      case 'HouseholdEmptyError':
        return {
          fieldTree: this.form.until,
          message: this.t('units.refused.householdEmpty', { day: this.#formats.day(refusal.on) }),
        };
      case 'UnitAlreadyLetError':
        return { fieldTree: this.form.until, message: this.#alreadyLet(refusal) };
      case 'CommonPlaceCannotBeLetError':
        return this.t('units.refused.commonPlace', { unit: refusal.unitNumber });
      default:
        return never(refusal);
    }
  }
}
