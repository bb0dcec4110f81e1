import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';

import { ActiveCoop } from '../../../core/auth/active-coop';
import { plusDays, today } from '../../../core/days';
import { query } from '../../../core/graphql/query';
import { subscription } from '../../../core/graphql/subscription';
import { Formats } from '../../../core/i18n/formats';
import { injectTexts } from '../../../core/i18n/texts';
import { MyWorkChangedDocument, MyWorkDocument } from '../../../graphql/dashboard';
import { Badge } from '../../../ui/badge';
import { FailureBanner } from '../../../ui/failure-banner';
import { Skeleton } from '../../../ui/skeleton';

const daysAhead = 7;
/** What can make something mine that was not. */
const handedOver: readonly string[] = ['task.assigned', 'task.handed_out', 'task.handed_over', 'task.taken'];

/** What I owe: my tasks and duties of the next days, and what is overdue. */
@Component({
  selector: 'coop-my-work',
  imports: [Badge, FailureBanner, RouterLink, Skeleton],
  template: `
    <section class="card" aria-labelledby="my-work-heading">
      <h2 id="my-work-heading">{{ t('dashboard.work.heading') }}</h2>
      @if (found.failure(); as failure) {
        <coop-failure [failure]="failure" (retry)="found.refetch()" />
      } @else if (found.waiting()) {
        <coop-skeleton [lines]="2" />
      }
      @if (due().length) {
        <ul class="entries">
          @for (task of due(); track task.id) {
            <li>
              <div class="about">
                <a [routerLink]="coop.link('tasks', task.id)">{{ task.title }}</a>
                <small class="muted">{{ formats.shortWeekdayAndDay(task.dueOn) }}</small>
              </div>
              @if (task.overdue) {
                <coop-badge tone="wrong">{{ t('dashboard.work.overdue') }}</coop-badge>
              } @else if (task.dueOn === today) {
                <coop-badge tone="due">{{ t('dashboard.work.today') }}</coop-badge>
              }
            </li>
          }
        </ul>
      } @else if (!found.waiting() && !found.failure()) {
        <p class="muted">{{ t('dashboard.work.none') }}</p>
      }
      <a [routerLink]="coop.link('tasks', 'duties')">{{ t('dashboard.work.duties') }}</a>
    </section>
  `,
  styleUrl: '../../../ui/section.css',
})
export class MyWork {
  protected readonly t = injectTexts();
  protected readonly formats = inject(Formats);
  protected readonly coop = inject(ActiveCoop);
  protected readonly today = today();

  protected readonly found = query(MyWorkDocument, () => ({ first: 20 }));
  readonly #tasks = computed(() => this.found.data()?.myTasks?.nodes ?? []);
  protected readonly due = computed(() => {
    const last = plusDays(this.today, daysAhead);
    return this.#tasks().flatMap(({ dueOn, ...task }) => (dueOn !== null && dueOn <= last ? [{ ...task, dueOn }] : []));
  });

  constructor() {
    subscription(MyWorkChangedDocument, {
      next: ({ taskChanged: { kind, taskId } }) => {
        if (handedOver.includes(kind) || this.#tasks().some(({ id }) => id === taskId)) void this.found.refetch();
      },
      resumed: () => void this.found.refetch(),
    });
  }
}
