import { Component, type ElementRef, input, model, viewChild } from '@angular/core';
import { type FormValueControl, transformedValue, type ValidationError } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';

let fields = 0;

interface Entry {
  /** The day as it was last written into the box. */
  readonly day: string;
  readonly incomplete: boolean;
}

/** A day (`2026-05-01`, or `` for none), entered with the platform's own picker; works in signal forms and alone. */
@Component({
  selector: 'coop-date-field',
  imports: [TranslocoPipe],
  template: `
    <label [attr.for]="id">{{ label() }}</label>
    <input
      #box
      class="control"
      type="date"
      [id]="id"
      [value]="entry().day"
      [min]="earliest()"
      [max]="latest()"
      [disabled]="disabled()"
      [attr.aria-invalid]="shown() ? 'true' : null"
      [attr.aria-describedby]="shown() || hint() ? id + '-note' : null"
      (input)="read(box)"
      (blur)="touched.set(true)"
    />
    @if (shown(); as error) {
      <p class="note error" [id]="id + '-note'" [attr.role]="error.kind === 'refused' ? 'alert' : null">
        {{ error.message || ('ui.invalid.' + error.kind | transloco: error) }}
      </p>
    } @else if (hint()) {
      <p class="note muted" [id]="id + '-note'">{{ hint() }}</p>
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
    .note {
      font-size: var(--text-small);
    }
    .error {
      color: var(--mat-sys-error);
    }
  `,
})
export class DateField implements FormValueControl<string> {
  readonly label = input.required<string>();
  readonly hint = input<string>();
  readonly earliest = input<string>();
  readonly latest = input<string>();
  readonly value = model('');
  readonly touched = model(false);
  readonly disabled = input(false);
  readonly errors = input<readonly ValidationError.WithOptionalFieldTree[]>([]);

  // A day that is half typed reads like none. It changes nothing, and is not written over while it is typed.
  protected readonly entry = transformedValue<string, Entry>(this.value, {
    parse: ({ day, incomplete }) => (incomplete ? { error: { kind: 'day' } } : { value: day }),
    format: (day) => ({ day, incomplete: false }),
  });
  protected readonly id = `coop-date-${++fields}`;
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  protected readonly shown = () => (this.touched() ? (this.entry.parseErrors()[0] ?? this.errors()[0]) : undefined);

  protected read({ value, validity }: HTMLInputElement): void {
    // A year that is typed digit by digit begins with zeros: 0002, 0020, 0202.
    const incomplete = validity.badInput || value.startsWith('0');
    this.entry.update(({ day }) => ({ day: incomplete ? day : value, incomplete }));
  }

  focus(options?: FocusOptions): void {
    this.box().nativeElement.focus(options);
  }
}
