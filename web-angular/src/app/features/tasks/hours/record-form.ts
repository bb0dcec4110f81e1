import { Component, inject, signal } from '@angular/core';
import { form, FormField, max, maxLength, min, required, validate } from '@angular/forms/signals';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';

import { today } from '../../../core/days';
import { type Submission, submission } from '../../../core/forms/submission';
import { mutation } from '../../../core/graphql/mutation';
import { injectTexts } from '../../../core/i18n/texts';
import { type HandwrittenKind, RecordHoursDocument } from '../../../graphql/tasks';
import { DateField } from '../../../ui/date-field';
import { Control, Field } from '../../../ui/field';
import { FormDialog } from '../../../ui/form-dialog';
import type { Choice } from '../../../ui/search-choice';
import { injectHoursRefusals } from './hours-refusals';
import { MembersField } from './members-field';

const kinds: readonly HandwrittenKind[] = ['MEETING', 'BONUS', 'CORRECTION'];

/** Writes the same hours down for one member or many: everybody at a meeting at once. */
@Component({
  selector: 'coop-record-form',
  imports: [Control, DateField, Field, FormDialog, FormField, MembersField],
  styleUrl: '../../../ui/section.css',
  template: `
    <coop-form-dialog
      [heading]="t('hours.record.heading')"
      [action]="t('hours.record.action')"
      [form]="form"
      [sending]="sending"
    >
      <coop-members-field [formField]="form.members" />
      <div class="pair">
        <coop-field [label]="t('hours.record.kind')">
          <select coopControl [formField]="form.kind">
            @for (kind of kinds; track kind) {
              <option [value]="kind">{{ t('hours.kind.' + kind) }}</option>
            }
          </select>
        </coop-field>
        <coop-field
          [label]="t('hours.record.hours')"
          [hint]="form.kind().value() === 'CORRECTION' ? t('hours.record.hoursHint') : undefined"
        >
          <input coopControl type="number" step="0.25" [formField]="form.hours" />
        </coop-field>
      </div>
      <coop-date-field [label]="t('hours.record.day')" [formField]="form.workedOn" />
      <coop-field [label]="t('hours.field.reason')" [hint]="t('hours.field.privateHint')">
        <input coopControl type="text" autocomplete="off" [formField]="form.reason" />
      </coop-field>
    </coop-form-dialog>
  `,
})
export class RecordForm {
  protected readonly t = injectTexts();
  protected readonly kinds = kinds;
  /** Whose page it is opened from. */
  readonly #member = inject<Choice | null>(MAT_DIALOG_DATA, { optional: true });
  readonly #record = mutation(RecordHoursDocument);
  readonly #dialog = inject(MatDialogRef);
  readonly #sentence = injectHoursRefusals();

  readonly #model = signal({
    members: (this.#member ? [this.#member] : []) as readonly Choice[],
    kind: 'MEETING' as HandwrittenKind,
    hours: null as number | null,
    workedOn: today(),
    reason: '',
  });
  protected readonly sending: Submission = submission({
    send: () => {
      const { members, hours, workedOn, ...rest } = this.#model();
      const memberIds = members.map(({ id }) => id);
      return this.#record.run({ input: { ...rest, memberIds, hours: hours ?? 0, workedOn: workedOn || null } });
    },
    explain: (refusal) => this.#sentence(refusal, this.form),
    done: () => this.#dialog.close(true),
  });
  protected readonly form = form(
    this.#model,
    (path) => {
      validate(path.members, ({ value }) => (value().length ? undefined : { kind: 'required' }));
      required(path.hours);
      min(path.hours, ({ valueOf }) => (valueOf(path.kind) === 'CORRECTION' ? -1000 : 0.01));
      max(path.hours, 1000);
      required(path.reason);
      maxLength(path.reason, 500);
    },
    { submission: this.sending },
  );
}
