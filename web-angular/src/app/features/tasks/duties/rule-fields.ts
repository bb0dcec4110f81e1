import { Component, computed, inject, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';

import { Formats } from '../../../core/i18n/formats';
import { injectTexts } from '../../../core/i18n/texts';
import { Control, Field } from '../../../ui/field';
import { ordinals, type Weekday, weekdays } from './rule';
import { type RuleChoice, ruleOf } from './rule-choice';
import { injectRuleWords } from './rule-words';

/** When a duty is due, chosen by plain fields; whoever knows recurrence rules may write one. */
@Component({
  selector: 'coop-rule-fields',
  imports: [Control, Field, FormField],
  templateUrl: './rule-fields.html',
  styleUrl: '../../../ui/section.css',
  styles: `
    :host {
      display: grid;
      gap: 14px;
    }
    .error {
      color: var(--mat-sys-error);
      font-size: var(--text-small);
    }
  `,
})
export class RuleFields {
  protected readonly t = injectTexts();
  readonly #formats = inject(Formats);
  readonly #words = injectRuleWords();
  readonly rule = input.required<FieldTree<RuleChoice>>();
  readonly firstOn = input.required<string>();

  protected readonly weekdays = weekdays.map((day, index) => ({ day, name: () => this.#formats.weekdayName(index) }));
  protected readonly ordinals = ordinals;
  protected readonly choice = computed(() => this.rule()().value());
  protected readonly words = computed(() => this.#words(ruleOf(this.choice()), this.firstOn()));

  protected toggle(day: Weekday, chosen: boolean): void {
    const field = this.rule().on();
    field.value.update((on) => weekdays.filter((one) => (one === day ? chosen : on.includes(one))));
    field.markAsDirty();
    field.markAsTouched();
  }
}
