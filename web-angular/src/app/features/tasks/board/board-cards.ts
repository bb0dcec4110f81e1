import { computed, effect, inject, type Signal, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';

import type { Failure } from '../../../core/errors/failure';
import { query } from '../../../core/graphql/query';
import { request } from '../../../core/graphql/request';
import { subscription } from '../../../core/graphql/subscription';
import {
  type Board_BoardFragment,
  BoardCountsDocument,
  BoardDocument,
  type BoardQueryVariables,
  type TaskColumn,
  TaskChangedDocument,
} from '../../../graphql/tasks';
import { Toast } from '../../../ui/toast';
import { type Arrangement, arrange, type Card } from './arrangement';
import type { ColumnFacts } from './board-column';
import { ColumnNames } from '../column-names';
import { Moves } from './moves';

/** While many move cards, columns are counted anew no sooner than after this, in milliseconds. */
const betweenCounts = 2000;
/** What a high screen shows of a column; the rest comes as one scrolls there. */
const firstPage = 25;
const longestPage = 150;

type Filter = NonNullable<BoardQueryVariables['filter']>;
interface Further {
  readonly cursor: string | null;
  readonly hasMore: boolean;
}

export interface BoardCards {
  readonly arrangement: Signal<Arrangement>;
  readonly board: Signal<Board_BoardFragment | undefined>;
  readonly facts: Signal<readonly ColumnFacts[]>;
  readonly waiting: Signal<boolean>;
  readonly failure: Signal<Failure | undefined>;
  readonly loadingMore: Signal<boolean>;
  hasMore(column: TaskColumn): boolean;
  more(column: TaskColumn): Promise<void>;
  refetch(): Promise<void>;
  /** Takes in what the server said about a card. */
  put(card: Card): void;
}

/**
 * The cards that match a filter (all when it is null), kept as they are now: by events, and by one's own moves before they
 * are answered.
 */
export function boardCards(filter: () => Filter | null): BoardCards {
  const moves = inject(Moves);
  const names = inject(ColumnNames);
  const toast = inject(Toast);
  const found = query(BoardDocument, () => ({ first: firstPage, filter: filter() }));
  // In the cache already once the cards are.
  const counts = query(BoardCountsDocument, () => (found.data() ? {} : null), { start: 'cache-first' });
  const further = request(BoardDocument);

  // What the first pages do not hold: further pages, what came since, and what has gone.
  const arrived = signal<ReadonlyMap<string, Card>>(new Map());
  const gone = signal<ReadonlySet<string>>(new Set());
  const pages = signal<Partial<Record<TaskColumn, Further>>>({});
  const cards = computed(() => {
    const all = new Map<string, Card>();
    const firstPages = found.data()?.board.columns ?? [];
    for (const { tasks } of firstPages) for (const card of tasks?.nodes ?? []) all.set(card.id, card);
    // What came since is newer: an answer that was on its way must not put a card back for a moment.
    for (const [id, card] of arrived()) all.set(id, card);
    for (const id of gone()) all.delete(id);
    return all;
  });

  const arrive = (...newest: readonly Card[]) =>
    arrived.update((known) => new Map([...known, ...newest.map((card) => [card.id, card] as const)]));
  const recount = coalesced(() => counts.refetch(), betweenCounts);
  const refetch = coalesced(async () => {
    const before = untracked(arrived);
    await found.refetch();
    // What came while the answer was on its way is newer than the answer.
    arrived.update((known) => new Map([...known].filter(([id, card]) => before.get(id) !== card)));
    pages.set({});
  });
  // Other filter, other cards.
  effect(() => {
    filter();
    arrived.set(new Map());
    pages.set({});
  });
  effect(() => names.learn(counts.data()?.board.columns ?? []));

  subscription(TaskChangedDocument, {
    next: ({ taskChanged: { taskId, task } }) => {
      const known = cards().get(taskId);
      if (!task) gone.update((ids) => new Set(ids).add(taskId));
      // Whether a card matches the filter is the server's to say.
      else if (known || !filter()) arrive(task);
      if (filter()) void refetch();
      if (task?.column !== known?.column) void recount();
    },
    resumed: () => {
      void refetch();
      void recount();
    },
  });

  const put = (card: Card) => {
    arrive(card);
    void recount();
  };
  moves.landed.pipe(takeUntilDestroyed()).subscribe(put);

  const settled = computed(() => arrange(cards().values()));
  const arrangement = computed(() => {
    const pending = moves.pending();
    return pending.length > 0 ? arrange(cards().values(), pending) : settled();
  });
  const facts = computed(() =>
    (counts.data()?.board.columns ?? []).map((facts) => {
      const shown = arrangement()[facts.column].length;
      // What is all here can be counted here; of the rest the server knows how many there were before the moves.
      const all = !filter() && !pageOf(facts.column).hasMore;
      return { ...facts, count: all ? shown : facts.count + shown - settled()[facts.column].length };
    }),
  );

  const turn = (column: TaskColumn, page: Further) => pages.update((known) => ({ ...known, [column]: page }));
  const pageOf = (column: TaskColumn): Further => {
    const later = pages()[column];
    if (later) return later;
    const first = found.data()?.board.columns.find((other) => other.column === column)?.tasks?.pageInfo;
    return { cursor: first?.endCursor ?? null, hasMore: first?.hasNextPage ?? false };
  };

  return {
    arrangement,
    board: computed(() => counts.data()?.board),
    facts,
    waiting: computed(() => found.waiting() || !counts.data()),
    failure: found.failure,
    loadingMore: further.running,
    hasMore: (column) => pageOf(column).hasMore,
    async more(column) {
      const { cursor } = untracked(() => pageOf(column));
      const asked = untracked(filter);
      const outcome = await further.run({ first: longestPage, after: cursor, filter: { ...asked, column } });
      if (untracked(filter) !== asked) return;
      if (outcome.kind === 'failed') {
        // Asked for again by a person, not by an end of the list that stays in sight.
        turn(column, { cursor, hasMore: false });
        toast.failed(outcome.failure, () => turn(column, { cursor, hasMore: true }));
        return;
      }
      if (outcome.kind !== 'ok') return;
      const page = outcome.value.board.columns.find((other) => other.column === column)?.tasks;
      arrive(...(page?.nodes ?? []));
      turn(column, { cursor: page?.pageInfo.endCursor ?? null, hasMore: page?.pageInfo.hasNextPage ?? false });
    },
    refetch,
    put,
  };
}

/** Runs at once, but never twice at a time, and once more after a pause when it was asked for meanwhile. */
function coalesced(act: () => Promise<void>, pause = 0): () => Promise<void> {
  let running = false;
  let again = false;
  return async () => {
    again = true;
    if (running) return;
    running = true;
    while (again) {
      again = false;
      await act();
      if (pause) await new Promise((resolve) => setTimeout(resolve, pause));
    }
    running = false;
  };
}
