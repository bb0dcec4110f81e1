import { Component, inject, signal } from '@angular/core';
import { form, FormField, required } from '@angular/forms/signals';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';

import { never } from '../../../core/errors/outcome';
import { injectInputSentence } from '../../../core/forms/input-sentence';
import { type Sentence, type Submission, submission } from '../../../core/forms/submission';
import { mutation, type RefusalOf } from '../../../core/graphql/mutation';
import { Formats } from '../../../core/i18n/formats';
import { injectTexts } from '../../../core/i18n/texts';
import {
  CorrectOccupancyDocument,
  type CorrectOccupancyMutation,
  type OccupancyCapacity,
  type UnitOccupancy_OccupancyFragment,
} from '../../../graphql/units';
import { DateField } from '../../../ui/date-field';
import { Control, Field } from '../../../ui/field';
import { FormDialog } from '../../../ui/form-dialog';
import { injectAlreadyLet } from './already-let';

/** Says what was really so; what was believed before stays on record. */
@Component({
  selector: 'coop-correct-occupancy-form',
  imports: [Control, DateField, Field, FormDialog, FormField],
  styleUrl: '../../../ui/section.css',
  template: `
    <coop-form-dialog
      [heading]="t('units.correct.heading', { name })"
      [action]="t('units.correct.save')"
      [form]="form"
      [sending]="sending"
    >
      <p class="muted">{{ t('units.correct.text') }}</p>
      <div class="pair">
        <coop-date-field [label]="t('units.field.from')" [formField]="form.from" />
        <coop-date-field
          [label]="t('units.field.until')"
          [hint]="t('units.field.untilHint')"
          [formField]="form.until"
        />
      </div>
      <coop-field [label]="t('units.field.capacity')">
        <select coopControl [formField]="form.capacity">
          @for (capacity of capacities; track capacity) {
            <option [value]="capacity">{{ t('words.capacity.' + capacity) }}</option>
          }
        </select>
      </coop-field>
    </coop-form-dialog>
  `,
})
export class CorrectOccupancyForm {
  protected readonly t = injectTexts();
  protected readonly occupancy = inject<UnitOccupancy_OccupancyFragment>(MAT_DIALOG_DATA);
  protected readonly name = this.occupancy.household?.name ?? this.occupancy.member?.displayName ?? '';
  readonly #correct = mutation(CorrectOccupancyDocument);
  readonly #dialog = inject(MatDialogRef);
  readonly #inputSentence = injectInputSentence();
  readonly #formats = inject(Formats);
  readonly #alreadyLet = injectAlreadyLet();

  protected readonly capacities: readonly OccupancyCapacity[] = ['TENANT', 'OWNER', 'SUBTENANT', 'GUEST'];
  readonly #model = signal({
    from: this.occupancy.from,
    until: this.occupancy.until ?? '',
    capacity: this.occupancy.capacity,
  });
  protected readonly sending: Submission = submission({
    send: () => {
      const { from, until, capacity } = this.#model();
      return this.#correct.run({ input: { occupancyId: this.occupancy.id, from, until: until || null, capacity } });
    },
    explain: (refusal) => this.#sentence(refusal),
    done: () => this.#dialog.close(),
  });
  protected readonly form = form(this.#model, (path) => required(path.from), { submission: this.sending });

  #sentence(refusal: RefusalOf<CorrectOccupancyMutation>): Sentence {
    switch (refusal.__typename) {
      case 'InvalidInputError':
        return this.#inputSentence(refusal, this.form);
      case 'OccupancyNotFoundError':
      case 'OccupancySupersededError':
        return this.t('units.refused.superseded');
      case 'MembershipNotCurrentError':
        return this.t('units.refused.notCurrent', { day: this.#formats.day(refusal.on) });
      case 'HouseholdEmptyError':
        return this.t('units.refused.householdEmpty', { day: this.#formats.day(refusal.on) });
      case 'UnitAlreadyLetError':
        return { fieldTree: this.form.from, message: this.#alreadyLet(refusal) };
      case 'CommonPlaceCannotBeLetError':
        return this.t('units.refused.commonPlace', { unit: refusal.unitNumber });
      default:
        return never(refusal);
    }
  }
}
