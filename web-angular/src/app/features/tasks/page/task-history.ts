import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';

import { query } from '../../../core/graphql/query';
import { Formats } from '../../../core/i18n/formats';
import { injectTexts } from '../../../core/i18n/texts';
import { TaskActivityDocument, type TaskEvent_ActivityFragment } from '../../../graphql/tasks';

const pageSize = 10;

/** What happened to a task, the latest first. */
@Component({
  selector: 'coop-task-history',
  imports: [MatButton],
  template: `
    <section class="card" aria-labelledby="history-heading">
      <div class="head">
        <h2 id="history-heading">{{ t('tasks.history.heading') }}</h2>
      </div>
      <ol class="lines">
        @for (event of events(); track event.id) {
          <li>
            {{ sentence(event) }}
            <small class="muted">
              <time [attr.datetime]="event.at" [title]="formats.moment(event.at)">{{ formats.ago(event.at) }}</time>
            </small>
          </li>
        }
      </ol>
      @if (page()?.pageInfo?.hasNextPage) {
        <div>
          <button matButton="outlined" type="button" [disabled]="found.loading()" (click)="more()">
            {{ t('ui.more') }}
          </button>
        </div>
      }
    </section>
  `,
  styleUrl: '../../../ui/section.css',
  styles: `
    .lines > li {
      padding: 6px 0;
    }
    small {
      display: block;
    }
  `,
})
export class TaskHistory {
  protected readonly t = injectTexts();
  protected readonly formats = inject(Formats);
  readonly taskId = input.required<string>();
  protected readonly found = query(TaskActivityDocument, () => ({ id: this.taskId(), first: pageSize }), {
    keepsEarlier: false,
  });
  protected readonly page = computed(() => this.found.data()?.task?.activity);
  protected readonly events = computed(() => this.page()?.nodes ?? []);

  refetch(): void {
    void this.found.refetch();
  }

  protected sentence({ kind, actor }: TaskEvent_ActivityFragment): string {
    const name = actor?.displayName ?? this.t('tasks.history.house');
    const sentence = `tasks.history.kind.${kind.replace('task.', '')}`;
    return this.t(this.t.has(sentence) ? sentence : 'tasks.history.other', { name });
  }

  protected more(): void {
    const after = this.page()?.pageInfo.endCursor;
    if (after) void this.found.more({ first: pageSize, after });
  }
}
