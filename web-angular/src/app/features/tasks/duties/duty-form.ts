import { Component, inject, signal } from '@angular/core';
import { form, FormField, max, maxLength, min, required, validate } from '@angular/forms/signals';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';

import { today } from '../../../core/days';
import { type Submission, submission } from '../../../core/forms/submission';
import { mutation } from '../../../core/graphql/mutation';
import { injectTexts } from '../../../core/i18n/texts';
import { ChangeDutyDocument, CreateDutyDocument, type Duty_DutyFragment } from '../../../graphql/tasks';
import { DateField } from '../../../ui/date-field';
import { Control, Field } from '../../../ui/field';
import { FormDialog } from '../../../ui/form-dialog';
import type { Choice } from '../../../ui/search-choice';
import { type DutyRefusal, injectDutyRefusals } from './duty-refusals';
import { RotationField } from './rotation-field';
import { choiceOf, ruleOf } from './rule-choice';
import { RuleFields } from './rule-fields';

/** Sets up a duty, or changes one: what, when, from when on, and what it counts. */
@Component({
  selector: 'coop-duty-form',
  imports: [Control, DateField, Field, FormDialog, FormField, RotationField, RuleFields],
  styleUrl: '../../../ui/section.css',
  template: `
    <coop-form-dialog
      [heading]="duty ? t('duties.form.changeHeading', { title: duty.title }) : t('duties.form.create')"
      [action]="duty ? t('ui.save') : t('duties.form.createAction')"
      [form]="form"
      [sending]="sending"
    >
      @if (duty) {
        <p class="muted">{{ t('duties.form.changeText') }}</p>
      }
      <coop-field [label]="t('duties.form.title')">
        <input coopControl type="text" autocomplete="off" [formField]="form.title" />
      </coop-field>
      <coop-field [label]="t('duties.form.description')" optional>
        <textarea coopControl rows="3" [formField]="form.description"></textarea>
      </coop-field>
      <coop-rule-fields [rule]="form.rule" [firstOn]="form.firstOn().value() || today" />
      <div class="pair">
        <coop-date-field [label]="t('duties.form.firstOn')" [formField]="form.firstOn" />
        <coop-field [label]="t('duties.form.estimate')" [hint]="t('duties.form.estimateHint')" optional>
          <input coopControl type="number" step="0.25" [formField]="form.estimateHours" />
        </coop-field>
        <coop-field [label]="t('duties.form.leadDays')" [hint]="t('duties.form.leadDaysHint')">
          <input coopControl type="number" inputmode="numeric" [formField]="form.leadDays" />
        </coop-field>
      </div>
      @if (!duty) {
        <coop-rotation-field [formField]="form.members" />
      }
    </coop-form-dialog>
  `,
})
export class DutyForm {
  protected readonly t = injectTexts();
  protected readonly today = today();
  protected readonly duty = inject<Duty_DutyFragment | null>(MAT_DIALOG_DATA, { optional: true });
  readonly #create = mutation(CreateDutyDocument);
  readonly #change = mutation(ChangeDutyDocument);
  readonly #dialog = inject(MatDialogRef);
  readonly #sentence = injectDutyRefusals();

  readonly #model = signal({
    title: this.duty?.title ?? '',
    description: this.duty?.description ?? '',
    rule: choiceOf(this.duty?.rule ?? null, this.duty?.firstOn ?? this.today),
    firstOn: this.duty?.firstOn ?? this.today,
    estimateHours: this.duty?.estimateHours ?? null,
    leadDays: (this.duty?.leadDays ?? 28) as number | null,
    members: [] as readonly Choice[],
  });
  protected readonly sending: Submission = submission<unknown, DutyRefusal>({
    send: () => (this.duty ? this.#change.run(this.#changed(this.duty)) : this.#create.run(this.#created())),
    // What the server says about the rule stands beside the field it is written in, when there is one.
    explain: (refusal) =>
      this.#sentence(refusal, {
        ...this.form,
        rule: this.#model().rule.every === 'OTHER' ? this.form.rule.text : undefined,
      }),
    done: () => this.#dialog.close(true),
  });
  protected readonly form = form(
    this.#model,
    (path) => {
      required(path.title);
      maxLength(path.title, 200);
      maxLength(path.description, 20_000);
      required(path.firstOn);
      required(path.rule.interval, { when: ({ valueOf }) => valueOf(path.rule.every) !== 'OTHER' });
      min(path.rule.interval, 1);
      max(path.rule.interval, 366);
      required(path.rule.day, {
        when: ({ valueOf }) => valueOf(path.rule.every) === 'MONTH' && valueOf(path.rule.monthly) === 'DAY',
      });
      min(path.rule.day, 1);
      max(path.rule.day, 31);
      validate(path.rule.on, ({ value, valueOf }) =>
        valueOf(path.rule.every) === 'WEEK' && !value().length ? { kind: 'required' } : undefined,
      );
      required(path.rule.text, { when: ({ valueOf }) => valueOf(path.rule.every) === 'OTHER' });
      min(path.estimateHours, 0.01);
      max(path.estimateHours, 1000);
      required(path.leadDays);
      min(path.leadDays, 1);
      max(path.leadDays, 100);
    },
    { submission: this.sending },
  );

  #facts() {
    const { title, description, rule, firstOn, estimateHours, leadDays } = this.#model();
    return {
      title,
      description: description.trim() ? description : null,
      rule: ruleOf(rule),
      firstOn,
      estimateHours,
      leadDays: leadDays ?? 28,
    };
  }

  #created() {
    return { input: { ...this.#facts(), memberIds: this.#model().members.map(({ id }) => id) } };
  }

  #changed({ id }: Duty_DutyFragment) {
    return { input: { dutyId: id, ...this.#facts() } };
  }
}
