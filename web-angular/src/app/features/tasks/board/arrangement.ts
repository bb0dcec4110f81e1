import type { TaskCard_TaskFragment, TaskColumn } from '../../../graphql/tasks';

export type Card = TaskCard_TaskFragment;
export type Person = Card['assignees'][number];
export type Arrangement = Readonly<Record<TaskColumn, readonly Card[]>>;

/** A place between two cards; without neighbours it is the end of the column. */
export interface Place {
  readonly column: TaskColumn;
  readonly afterTaskId: string | null;
  readonly beforeTaskId: string | null;
}

/** Who gives a card away and who gets it; nobody is null. */
export interface Handover {
  readonly from: Person | null;
  readonly to: Person | null;
}

/** What one drop of a card asks for: another place, other hands, or both. */
export interface Move {
  readonly taskId: string;
  readonly place: Place | null;
  readonly handover: Handover | null;
}

/** From left to right. */
export const columns: readonly TaskColumn[] = ['TODO', 'IN_PROGRESS', 'REVIEW', 'DONE'];

/** The cards column by column as the server has them, and then as moved by what it has not answered yet. */
export function arrange(cards: Iterable<Card>, moves: readonly Move[] = []): Arrangement {
  const arranged: Record<TaskColumn, Card[]> = { TODO: [], IN_PROGRESS: [], REVIEW: [], DONE: [] };
  for (const card of cards) arranged[card.column].push(card);
  for (const column of columns) arranged[column].sort(byRank);
  for (const move of moves) {
    if (move.handover) handOver(arranged, move.taskId, move.handover);
    if (move.place) put(arranged, move.taskId, move.place);
  }
  return arranged;
}

/** The place at `index` of a column in which the moved card no longer stands. */
export function placeAt(column: TaskColumn, cards: readonly Card[], index: number): Place {
  return { column, afterTaskId: cards[index - 1]?.id ?? null, beforeTaskId: cards[index]?.id ?? null };
}

/** Where a move would bring a card to where it is. */
export function isAlreadyThere(arrangement: Arrangement, taskId: string, place: Place): boolean {
  const cards = arrangement[place.column];
  const index = cards.findIndex(({ id }) => id === taskId);
  if (index < 0) return false;
  // What is done has its place by when it was done.
  if (place.column === 'DONE') return true;
  return (cards[index - 1]?.id ?? null) === place.afterTaskId && (cards[index + 1]?.id ?? null) === place.beforeTaskId;
}

function put(arranged: Record<TaskColumn, Card[]>, taskId: string, { column, afterTaskId, beforeTaskId }: Place): void {
  // An earlier move may have changed its column already: it says so itself.
  const moved = columns.flatMap((from) => arranged[from]).find(({ id }) => id === taskId);
  if (!moved) return;
  const others = arranged[column].filter(({ id }) => id !== taskId);
  const after = others.findIndex(({ id }) => id === afterTaskId);
  const before = others.findIndex(({ id }) => id === beforeTaskId);
  const wanted = after >= 0 ? after + 1 : before >= 0 ? before : others.length;
  const index = column === 'DONE' ? 0 : wanted;
  arranged[moved.column] = arranged[moved.column].filter(({ id }) => id !== taskId);
  // Not the server's word yet, but its column is where one sees it.
  arranged[column] = others.toSpliced(index, 0, { ...moved, column, overdue: moved.overdue && column !== 'DONE' });
}

function handOver(arranged: Record<TaskColumn, Card[]>, taskId: string, { from, to }: Handover): void {
  for (const column of columns) {
    arranged[column] = arranged[column].map((card) => {
      if (card.id !== taskId) return card;
      const others = card.assignees.filter(({ id }) => id !== from?.id && id !== to?.id);
      return { ...card, assignees: to ? [...others, to] : others };
    });
  }
}

// Ranks are sorted byte by byte; the id only keeps two equals from changing places.
function byRank(a: Card, b: Card): number {
  if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
