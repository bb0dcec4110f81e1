import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';

import { ActiveCoop } from '../../../core/auth/active-coop';
import { Session } from '../../../core/auth/session';
import { LiveConnection } from '../../../core/graphql/live-connection';
import { mutation } from '../../../core/graphql/mutation';
import { injectTexts } from '../../../core/i18n/texts';
import { Online } from '../../../core/online';
import { MoveTaskDocument } from '../../../graphql/tasks';
import { Toast } from '../../../ui/toast';
import type { Card, Move } from './arrangement';
import { injectRefusals } from '../refusals';

interface Pending extends Move {
  readonly title: string;
  /** Who moved it, and in which co-op: it is sent as theirs or not at all. */
  readonly owner: string;
  readonly landed: (card: Card) => void;
}

/** Moves on their way to the server: one after another, in order, and through times without a network. */
@Injectable({ providedIn: 'root' })
export class Moves {
  readonly #t = injectTexts();
  readonly #coop = inject(ActiveCoop);
  readonly #session = inject(Session);
  readonly #online = inject(Online).online;
  readonly #resumptions = inject(LiveConnection).resumptions;
  readonly #toast = inject(Toast);
  readonly #refusal = injectRefusals();
  readonly #move = mutation(MoveTaskDocument);
  readonly #all = signal<readonly Pending[]>([]);
  readonly #owner = computed(() => `${this.#session.account()?.id} ${this.#coop.slug()}`);
  readonly #takenBack: string[] = [];
  #sending = false;
  #later: ReturnType<typeof setTimeout> | undefined;

  /** What the server has not answered yet, in order. */
  readonly pending = computed(() => this.#all().filter(({ owner }) => owner === this.#owner()));
  /** Whether they wait for the network. */
  readonly held = signal(false);

  constructor() {
    // The network, the server, or the one who moved is back.
    effect(() => {
      this.#resumptions();
      this.#owner();
      if (this.#online()) untracked(() => void this.#send());
    });
    addEventListener('beforeunload', (leaving) => {
      if (this.#all().length > 0) leaving.preventDefault();
    });
  }

  /** Shown at once; taken back with a sentence when the co-op's rules refuse it. */
  add(card: Card, move: Move, landed: (card: Card) => void): void {
    this.#all.update((all) => [...all, { ...move, title: card.title, owner: this.#owner(), landed }]);
    void this.#send();
  }

  async #send(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    for (let next = this.pending()[0]; next; next = this.pending()[0]) {
      if (!(await this.#sendOne(next))) break;
    }
    this.#sending = false;
    this.#tellTakenBack();
  }

  /** Whether it was answered. */
  async #sendOne(move: Pending): Promise<boolean> {
    const { taskId, column, afterTaskId, beforeTaskId } = move;
    const outcome = await this.#move.run({ input: { taskId, column, afterTaskId, beforeTaskId } });
    if (outcome.kind === 'failed' && outcome.failure.reason === 'offline') {
      this.held.set(true);
      this.#tryAgainLater();
      return false;
    }
    this.held.set(false);
    if (outcome.kind === 'ok' && outcome.value.task) move.landed(outcome.value.task);
    if (outcome.kind === 'refused') this.#takenBack.push(...outcome.errors.map((error) => this.#refusal(error)));
    if (outcome.kind === 'failed') this.#takenBack.push(this.#t('tasks.move.failed', { title: move.title }));
    this.#all.update((all) => all.filter((other) => other !== move));
    return true;
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
