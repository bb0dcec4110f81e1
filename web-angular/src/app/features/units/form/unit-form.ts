import { Component, inject, signal } from '@angular/core';
import { form, FormField, max, maxLength, min, required } from '@angular/forms/signals';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';

import { never } from '../../../core/errors/outcome';
import { injectInputSentence } from '../../../core/forms/input-sentence';
import { type Sentence, type Submission, submission } from '../../../core/forms/submission';
import { mutation, type RefusalOf } from '../../../core/graphql/mutation';
import { injectTexts } from '../../../core/i18n/texts';
import {
  AddUnitDocument,
  type AddUnitMutation,
  type Building_BuildingFragment,
  ChangeUnitDocument,
  type ChangeUnitMutation,
  type UnitPage_UnitFragment,
  type UnitType,
} from '../../../graphql/units';
import { Control, Field } from '../../../ui/field';
import { FormDialog } from '../../../ui/form-dialog';
import { injectAlreadyLet } from './already-let';

export interface UnitFormData {
  readonly building: Building_BuildingFragment;
  readonly unit?: UnitPage_UnitFragment;
}

/** A new unit of a building, or other facts about one; closes with its id. */
@Component({
  selector: 'coop-unit-form',
  imports: [Control, Field, FormDialog, FormField],
  styleUrl: '../../../ui/section.css',
  template: `
    <coop-form-dialog
      [heading]="unit ? t('units.changeUnit') : t('units.addTo', { name: building.name })"
      [action]="t(unit ? 'ui.save' : 'units.add')"
      [form]="form"
      [sending]="sending"
    >
      <div class="pair">
        <coop-field [label]="t('units.column.number')">
          <input coopControl type="text" autocomplete="off" [formField]="form.number" />
        </coop-field>
        <coop-field [label]="t('units.column.type')">
          <select coopControl [formField]="form.type">
            @for (type of types; track type) {
              <option [value]="type">{{ t('words.unitType.' + type) }}</option>
            }
          </select>
        </coop-field>
        <coop-field [label]="t('units.column.floor')" optional>
          <input coopControl type="number" step="1" [formField]="form.floor" />
        </coop-field>
        <coop-field [label]="t('units.field.size')" optional>
          <input coopControl type="number" step="0.01" [formField]="form.sizeSquareMetres" />
        </coop-field>
        <coop-field [label]="t('units.field.rooms')" optional>
          <input coopControl type="number" step="0.5" [formField]="form.rooms" />
        </coop-field>
        <coop-field [label]="t('units.field.shares')" [hint]="t('units.field.sharesHint')">
          <input coopControl type="number" step="1" [formField]="form.shares" />
        </coop-field>
      </div>
    </coop-form-dialog>
  `,
})
export class UnitForm {
  protected readonly t = injectTexts();
  protected readonly building = inject<UnitFormData>(MAT_DIALOG_DATA).building;
  protected readonly unit = inject<UnitFormData>(MAT_DIALOG_DATA).unit;
  readonly #add = mutation(AddUnitDocument);
  readonly #change = mutation(ChangeUnitDocument);
  readonly #dialog = inject<MatDialogRef<UnitForm, string>>(MatDialogRef);
  readonly #inputSentence = injectInputSentence();
  readonly #isLet = injectAlreadyLet('units.refused.isLet');

  protected readonly types: readonly UnitType[] = ['FLAT', 'ROOM', 'COMMERCIAL', 'STORAGE', 'PARKING', 'COMMON'];
  readonly #model = signal({
    number: this.unit?.number ?? '',
    type: this.unit?.type ?? ('FLAT' as UnitType),
    floor: this.unit?.floor ?? null,
    sizeSquareMetres: this.unit?.sizeSquareMetres ?? null,
    rooms: this.unit?.rooms ?? null,
    shares: this.unit?.shares ?? 1,
  });
  protected readonly sending: Submission = submission({
    send: () =>
      this.unit
        ? this.#change.run({ input: { unitId: this.unit.id, ...this.#model() } })
        : this.#add.run({ input: { buildingId: this.building.id, ...this.#model() } }),
    explain: (refusal: RefusalOf<AddUnitMutation> | RefusalOf<ChangeUnitMutation>) => this.#sentence(refusal),
    done: ({ unit }) => this.#dialog.close(unit?.id),
  });
  protected readonly form = form(
    this.#model,
    (path) => {
      required(path.number);
      maxLength(path.number, 30);
      min(path.floor, -9);
      max(path.floor, 200);
      min(path.sizeSquareMetres, 0.01);
      max(path.sizeSquareMetres, 99_999);
      min(path.rooms, 0);
      max(path.rooms, 999);
      required(path.shares);
      min(path.shares, 0);
      max(path.shares, 1_000_000);
    },
    { submission: this.sending },
  );

  #sentence(refusal: RefusalOf<AddUnitMutation> | RefusalOf<ChangeUnitMutation>): Sentence {
    switch (refusal.__typename) {
      case 'InvalidInputError':
        return this.#inputSentence(refusal, this.form);
      case 'BuildingNotFoundError':
        return this.t('units.refused.buildingGone');
      case 'UnitNotFoundError':
        return this.t('units.refused.gone');
      case 'UnitNumberTakenError':
        return { fieldTree: this.form.number, message: this.t('units.refused.numberTaken') };
      case 'UnitIsLetError':
        return { fieldTree: this.form.type, message: this.#isLet(refusal) };
      default:
        return never(refusal);
    }
  }
}
