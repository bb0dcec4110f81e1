import {
  afterNextRender,
  Component,
  DestroyRef,
  effect,
  type ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Plus } from 'lucide';

import { ActiveCoop } from '../../../core/auth/active-coop';
import { mutation } from '../../../core/graphql/mutation';
import { injectTexts } from '../../../core/i18n/texts';
import { AddTaskDocument, type TaskColumn } from '../../../graphql/tasks';
import { Drafts } from '../../../ui/drafts';
import { Icon } from '../../../ui/icon';
import { keptLine } from '../../../ui/kept-line';
import { Toast } from '../../../ui/toast';
import type { Card } from './arrangement';
import { ColumnNames } from '../column-names';
import { injectRefusals } from '../refusals';

/** A line at the foot of a column: type what is to be done, Enter, the next one. */
@Component({
  selector: 'coop-add-card',
  imports: [Icon, MatButton],
  template: `
    @if (open()) {
      <form (submit)="add($event)">
        <label [attr.for]="id" class="visually-hidden">{{ label() }}</label>
        <textarea
          #box
          class="control"
          rows="2"
          maxlength="200"
          [id]="id"
          [placeholder]="t('tasks.add.placeholder')"
          [attr.aria-invalid]="refusal() ? 'true' : null"
          [attr.aria-describedby]="refusal() ? id + '-error' : null"
          [value]="typed()"
          (input)="typed.set(box.value); refusal.set('')"
          (keydown.enter)="add($event)"
          (keydown.escape)="close()"
        ></textarea>
        @if (refusal()) {
          <p class="error" role="alert" [id]="id + '-error'">{{ refusal() }}</p>
        }
        <div class="row">
          <button matButton="filled" type="submit" [disabled]="adding.running()">{{ t('tasks.add.action') }}</button>
          <button matButton type="button" (click)="close()">{{ t('ui.close') }}</button>
        </div>
      </form>
    } @else {
      <button #opener matButton type="button" [attr.aria-label]="label()" (click)="show()">
        <svg [coopIcon]="icons.Plus" size="18"></svg>
        {{ t('tasks.add.open') }}
      </button>
    }
  `,
  styles: `
    form {
      display: grid;
      gap: 8px;
      padding: 4px;
    }
    textarea {
      min-height: 64px;
    }
    .error {
      color: var(--mat-sys-error);
      font-size: var(--text-small);
    }
  `,
})
export class AddCard {
  protected readonly icons = { Plus };
  protected readonly t = injectTexts();
  readonly column = input.required<TaskColumn>();
  readonly added = output<Card>();
  protected readonly adding = mutation(AddTaskDocument);
  readonly #names = inject(ColumnNames);
  readonly #sentence = injectRefusals();
  readonly #toast = inject(Toast);
  readonly #injector = inject(Injector);

  protected readonly id = `coop-add-card-${++lines}`;
  protected readonly open = signal(false);
  protected readonly refusal = signal('');
  protected readonly label = () => this.t('tasks.add.to', { column: this.#names.of(this.column()) });
  readonly #coop = inject(ActiveCoop);
  readonly #drafts = inject(Drafts);
  readonly #leaving = inject(DestroyRef);
  readonly #draft = () => `card in ${this.#coop.slug()} ${this.column()}`;
  protected readonly typed = keptLine(this.#draft);
  private readonly box = viewChild<ElementRef<HTMLTextAreaElement>>('box');
  private readonly opener = viewChild('opener', { read: MatButton });

  constructor() {
    // What was begun here before is not hidden behind a button.
    effect(() => {
      if (this.typed()) this.open.set(true);
    });
  }

  protected show(): void {
    this.open.set(true);
    afterNextRender(() => this.box()?.nativeElement.focus(), { injector: this.#injector });
  }

  protected close(): void {
    this.open.set(false);
    this.typed.set('');
    this.refusal.set('');
    afterNextRender(() => this.opener()?.focus(), { injector: this.#injector });
  }

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    const [title, draft] = [this.typed().trim(), this.#draft()];
    if (!title || this.adding.running()) return;
    const outcome = await this.adding.run({ input: { title, column: this.column() } });
    // What was typed stays until the co-op has it.
    if (outcome.kind === 'failed') this.#toast.failed(outcome.failure);
    if (outcome.kind === 'refused') this.refusal.set(outcome.errors.map(this.#sentence).join(' '));
    if (outcome.kind !== 'ok') return;
    if (this.#leaving.destroyed) {
      this.#drafts.take(draft);
      return;
    }
    if (outcome.value.task) this.added.emit(outcome.value.task);
    this.typed.set('');
    this.box()?.nativeElement.focus();
  }
}

let lines = 0;
