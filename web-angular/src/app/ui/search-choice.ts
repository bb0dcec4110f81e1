import { Component, type ElementRef, input, model, output, viewChild } from '@angular/core';
import type { FormValueControl, ValidationError } from '@angular/forms/signals';
import { MatAutocomplete, MatAutocompleteTrigger, MatOption } from '@angular/material/autocomplete';
import { TranslocoPipe } from '@jsverse/transloco';

export interface Choice {
  readonly id: string;
  readonly name: string;
  /** What tells two of one name apart. */
  readonly detail?: string | undefined;
}

/** Chooses one of many by typing part of its name; whoever uses it looks the choices up. */
@Component({
  selector: 'coop-search-choice',
  imports: [MatAutocomplete, MatAutocompleteTrigger, MatOption, TranslocoPipe],
  template: `
    <label [attr.for]="id">{{ label() }}</label>
    <input
      #box
      class="control"
      type="text"
      autocomplete="off"
      [id]="id"
      [placeholder]="placeholder()"
      [disabled]="disabled()"
      [matAutocomplete]="panel"
      [value]="value()?.name ?? ''"
      [attr.aria-invalid]="shown() ? 'true' : null"
      [attr.aria-describedby]="shown() ? id + '-note' : null"
      (focus)="asked.emit(box.value)"
      (input)="look(box.value)"
      (blur)="touched.set(true)"
    />
    <mat-autocomplete #panel="matAutocomplete" [displayWith]="nameOf" (optionSelected)="value.set($event.option.value)">
      @for (choice of choices(); track choice.id) {
        <mat-option [value]="choice">
          {{ choice.name }}
          @if (choice.detail) {
            <small class="muted">{{ choice.detail }}</small>
          }
        </mat-option>
      }
    </mat-autocomplete>
    @if (shown(); as error) {
      <p class="error" [id]="id + '-note'" [attr.role]="error.kind === 'refused' ? 'alert' : null">
        {{ error.message || ('ui.invalid.' + error.kind | transloco: error) }}
      </p>
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
    .error {
      font-size: var(--text-small);
      color: var(--mat-sys-error);
    }
  `,
})
export class SearchChoice implements FormValueControl<Choice | null> {
  readonly label = input.required<string>();
  readonly placeholder = input('');
  readonly choices = input.required<readonly Choice[]>();
  readonly value = model<Choice | null>(null);
  readonly touched = model(false);
  readonly disabled = input(false);
  readonly errors = input<readonly ValidationError.WithOptionalFieldTree[]>([]);
  /** What was typed so far. */
  readonly asked = output<string>();

  protected readonly id = `coop-choice-${++fields}`;
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  protected readonly shown = () => (this.touched() ? this.errors()[0] : undefined);
  protected readonly nameOf = (choice: Choice | string | null) =>
    typeof choice === 'string' ? choice : (choice?.name ?? '');

  focus(options?: FocusOptions): void {
    this.box().nativeElement.focus(options);
  }

  protected look(text: string): void {
    if (this.value()) this.value.set(null);
    this.asked.emit(text);
  }
}

let fields = 0;
