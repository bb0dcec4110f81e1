import { Component, computed, DestroyRef, inject, input } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { ArrowDown, ArrowUp, X } from 'lucide';

import { ActiveCoop } from '../../../core/auth/active-coop';
import { mutation } from '../../../core/graphql/mutation';
import { injectTexts } from '../../../core/i18n/texts';
import {
  AddChecklistItemDocument,
  MoveChecklistItemDocument,
  RemoveChecklistItemDocument,
  type TaskPage_TaskFragment,
  TickChecklistItemDocument,
} from '../../../graphql/tasks';
import { Drafts } from '../../../ui/drafts';
import { Icon } from '../../../ui/icon';
import { keptLine } from '../../../ui/kept-line';
import { injectTell } from '../refusals';

type Step = TaskPage_TaskFragment['checklist'][number];

/** The steps of a task: ticked, added, put in order. */
@Component({
  selector: 'coop-checklist',
  imports: [Icon, MatButton, MatIconButton],
  template: `
    <section class="card" aria-labelledby="steps-heading">
      <div class="head">
        <h2 id="steps-heading">{{ t('tasks.steps.heading') }}</h2>
        @if (task().checklistProgress; as progress) {
          <span class="muted figures">{{ t('tasks.steps.done', { done: progress.done, total: progress.total }) }}</span>
        }
      </div>
      @if (task().checklist.length) {
        <ol class="steps">
          @for (step of task().checklist; track step.id; let first = $first; let last = $last; let at = $index) {
            <li>
              <label class="choice" [class.done]="step.done">
                <input
                  #box
                  type="checkbox"
                  [checked]="step.done"
                  [disabled]="!coop.may('RESIDENT')"
                  (change)="tick(step, box)"
                />
                {{ step.text }}
              </label>
              @if (coop.may('RESIDENT')) {
                <span class="tools">
                  <button
                    matIconButton
                    type="button"
                    [disabled]="first"
                    [attr.aria-label]="t('tasks.steps.up', { text: step.text })"
                    (click)="move(step, at - 1)"
                  >
                    <svg [coopIcon]="icons.ArrowUp" size="18"></svg>
                  </button>
                  <button
                    matIconButton
                    type="button"
                    [disabled]="last"
                    [attr.aria-label]="t('tasks.steps.down', { text: step.text })"
                    (click)="move(step, at + 1)"
                  >
                    <svg [coopIcon]="icons.ArrowDown" size="18"></svg>
                  </button>
                  <button
                    matIconButton
                    type="button"
                    [attr.aria-label]="t('tasks.steps.remove', { text: step.text })"
                    (click)="remove(step)"
                  >
                    <svg [coopIcon]="icons.X" size="18"></svg>
                  </button>
                </span>
              }
            </li>
          }
        </ol>
      }
      @if (coop.may('RESIDENT')) {
        <form class="add" (submit)="add($event, text)">
          <label class="visually-hidden" for="new-step">{{ t('tasks.steps.new') }}</label>
          <input
            #text
            id="new-step"
            class="control"
            type="text"
            maxlength="300"
            autocomplete="off"
            [placeholder]="t('tasks.steps.new')"
            [value]="typed()"
            (input)="typed.set(text.value)"
          />
          <button matButton="outlined" type="submit" [disabled]="adding.running()">{{ t('tasks.add.action') }}</button>
        </form>
      }
    </section>
  `,
  styleUrl: '../../../ui/section.css',
  styles: `
    .steps > li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      border-bottom: var(--hairline);
    }
    .choice {
      flex: 1 1 12rem;
      min-width: 0;
      overflow-wrap: anywhere;
    }
    .done {
      color: var(--muted);
      text-decoration: line-through;
    }
    .tools {
      display: inline-flex;
      margin-inline-start: auto;
    }
    .add {
      display: flex;
      gap: 12px;
      margin-top: 8px;
    }
  `,
})
export class Checklist {
  protected readonly icons = { ArrowDown, ArrowUp, X };
  protected readonly t = injectTexts();
  protected readonly coop = inject(ActiveCoop);
  readonly task = input.required<TaskPage_TaskFragment>();
  protected readonly adding = mutation(AddChecklistItemDocument);
  readonly #tick = mutation(TickChecklistItemDocument);
  readonly #move = mutation(MoveChecklistItemDocument);
  readonly #remove = mutation(RemoveChecklistItemDocument);
  readonly #tell = injectTell();
  readonly #drafts = inject(Drafts);
  readonly #leaving = inject(DestroyRef);
  readonly #draft = computed(() => `step of ${this.task().id}`);
  protected readonly typed = keptLine(this.#draft);

  protected async add(event: Event, box: HTMLInputElement): Promise<void> {
    event.preventDefault();
    const [text, draft] = [this.typed().trim(), this.#draft()];
    if (!text || this.adding.running()) return;
    const added = this.#tell(await this.adding.run({ input: { taskId: this.task().id, text } }));
    if (added && this.#leaving.destroyed) this.#drafts.take(draft);
    else if (added) this.typed.set('');
    box.focus();
  }

  protected async tick(step: Step, box: HTMLInputElement): Promise<void> {
    const ticked = this.#tell(await this.#tick.run({ input: { itemId: step.id, done: box.checked } }));
    if (!ticked) box.checked = step.done;
  }

  protected async move(step: Step, position: number): Promise<void> {
    this.#tell(await this.#move.run({ input: { itemId: step.id, position } }), () => void this.move(step, position));
  }

  protected async remove(step: Step): Promise<void> {
    this.#tell(await this.#remove.run({ input: { itemId: step.id } }), () => void this.remove(step));
  }
}
