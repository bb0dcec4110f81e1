import { Component, inject, signal } from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';

import { type Submission, submission } from '../../../core/forms/submission';
import { mutation } from '../../../core/graphql/mutation';
import { Formats } from '../../../core/i18n/formats';
import { injectTexts } from '../../../core/i18n/texts';
import { type HoursLine_HoursLineFragment, ReverseHoursDocument } from '../../../graphql/tasks';
import { Control, Field } from '../../../ui/field';
import { FormDialog } from '../../../ui/form-dialog';
import { injectHoursRefusals } from './hours-refusals';

/** Takes a line of the ledger back by another one; both stay to be seen, with the reason. */
@Component({
  selector: 'coop-reverse-form',
  imports: [Control, Field, FormDialog, FormField],
  template: `
    <coop-form-dialog
      [heading]="t('hours.reverse.heading')"
      [action]="t('hours.reverse.action')"
      [form]="form"
      [sending]="sending"
    >
      <p>
        {{
          t.plural('hours.reverse.text', line.hours, {
            count: formats.number(line.hours, { maximumFractionDigits: 2 }),
            day: formats.day(line.workedOn),
          })
        }}
      </p>
      <coop-field [label]="t('hours.field.reason')" [hint]="t('hours.field.privateHint')">
        <input coopControl type="text" autocomplete="off" [formField]="form.reason" />
      </coop-field>
    </coop-form-dialog>
  `,
})
export class ReverseForm {
  protected readonly t = injectTexts();
  protected readonly formats = inject(Formats);
  protected readonly line = inject<HoursLine_HoursLineFragment>(MAT_DIALOG_DATA);
  readonly #reverse = mutation(ReverseHoursDocument);
  readonly #dialog = inject(MatDialogRef);
  readonly #sentence = injectHoursRefusals();

  readonly #model = signal({ reason: '' });
  protected readonly sending: Submission = submission({
    send: () => this.#reverse.run({ input: { lineId: this.line.id, reason: this.#model().reason } }),
    explain: (refusal) => this.#sentence(refusal, this.form),
    done: () => this.#dialog.close(true),
  });
  protected readonly form = form(
    this.#model,
    (path) => {
      required(path.reason);
      maxLength(path.reason, 500);
    },
    { submission: this.sending },
  );
}
