import { LiveAnnouncer } from '@angular/cdk/a11y';
import { afterNextRender, Component, computed, inject, Injector, input, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { ArrowLeft, Check, Hand, RotateCcw } from 'lucide';

import { ActiveCoop } from '../../../core/auth/active-coop';
import { mutation } from '../../../core/graphql/mutation';
import { query } from '../../../core/graphql/query';
import { subscription } from '../../../core/graphql/subscription';
import { Formats } from '../../../core/i18n/formats';
import { injectTexts } from '../../../core/i18n/texts';
import {
  CompleteTaskDocument,
  RemoveTaskDocument,
  ReopenTaskDocument,
  TakeTaskDocument,
  TaskPageChangedDocument,
  TaskPageDocument,
  type TaskPage_TaskFragment,
} from '../../../graphql/tasks';
import { Confirm } from '../../../ui/confirm';
import { Dialogs } from '../../../ui/dialogs';
import { EmptyState } from '../../../ui/empty-state';
import { FailureBanner } from '../../../ui/failure-banner';
import { Icon } from '../../../ui/icon';
import { MarkdownView } from '../../../ui/markdown-view';
import { Page } from '../../../ui/page';
import { Skeleton } from '../../../ui/skeleton';
import { ColumnNames } from '../column-names';
import { Due } from '../due';
import { TaskForm } from '../form/task-form';
import { injectTell } from '../refusals';
import { Checklist } from './checklist';
import { TaskComments } from './task-comments';
import { TaskHistory } from './task-history';
import { TaskLabels } from './task-labels';
import { TaskPeople } from './task-people';

/** One task: what is to be done, who does it, how far it is, and what was said. */
@Component({
  selector: 'coop-task-page',
  imports: [
    Checklist,
    Due,
    EmptyState,
    FailureBanner,
    Icon,
    MarkdownView,
    MatButton,
    Page,
    RouterLink,
    Skeleton,
    TaskComments,
    TaskHistory,
    TaskLabels,
    TaskPeople,
  ],
  templateUrl: './task-page.html',
  styleUrl: '../../../ui/section.css',
})
export class TaskPage {
  protected readonly icons = { ArrowLeft, Check, Hand, RotateCcw };
  protected readonly t = injectTexts();
  protected readonly formats = inject(Formats);
  protected readonly coop = inject(ActiveCoop);
  protected readonly names = inject(ColumnNames);
  readonly #dialogs = inject(Dialogs);
  readonly #confirm = inject(Confirm);
  readonly #router = inject(Router);
  readonly #tell = injectTell();
  readonly #announcer = inject(LiveAnnouncer);
  readonly #injector = inject(Injector);
  protected readonly taking = mutation(TakeTaskDocument);
  protected readonly completing = mutation(CompleteTaskDocument);
  protected readonly reopening = mutation(ReopenTaskDocument);
  readonly #remove = mutation(RemoveTaskDocument);

  // From the address.
  readonly id = input.required<string>();

  protected readonly found = query(TaskPageDocument, () => ({ id: this.id() }), { keepsEarlier: false });
  protected readonly task = computed(() => this.found.data()?.task);
  protected readonly mine = computed(() => {
    const me = this.coop.membership()?.memberId;
    return this.task()?.assignees.some(({ id }) => id === me) ?? false;
  });
  /** What can be done with it next. */
  private readonly next = viewChild('next', { read: MatButton });
  private readonly comments = viewChild(TaskComments);
  private readonly history = viewChild(TaskHistory);

  constructor() {
    // Events carry the task as it is now: the page follows through the cache.
    subscription(TaskPageChangedDocument, {
      next: ({ taskChanged: { kind, taskId, task } }) => {
        if (taskId !== this.id()) return;
        if (!task) void this.found.refetch();
        this.history()?.refetch();
        if (kind.startsWith('task.comment')) this.comments()?.refetch();
      },
      resumed: () => {
        void this.found.refetch();
        this.history()?.refetch();
        this.comments()?.refetch();
      },
    });
  }

  protected mayRemove({ column, createdBy }: TaskPage_TaskFragment): boolean {
    const own = createdBy.id === this.coop.membership()?.memberId;
    return column !== 'DONE' && this.coop.may(own ? 'RESIDENT' : 'MAINTAINER');
  }

  protected change(task: TaskPage_TaskFragment): void {
    void this.#dialogs.open(TaskForm, task);
  }

  protected async take(): Promise<void> {
    this.#tell(await this.taking.run({ input: { taskId: this.id() } }), () => void this.take());
  }

  protected async complete(): Promise<void> {
    const outcome = await this.completing.run({ input: { taskId: this.id() } });
    if (this.#tell(outcome, () => void this.complete())) this.#goOn('tasks.card.completed');
  }

  protected async reopen(): Promise<void> {
    const outcome = await this.reopening.run({ input: { taskId: this.id() } });
    if (this.#tell(outcome, () => void this.reopen())) this.#goOn('tasks.card.reopened');
  }

  /** The button that was pressed is gone: another one stands in its place. */
  #goOn(said: string): void {
    void this.#announcer.announce(this.t(said, { title: this.task()?.title }));
    afterNextRender(() => this.next()?.focus(), { injector: this.#injector });
  }

  protected async remove(task: TaskPage_TaskFragment): Promise<void> {
    const sure = await this.#confirm.ask({
      heading: this.t('tasks.remove.heading', { title: task.title }),
      text: this.t('tasks.remove.text'),
      action: this.t('tasks.remove.action'),
    });
    if (!sure) return;
    const outcome = await this.#remove.run({ input: { taskId: task.id } });
    if (this.#tell(outcome, () => void this.remove(task))) await this.#router.navigate([...this.coop.link('tasks')]);
  }
}
