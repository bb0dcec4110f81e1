import {
  afterNextRender,
  booleanAttribute,
  Component,
  computed,
  DestroyRef,
  type ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  model,
  output,
  type Signal,
  signal,
  viewChild,
} from '@angular/core';
import type { FormValueControl, ValidationError } from '@angular/forms/signals';
import { MatAutocomplete, MatAutocompleteTrigger, MatOption } from '@angular/material/autocomplete';
import { TranslocoPipe } from '@jsverse/transloco';

export interface Choice {
  readonly id: string;
  readonly name: string;
  /** What tells two of one name apart. */
  readonly detail?: string | undefined;
}

/** How looking the choices up goes. */
export interface Lookup {
  readonly loading: Signal<boolean>;
  readonly failure: Signal<{ readonly reason: string } | undefined>;
}

/** How long a pause in typing asks. */
const pause = 200;

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
      [value]="text()"
      [attr.aria-invalid]="shown() ? 'true' : null"
      [attr.aria-describedby]="shown() || note() ? id + '-note' : null"
      (focus)="ask(box.value)"
      (input)="look(box.value)"
      (blur)="touched.set(true)"
    />
    <mat-autocomplete #panel="matAutocomplete" [displayWith]="nameOf" (optionSelected)="pick($event.option.value)">
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
        {{ error.message || ((text() ? 'ui.choice.pick' : 'ui.invalid.' + error.kind) | transloco: error) }}
      </p>
    } @else if (note(); as note) {
      <p class="note muted" role="status" [id]="id + '-note'">{{ note | transloco }}</p>
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
    .note,
    .error {
      font-size: var(--text-small);
    }
    .error {
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
  readonly lookup = input<Lookup>();
  /** Several are chosen, one after the other: whoever is picked goes elsewhere, and the box is for the next one. */
  readonly many = input(false, { transform: booleanAttribute });
  readonly picked = output<Choice>();
  /** What was typed so far. */
  readonly asked = output<string>();

  protected readonly id = `coop-choice-${++fields}`;
  /** What the box holds: the name of who is chosen, until something else is typed. */
  protected readonly text = linkedSignal(() => (this.many() ? '' : (this.value()?.name ?? '')));
  readonly #injector = inject(Injector);
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  protected readonly shown = () => (this.touched() ? this.errors()[0] : undefined);
  /** Typed, and not asked for yet. */
  readonly #pausing = signal(false);
  #pause: ReturnType<typeof setTimeout> | undefined;
  /** Why there is nothing to choose from, or nobody is chosen. */
  protected readonly note = computed(() => {
    if (!this.text() || (this.value() && !this.many())) return null;
    const { loading, failure } = this.lookup() ?? {};
    const failed = failure?.();
    if (failed) return `ui.failure.${failed.reason}`;
    if (this.choices().length > 0) return this.touched() && !this.many() ? 'ui.choice.pick' : null;
    return this.#pausing() || loading?.() ? null : 'ui.choice.none';
  });
  protected readonly nameOf = (choice: Choice | string | null) =>
    typeof choice === 'string' ? choice : (choice?.name ?? '');

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.#pause));
  }

  focus(options?: FocusOptions): void {
    this.box().nativeElement.focus(options);
  }

  protected look(text: string): void {
    if (!this.many()) this.value.set(null);
    this.text.set(text);
    clearTimeout(this.#pause);
    this.#pausing.set(true);
    this.#pause = setTimeout(() => this.ask(text), pause);
  }

  protected ask(text: string): void {
    clearTimeout(this.#pause);
    this.#pausing.set(false);
    this.asked.emit(text);
  }

  protected pick(choice: Choice): void {
    if (this.many()) this.text.set('');
    else this.value.set(choice);
    this.picked.emit(choice);
    // The list has written the name into the box by itself, where nobody may be chosen any more.
    afterNextRender(() => this.#show(), { injector: this.#injector });
  }

  #show(): void {
    this.box().nativeElement.value = this.text();
    if (!this.text()) this.ask('');
  }
}

let fields = 0;
