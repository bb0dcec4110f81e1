import { Component, computed, inject, input } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { CalendarPlus, Check, ChevronLeft, ChevronRight, TriangleAlert } from 'lucide';

import { injectAddress } from '../../../core/address';
import { ActiveCoop } from '../../../core/auth/active-coop';
import { today } from '../../../core/days';
import { list } from '../../../core/graphql/list';
import { subscription } from '../../../core/graphql/subscription';
import { Formats } from '../../../core/i18n/formats';
import { injectTexts } from '../../../core/i18n/texts';
import { injectWide } from '../../../core/wide';
import { TaskCalendarDocument, type TaskCard_TaskFragment, TaskChangedDocument } from '../../../graphql/tasks';
import { Dialogs } from '../../../ui/dialogs';
import { EmptyState } from '../../../ui/empty-state';
import { FailureBanner } from '../../../ui/failure-banner';
import { Icon } from '../../../ui/icon';
import { More } from '../../../ui/more';
import { Page } from '../../../ui/page';
import { Skeleton } from '../../../ui/skeleton';
import { TasksNav } from '../tasks-nav';
import { FeedDialog } from './feed-dialog';
import { isMonth, monthOf, monthsLater, thisMonth, weeksOf } from './month';

/** What is due when: a month at a glance, or day by day on a phone. */
@Component({
  selector: 'coop-calendar-page',
  imports: [EmptyState, FailureBanner, Icon, MatButton, MatIconButton, More, Page, RouterLink, Skeleton, TasksNav],
  templateUrl: './calendar-page.html',
  styleUrl: './calendar-page.css',
})
export class CalendarPage {
  protected readonly icons = { CalendarPlus, Check, ChevronLeft, ChevronRight, TriangleAlert };
  protected readonly t = injectTexts();
  protected readonly formats = inject(Formats);
  protected readonly coop = inject(ActiveCoop);
  protected readonly wide = injectWide();
  readonly #address = injectAddress();
  readonly #dialogs = inject(Dialogs);

  // From the address.
  readonly month = input<string>();
  readonly mine = input<string>();

  protected readonly today = today();
  protected readonly shown = computed(() => {
    const month = this.month();
    return isMonth(month) ? month : thisMonth();
  });
  protected readonly weeks = computed(() => weeksOf(this.shown(), this.formats.firstWeekday()));
  protected readonly onlyMine = computed(() => this.mine() === 'true');
  protected readonly tasks = list(TaskCalendarDocument, 'tasks', () => {
    const days = this.weeks().flat();
    return {
      first: 100,
      filter: {
        dueFrom: days[0] ?? null,
        dueUntil: days.at(-1) ?? null,
        ...(this.onlyMine() ? { mine: true } : {}),
      },
    };
  });
  protected readonly byDay = computed(() => {
    const days = new Map<string, TaskCard_TaskFragment[]>();
    for (const task of this.tasks.rows()) {
      if (task.dueOn) days.set(task.dueOn, [...(days.get(task.dueOn) ?? []), task]);
    }
    return days;
  });
  /** The days of the month on which something is due. */
  protected readonly agenda = computed(() =>
    [...this.byDay()].filter(([day]) => this.inMonth(day)).sort(([a], [b]) => (a < b ? -1 : 1)),
  );

  constructor() {
    subscription(TaskChangedDocument, {
      next: () => void this.tasks.refetch(),
      resumed: () => void this.tasks.refetch(),
    });
  }

  protected inMonth(day: string): boolean {
    return monthOf(day) === this.shown();
  }

  protected subscribe(): void {
    void this.#dialogs.open(FeedDialog);
  }

  protected turn(count: number): void {
    this.#address({ month: monthsLater(this.shown(), count) });
  }

  protected backToToday(): void {
    this.#address({ month: null });
  }

  protected showMine(mine: boolean): void {
    this.#address({ mine: mine || null });
  }
}
