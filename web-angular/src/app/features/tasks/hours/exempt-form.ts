import { Component, inject, signal } from '@angular/core';
import { form, FormField, max, maxLength, min, required } from '@angular/forms/signals';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';

import { today } from '../../../core/days';
import { type Submission, submission } from '../../../core/forms/submission';
import { mutation } from '../../../core/graphql/mutation';
import { injectTexts } from '../../../core/i18n/texts';
import { ExemptFromWorkDocument } from '../../../graphql/tasks';
import { DateField } from '../../../ui/date-field';
import { Control, Field } from '../../../ui/field';
import { FormDialog } from '../../../ui/form-dialog';
import { injectHoursRefusals } from './hours-refusals';

/** Spares a member work for some time. */
@Component({
  selector: 'coop-exempt-form',
  imports: [Control, DateField, Field, FormDialog, FormField],
  styleUrl: '../../../ui/section.css',
  template: `
    <coop-form-dialog
      [heading]="t('hours.exemption.heading')"
      [action]="t('hours.exemption.grant')"
      [form]="form"
      [sending]="sending"
    >
      <div class="pair">
        <coop-date-field [label]="t('hours.field.from')" [formField]="form.from" />
        <coop-date-field
          [label]="t('hours.field.until')"
          [hint]="t('hours.exemption.untilHint')"
          [formField]="form.until"
        />
      </div>
      <coop-field [label]="t('hours.exemption.percent')" [hint]="t('hours.exemption.percentHint')">
        <input coopControl type="number" inputmode="numeric" [formField]="form.owedPercent" />
      </coop-field>
      <coop-field [label]="t('hours.field.reason')" [hint]="t('hours.field.privateHint')">
        <input coopControl type="text" autocomplete="off" [formField]="form.reason" />
      </coop-field>
    </coop-form-dialog>
  `,
})
export class ExemptForm {
  protected readonly t = injectTexts();
  readonly #memberId = inject<string>(MAT_DIALOG_DATA);
  readonly #exempt = mutation(ExemptFromWorkDocument);
  readonly #dialog = inject(MatDialogRef);
  readonly #sentence = injectHoursRefusals();

  readonly #model = signal({ from: today(), until: '', owedPercent: 0 as number | null, reason: '' });
  protected readonly sending: Submission = submission({
    send: () => {
      const { from, until, owedPercent, reason } = this.#model();
      const input = { memberId: this.#memberId, from, until: until || null, owedPercent: owedPercent ?? 0, reason };
      return this.#exempt.run({ input });
    },
    explain: (refusal) => this.#sentence(refusal, this.form),
    done: () => this.#dialog.close(true),
  });
  protected readonly form = form(
    this.#model,
    (path) => {
      required(path.from);
      required(path.owedPercent);
      min(path.owedPercent, 0);
      max(path.owedPercent, 99);
      required(path.reason);
      maxLength(path.reason, 500);
    },
    { submission: this.sending },
  );
}
