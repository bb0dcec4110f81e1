import { Component, inject, signal } from '@angular/core';
import { form, FormField, max, maxLength, min, required } from '@angular/forms/signals';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';

import { today } from '../../../core/days';
import { type Submission, submission } from '../../../core/forms/submission';
import { mutation } from '../../../core/graphql/mutation';
import { injectTexts } from '../../../core/i18n/texts';
import {
  ChangeHoursPeriodDocument,
  type HoursPeriod_HoursPeriodFragment,
  OpenHoursPeriodDocument,
} from '../../../graphql/tasks';
import { DateField } from '../../../ui/date-field';
import { Control, Field } from '../../../ui/field';
import { FormDialog } from '../../../ui/form-dialog';
import { type HoursRefusal, injectHoursRefusals } from './hours-refusals';

/** Opens a period in which members owe hours, or changes one. */
@Component({
  selector: 'coop-period-form',
  imports: [Control, DateField, Field, FormDialog, FormField],
  styleUrl: '../../../ui/section.css',
  template: `
    <coop-form-dialog
      [heading]="period ? t('hours.period.changeHeading', { name: period.name }) : t('hours.period.open')"
      [action]="period ? t('ui.save') : t('hours.period.openAction')"
      [form]="form"
      [sending]="sending"
    >
      <coop-field [label]="t('hours.period.name')">
        <input coopControl type="text" autocomplete="off" [formField]="form.name" />
      </coop-field>
      <div class="pair">
        <coop-date-field [label]="t('hours.field.from')" [formField]="form.from" />
        <coop-date-field [label]="t('hours.field.until')" [formField]="form.until" />
      </div>
      <coop-field [label]="t('hours.period.quota')" [hint]="t('hours.period.quotaHint')">
        <input coopControl type="number" step="0.5" [formField]="form.quotaHours" />
      </coop-field>
    </coop-form-dialog>
  `,
})
export class PeriodForm {
  protected readonly t = injectTexts();
  protected readonly period = inject<HoursPeriod_HoursPeriodFragment | null>(MAT_DIALOG_DATA, { optional: true });
  readonly #open = mutation(OpenHoursPeriodDocument);
  readonly #change = mutation(ChangeHoursPeriodDocument);
  readonly #dialog = inject(MatDialogRef);
  readonly #sentence = injectHoursRefusals();

  readonly #model = signal({
    name: this.period?.name ?? today().slice(0, 4),
    from: this.period?.from ?? `${today().slice(0, 4)}-01-01`,
    until: this.period?.until ?? `${today().slice(0, 4)}-12-31`,
    quotaHours: this.period?.quotaHours ?? (null as number | null),
  });
  protected readonly sending: Submission = submission<unknown, HoursRefusal>({
    send: () => {
      const facts = { ...this.#model(), quotaHours: this.#model().quotaHours ?? 0 };
      return this.period
        ? this.#change.run({ input: { periodId: this.period.id, ...facts } })
        : this.#open.run({ input: facts });
    },
    explain: (refusal) => this.#sentence(refusal, this.form),
    done: () => this.#dialog.close(true),
  });
  protected readonly form = form(
    this.#model,
    (path) => {
      required(path.name);
      maxLength(path.name, 100);
      required(path.from);
      required(path.until);
      required(path.quotaHours);
      min(path.quotaHours, 0);
      max(path.quotaHours, 2000);
    },
    { submission: this.sending },
  );
}
