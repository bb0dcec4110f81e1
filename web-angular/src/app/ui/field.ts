import { booleanAttribute, Component, computed, contentChild, Directive, inject, input } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import { CircleAlert } from 'lucide';

import { Icon } from './icon';

let fields = 0;

/**
 * A control with its label, hint and first error. Put `<input coopControl [formField]="form.email">` (or a select, a
 * textarea) inside: it is labelled, described and marked invalid by itself.
 */
@Component({
  selector: 'coop-field',
  imports: [Icon, TranslocoPipe],
  template: `
    <label [attr.for]="id">
      {{ label() }}
      @if (optional()) {
        <span class="muted">({{ 'ui.optional' | transloco }})</span>
      }
    </label>
    <ng-content />
    @if (error(); as error) {
      <p class="error" [id]="id + '-error'" [attr.role]="error.kind === 'refused' ? 'alert' : null">
        <svg [coopIcon]="icons.CircleAlert" size="16"></svg>
        {{ error.message || ('ui.invalid.' + error.kind | transloco: error) }}
      </p>
    } @else if (hint()) {
      <p class="muted hint" [id]="id + '-hint'">{{ hint() }}</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 6px;
      align-content: start;
    }
    label {
      font-weight: 550;
    }
    label span {
      font-weight: 400;
    }
    .hint,
    .error {
      font-size: var(--text-small);
      line-height: 1.25rem;
    }
    .error {
      display: flex;
      gap: 6px;
      align-items: start;
      color: var(--mat-sys-error);
    }
    .error svg {
      margin-top: 2px;
    }
  `,
})
export class Field {
  protected readonly icons = { CircleAlert };
  readonly label = input.required<string>();
  readonly hint = input<string>();
  readonly optional = input(false, { transform: booleanAttribute });

  readonly id = `coop-field-${++fields}`;
  private readonly bound = contentChild<FormField<unknown>>(FormField);

  /** The first thing wrong, once the person has been there. */
  readonly error = computed(() => {
    const state = this.bound()?.state();
    return state?.touched() ? state.errors()[0] : undefined;
  });
  readonly describedBy = computed(() => {
    if (this.error()) return `${this.id}-error`;
    return this.hint() ? `${this.id}-hint` : null;
  });
}

/** Our clothes and wiring for a native control inside a `coop-field`. */
@Directive({
  selector: 'input[coopControl], select[coopControl], textarea[coopControl]',
  host: {
    class: 'control',
    '[id]': 'field.id',
    '[attr.aria-describedby]': 'field.describedBy()',
    '[attr.aria-invalid]': "field.error() ? 'true' : null",
  },
})
export class Control {
  protected readonly field = inject(Field);
}
