import { computed, effect, inject, Injectable, type Injector, signal, untracked } from '@angular/core';
import { Subject } from 'rxjs';

import { ActiveCoop } from '../../../core/auth/active-coop';
import { Session } from '../../../core/auth/session';
import type { FailureReason } from '../../../core/errors/failure';
import type { Outcome } from '../../../core/errors/outcome';
import { LiveConnection } from '../../../core/graphql/live-connection';
import { mutation } from '../../../core/graphql/mutation';
import { request } from '../../../core/graphql/request';
import { injectTexts, Texts } from '../../../core/i18n/texts';
import { Kept, type KeptItem } from '../../../core/kept';
import { Online } from '../../../core/online';
import {
  AssignTaskDocument,
  MoveTaskDocument,
  ReleaseTaskDocument,
  type TaskColumn,
  TaskWhereaboutsDocument,
} from '../../../graphql/tasks';
import { Toast } from '../../../ui/toast';
import { injectRefusals, type Refusal } from '../refusals';
import { taskTexts } from '../texts';
import type { Card, Move } from './arrangement';

interface Pending extends Move {
  readonly title: string;
  /** The column it was taken from. */
  readonly was: TaskColumn;
  /** Who moved it, and in which co-op: it is sent as theirs or not at all. */
  readonly owner: string;
}

/** What comes to an end without the move being wrong: it is kept and sent again. */
const passing: readonly FailureReason[] = ['offline', 'unanswered', 'away', 'busy', 'signed-out'];

type Answer = Outcome<{ readonly task: Card | null }, Refusal>;

/** Moves on their way to the server: one after another, in order, and through times without a network, reloads and closed tabs. */
@Injectable({ providedIn: 'root' })
export class Moves {
  readonly #t = injectTexts();
  readonly #coop = inject(ActiveCoop);
  readonly #session = inject(Session);
  readonly #online = inject(Online).online;
  readonly #resumptions = inject(LiveConnection).resumptions;
  readonly #toast = inject(Toast);
  readonly #kept = inject(Kept);
  readonly #refusal = injectRefusals();
  readonly #move = mutation(MoveTaskDocument);
  readonly #assign = mutation(AssignTaskDocument);
  readonly #release = mutation(ReleaseTaskDocument);
  readonly #whereabouts = request(TaskWhereaboutsDocument);
  readonly #all = computed(() => this.#kept.list<Pending>('moves'));
  readonly #owner = computed(() => `${this.#session.account()?.id} ${this.#coop.slug()}`);
  readonly #takenBack: string[] = [];
  /** Moves of this page that were never without a network: nobody else can have moved the cards since. */
  readonly #fresh = new Set<string>();
  #sending = false;
  #later: ReturnType<typeof setTimeout> | undefined;

  /** What the server has not answered yet, in order. */
  readonly pending = computed(() => this.#all().filter(({ owner }) => owner === this.#owner()));
  /** Whether they wait for the network. */
  readonly held = signal(false);
  /** Cards as the server has them after a move. */
  readonly landed = new Subject<Card>();

  /** Sends what waits, where the board is not open. */
  static async start(injector: Injector): Promise<void> {
    await injector.get(Texts).add('tasks', taskTexts);
    injector.get(Moves);
  }

  constructor() {
    // The network, the server, or the one who moved is back.
    effect(() => {
      this.#resumptions();
      this.#owner();
      if (this.#online()) untracked(() => void this.#send());
    });
    // They would wait for the next visit.
    addEventListener('beforeunload', (leaving) => {
      if (this.pending().length > 0) leaving.preventDefault();
    });
  }

  /** Shown at once; taken back with a sentence when the co-op's rules refuse it. */
  add(card: Card, move: Move): void {
    const pending: Pending = { ...move, title: card.title, was: card.column, owner: this.#owner() };
    this.#fresh.add(this.#kept.add('moves', pending));
    void this.#send();
  }

  async #send(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    let begun = false;
    try {
      await this.#kept.alone('moves', async () => {
        begun = true;
        try {
          for (let next = this.pending()[0]; next; next = this.pending()[0]) {
            if (!(await this.#sendOne(next))) break;
          }
        } finally {
          // At once: who comes while the lock is handed back starts anew.
          this.#sending = false;
        }
      });
    } finally {
      // When the lock was not to be had, the next move is sent all the same.
      if (!begun) this.#sending = false;
    }
    this.#tellTakenBack();
  }

  /** Whether it was answered. */
  async #sendOne(move: KeptItem<Pending>): Promise<boolean> {
    const answer = await this.#carryOut(move);
    if (answer !== 'overtaken' && answer.kind === 'failed' && passing.includes(answer.failure.reason)) {
      this.#fresh.clear();
      this.held.set(true);
      this.#tryAgainLater();
      return false;
    }
    this.held.set(false);
    if (answer === 'overtaken') this.#takenBack.push(this.#t('tasks.move.overtaken', { title: move.title }));
    else if (answer.kind === 'refused') this.#takenBack.push(...answer.errors.map((error) => this.#refusal(error)));
    else if (answer.kind === 'failed') this.#takenBack.push(this.#t('tasks.move.failed', { title: move.title }));
    this.#fresh.delete(move.at);
    this.#kept.remove(move.at);
    return true;
  }

  async #carryOut(move: KeptItem<Pending>): Promise<Answer | 'overtaken'> {
    if (!this.#fresh.has(move.at)) {
      const found = await this.#whereabouts.run({ id: move.taskId });
      if (found.kind !== 'ok') return found;
      const column = found.value.task?.column;
      // Where it was to go it may be by this very move, whose answer was lost.
      if (!column || (column !== move.was && column !== move.place?.column)) return 'overtaken';
    }
    let answer: Answer = { kind: 'ok', value: { task: null } };
    for (const step of this.#steps(move)) {
      const next = await step();
      // Sent a second time, it has been given back already.
      if (next.kind === 'refused' && next.errors.every(({ __typename }) => __typename === 'TaskNotAssignedError'))
        continue;
      answer = next;
      if (answer.kind !== 'ok') break;
      if (answer.value.task) this.landed.next(answer.value.task);
    }
    return answer;
  }

  #steps({ taskId, place, handover, was }: Pending): readonly (() => Promise<Answer>)[] {
    const { from, to } = handover ?? {};
    const hands = [
      ...(to ? [() => this.#assign.run({ input: { taskId, memberId: to.id } })] : []),
      ...(from ? [() => this.#release.run({ input: { taskId, memberId: from.id } })] : []),
    ];
    const places = place ? [() => this.#move.run({ input: { taskId, ...place } })] : [];
    // What is done does not change hands.
    return was === 'DONE' ? [...places, ...hands] : [...hands, ...places];
  }

  // The device may believe to have a network that leads nowhere.
  #tryAgainLater(): void {
    clearTimeout(this.#later);
    this.#later = setTimeout(() => void this.#send(), 5000);
  }

  #tellTakenBack(): void {
    if (this.#takenBack.length === 0) return;
    this.#toast.offer([...new Set(this.#takenBack.splice(0))].join(' '), this.#t('ui.close'), () => undefined);
  }
}
