import {
  afterNextRender,
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  Injector,
  input,
  signal,
} from '@angular/core';
import { MatButton } from '@angular/material/button';

import { ActiveCoop } from '../../../core/auth/active-coop';
import { mutation } from '../../../core/graphql/mutation';
import { query } from '../../../core/graphql/query';
import { Formats } from '../../../core/i18n/formats';
import { injectTexts } from '../../../core/i18n/texts';
import {
  AddCommentDocument,
  ChangeCommentDocument,
  RemoveCommentDocument,
  type TaskComment_CommentFragment,
  TaskCommentsDocument,
} from '../../../graphql/tasks';
import { Avatar } from '../../../ui/avatar';
import { Confirm } from '../../../ui/confirm';
import { Drafts } from '../../../ui/drafts';
import { FailureBanner } from '../../../ui/failure-banner';
import { MarkdownField } from '../../../ui/markdown-field';
import { MarkdownView } from '../../../ui/markdown-view';
import { More } from '../../../ui/more';
import { type Choice, SearchChoice } from '../../../ui/search-choice';
import { memberChoices } from '../form/member-choices';
import { injectTell } from '../refusals';

const pageSize = 50;

const draftOn = (taskId: string) => `comment on ${taskId}`;
const rewritingOn = (taskId: string) => `rewritten comment on ${taskId}`;

interface Rewritten {
  readonly id: string;
  readonly body: string;
}

/** What was said about a task, the first first, and a box to say more. */
@Component({
  selector: 'coop-task-comments',
  imports: [Avatar, FailureBanner, MarkdownField, MarkdownView, MatButton, More, SearchChoice],
  templateUrl: './task-comments.html',
  styleUrls: ['../../../ui/section.css', './task-comments.css'],
})
export class TaskComments {
  protected readonly t = injectTexts();
  protected readonly formats = inject(Formats);
  protected readonly coop = inject(ActiveCoop);
  readonly taskId = input.required<string>();
  readonly #confirm = inject(Confirm);
  readonly #drafts = inject(Drafts);
  readonly #tell = injectTell();
  protected readonly adding = mutation(AddCommentDocument);
  protected readonly changing = mutation(ChangeCommentDocument);
  readonly #remove = mutation(RemoveCommentDocument);

  protected readonly found = query(TaskCommentsDocument, () => ({ id: this.taskId(), first: pageSize }), {
    keepsEarlier: false,
  });
  protected readonly page = computed(() => this.found.data()?.task?.comments);
  protected readonly comments = computed(() => this.page()?.nodes ?? []);
  protected readonly body = signal('');
  /** The comment that is being rewritten, and its words so far. */
  protected readonly edited = signal<Rewritten | null>(null);
  protected readonly members = memberChoices();
  protected readonly named = signal<Choice | null>(null);
  readonly #injector = inject(Injector);
  readonly #leaving = inject(DestroyRef);

  constructor() {
    effect((onCleanup) => {
      const name = draftOn(this.taskId());
      this.body.set((this.#drafts.take(name) as string | undefined) ?? '');
      const rewriting = rewritingOn(this.taskId());
      this.edited.set((this.#drafts.take(rewriting) as Rewritten | undefined) ?? null);
      onCleanup(() => {
        if (this.body().trim()) this.#drafts.keep(name, this.body());
        if (this.edited()) this.#drafts.keep(rewriting, this.edited());
      });
    });
  }

  /** The page has heard of something new. */
  refetch(): void {
    void this.found.refetch();
  }

  protected isOwn({ author }: TaskComment_CommentFragment): boolean {
    return author.id === this.coop.membership()?.memberId;
  }

  protected mention(member: Choice | null): void {
    this.named.set(member);
    if (!member) return;
    // The box is for the next one then.
    afterNextRender(() => this.named.set(null), { injector: this.#injector });
    this.body.update((body) => `${body}${/\S$/.test(body) ? ' ' : ''}@[${member.name}](${member.id}) `);
  }

  protected more(): void {
    const after = this.page()?.pageInfo.endCursor;
    if (after && !this.found.loading()) void this.found.more({ first: pageSize, after });
  }

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    const [taskId, body] = [this.taskId(), this.body()];
    if (!body.trim() || this.adding.running()) return;
    // It is on its way and no draft any more: what is typed from here on, also on another task, is the next one.
    this.body.set('');
    const outcome = await this.adding.run({ input: { subjectId: taskId, body } });
    const here = this.taskId() === taskId && !this.#leaving.destroyed;
    if (!this.#tell(outcome)) this.#putBack(taskId, body, here);
    else if (here) await this.found.refetch();
  }

  /** What could not be sent stands before what was typed since. */
  #putBack(taskId: string, body: string, here: boolean): void {
    const before = (typed: string) => [body, typed].filter((part) => part.trim()).join('\n\n');
    if (here) {
      this.body.update(before);
      return;
    }
    const name = draftOn(taskId);
    this.#drafts.keep(name, before((this.#drafts.take(name) as string | undefined) ?? ''));
  }

  protected async change(event: Event): Promise<void> {
    event.preventDefault();
    const edited = this.edited();
    if (!edited?.body.trim()) return;
    const name = rewritingOn(this.taskId());
    const outcome = await this.changing.run({ input: { commentId: edited.id, body: edited.body } });
    if (!this.#tell(outcome)) return;
    if (this.#leaving.destroyed) this.#drafts.take(name);
    else this.edited.set(null);
  }

  protected async remove(comment: TaskComment_CommentFragment): Promise<void> {
    const sure = await this.#confirm.ask({
      heading: this.t('tasks.comments.removeHeading'),
      text: this.t('tasks.comments.removeText'),
      action: this.t('tasks.comments.remove'),
    });
    if (!sure) return;
    this.#tell(await this.#remove.run({ input: { commentId: comment.id } }), () => void this.remove(comment));
  }
}
