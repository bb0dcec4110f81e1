import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { Check } from 'lucide';

import { ActiveCoop } from '../../../core/auth/active-coop';
import { mutation } from '../../../core/graphql/mutation';
import { query } from '../../../core/graphql/query';
import { injectTexts } from '../../../core/i18n/texts';
import {
  LabelTaskDocument,
  type TaskLabel_TaskLabelFragment,
  TaskLabelListDocument,
  type TaskPage_TaskFragment,
  UnlabelTaskDocument,
} from '../../../graphql/tasks';
import { Icon } from '../../../ui/icon';
import { injectTell } from '../refusals';
import { TaskLabel } from '../task-label';

/** The labels of a task, and a menu to put some on and take some off. */
@Component({
  selector: 'coop-task-labels',
  imports: [Icon, MatButton, MatMenu, MatMenuItem, MatMenuTrigger, TaskLabel],
  template: `
    <span class="badges">
      @for (label of task().labels; track label.id) {
        <coop-task-label [label]="label" />
      } @empty {
        {{ t('words.none') }}
      }
    </span>
    @if (coop.may('RESIDENT') && labels().length) {
      <button matButton type="button" [matMenuTriggerFor]="menu" [attr.aria-label]="t('tasks.labels.choose')">
        {{ t('tasks.labels.change') }}
      </button>
      <mat-menu #menu>
        @for (label of labels(); track label.id) {
          <button
            mat-menu-item
            type="button"
            role="menuitemcheckbox"
            [attr.aria-checked]="has(label)"
            (click)="toggle(label)"
          >
            <span class="choice">
              <coop-task-label [label]="label" />
              @if (has(label)) {
                <svg [coopIcon]="icons.Check" size="18"></svg>
              }
            </span>
          </button>
        }
      </mat-menu>
    }
  `,
  styleUrl: '../../../ui/section.css',
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
    }
    .choice {
      justify-content: space-between;
    }
  `,
})
export class TaskLabels {
  protected readonly icons = { Check };
  protected readonly t = injectTexts();
  protected readonly coop = inject(ActiveCoop);
  readonly task = input.required<TaskPage_TaskFragment>();
  readonly #known = query(TaskLabelListDocument);
  protected readonly labels = computed(() => this.#known.data()?.taskLabels ?? []);
  readonly #label = mutation(LabelTaskDocument);
  readonly #unlabel = mutation(UnlabelTaskDocument);
  readonly #tell = injectTell();

  protected has({ id }: TaskLabel_TaskLabelFragment): boolean {
    return this.task().labels.some((label) => label.id === id);
  }

  protected async toggle(label: TaskLabel_TaskLabelFragment): Promise<void> {
    const input = { taskId: this.task().id, labelId: label.id };
    const outcome = this.has(label) ? await this.#unlabel.run({ input }) : await this.#label.run({ input });
    this.#tell(outcome, () => void this.toggle(label));
  }
}
