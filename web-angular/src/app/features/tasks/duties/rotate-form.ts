import { Component, inject, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';

import { type Submission, submission } from '../../../core/forms/submission';
import { mutation } from '../../../core/graphql/mutation';
import { injectTexts } from '../../../core/i18n/texts';
import { type Duty_DutyFragment, RotateDutyDocument } from '../../../graphql/tasks';
import { FormDialog } from '../../../ui/form-dialog';
import type { Choice } from '../../../ui/search-choice';
import { injectDutyRefusals } from './duty-refusals';
import { RotationField } from './rotation-field';

/** Says whose turn comes after whose. */
@Component({
  selector: 'coop-rotate-form',
  imports: [FormDialog, FormField, RotationField],
  template: `
    <coop-form-dialog
      [heading]="t('duties.rotation.heading', { title: duty.title })"
      [action]="t('ui.save')"
      [form]="form"
      [sending]="sending"
    >
      <p class="muted">{{ t('duties.rotation.text') }}</p>
      <coop-rotation-field [formField]="form.members" />
    </coop-form-dialog>
  `,
})
export class RotateForm {
  protected readonly t = injectTexts();
  protected readonly duty = inject<Duty_DutyFragment>(MAT_DIALOG_DATA);
  readonly #rotate = mutation(RotateDutyDocument);
  readonly #dialog = inject(MatDialogRef);
  readonly #sentence = injectDutyRefusals();

  readonly #model = signal({
    members: this.duty.members.map(({ id, displayName }) => ({ id, name: displayName })) as readonly Choice[],
  });
  protected readonly sending: Submission = submission({
    send: () =>
      this.#rotate.run({ input: { dutyId: this.duty.id, memberIds: this.#model().members.map(({ id }) => id) } }),
    explain: (refusal) => this.#sentence(refusal, {}),
    done: () => this.#dialog.close(true),
  });
  protected readonly form = form(this.#model, () => undefined, { submission: this.sending });
}
