import { Component, inject, signal } from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';

import { never } from '../../../core/errors/outcome';
import { injectInputSentence } from '../../../core/forms/input-sentence';
import { type Sentence, type Submission, submission } from '../../../core/forms/submission';
import { mutation, type RefusalOf } from '../../../core/graphql/mutation';
import { injectTexts } from '../../../core/i18n/texts';
import {
  AddBuildingDocument,
  type AddBuildingMutation,
  type Building_BuildingFragment,
  ChangeBuildingDocument,
  type ChangeBuildingMutation,
} from '../../../graphql/units';
import { Control, Field } from '../../../ui/field';
import { FormDialog } from '../../../ui/form-dialog';

/** A new building, or another name or address for one; closes with its id. */
@Component({
  selector: 'coop-building-form',
  imports: [Control, Field, FormDialog, FormField],
  template: `
    <coop-form-dialog
      [heading]="t(building ? 'units.building.change' : 'units.building.add')"
      [action]="t(building ? 'ui.save' : 'units.building.add')"
      [form]="form"
      [sending]="sending"
    >
      <coop-field [label]="t('units.field.name')">
        <input coopControl type="text" autocomplete="off" [formField]="form.name" />
      </coop-field>
      <coop-field [label]="t('units.field.address')" optional>
        <input coopControl type="text" autocomplete="off" [formField]="form.address" />
      </coop-field>
    </coop-form-dialog>
  `,
})
export class BuildingForm {
  protected readonly t = injectTexts();
  protected readonly building = inject<Building_BuildingFragment | null>(MAT_DIALOG_DATA);
  readonly #add = mutation(AddBuildingDocument);
  readonly #change = mutation(ChangeBuildingDocument);
  readonly #dialog = inject<MatDialogRef<BuildingForm, string>>(MatDialogRef);
  readonly #inputSentence = injectInputSentence();

  readonly #model = signal({ name: this.building?.name ?? '', address: this.building?.address ?? '' });
  protected readonly sending: Submission = submission({
    send: () => {
      const { name, address } = this.#model();
      const described = { name, address: address.trim() || null };
      return this.building
        ? this.#change.run({ input: { buildingId: this.building.id, ...described } })
        : this.#add.run({ input: described });
    },
    explain: (refusal: RefusalOf<AddBuildingMutation> | RefusalOf<ChangeBuildingMutation>) => this.#sentence(refusal),
    done: ({ building }) => this.#dialog.close(building?.id),
  });
  protected readonly form = form(
    this.#model,
    (path) => {
      required(path.name);
      maxLength(path.name, 100);
      maxLength(path.address, 300);
    },
    { submission: this.sending },
  );

  #sentence(refusal: RefusalOf<AddBuildingMutation> | RefusalOf<ChangeBuildingMutation>): Sentence {
    switch (refusal.__typename) {
      case 'InvalidInputError':
        return this.#inputSentence(refusal, this.form);
      case 'BuildingNotFoundError':
        return this.t('units.refused.buildingGone');
      case 'BuildingNameTakenError':
        return { fieldTree: this.form.name, message: this.t('units.refused.buildingNameTaken') };
      default:
        return never(refusal);
    }
  }
}
