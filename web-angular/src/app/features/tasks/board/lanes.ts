import type { TaskColumn } from '../../../graphql/tasks';
import {
  type Arrangement,
  arrange,
  type Card,
  columns,
  type Handover,
  type Person,
  type Place,
  placeAt,
} from './arrangement';
import type { Direction } from './board-keys';

export interface Lane {
  /** Whose row it is; null for what nobody has, and where rows are not for people. */
  readonly person: Person | null;
  readonly cards: Arrangement;
}

/** A list of a row: what a card is dropped into. */
export interface Spot {
  readonly column: TaskColumn;
  readonly person: Person | null;
}

/** A step of a card by keyboard. */
export interface Step {
  readonly card: Card;
  readonly from: Spot;
  readonly to: Spot;
  /** Null where it keeps its place and only changes the row. */
  readonly place: Place | null;
}

/** Who wants to hand a card over. */
export interface Hander {
  readonly memberId: string | undefined;
  /** Whether they may give tasks to others, and take them away. */
  readonly assigns: boolean;
}

/**
 * One row of the board for each person who has something to do, by name; what several have is in each of their rows. What
 * nobody has comes last.
 */
export function lanesOf(arrangement: Arrangement): readonly Lane[] {
  const people = new Map<string, Person>();
  for (const column of columns) {
    if (column === 'DONE') continue;
    for (const { assignees } of arrangement[column]) for (const person of assignees) people.set(person.id, person);
  }
  const lanes = [...people.values()]
    .sort((a, b) => a.displayName.localeCompare(b.displayName))
    .map((person) => ({
      person,
      cards: only(arrangement, ({ assignees }) => assignees.some(({ id }) => id === person.id)),
    }));
  return [...lanes, { person: null, cards: only(arrangement, ({ assignees }) => assignees.length === 0) }];
}

/** What a card changes hands for by going from one row to another; null when that is not this one's to do. */
export function handoverBetween(from: Person | null, to: Person | null, hander: Hander): Handover | null {
  if (hander.assigns) return { from, to };
  if (to) return to.id === hander.memberId ? { from: null, to } : null;
  return from?.id === hander.memberId ? { from, to } : null;
}

/** Where an arrow key brings a card: within its list, into the column beside it, and over the edge into the next row. */
export function stepOf(lanes: readonly Lane[], personId: string, taskId: string, direction: Direction): Step | null {
  const at = lanes.findIndex(({ person }) => (person?.id ?? '') === personId);
  const lane = lanes[at];
  const column = columns.find((name) => lane?.cards[name].some(({ id }) => id === taskId));
  const card = column && lane?.cards[column].find(({ id }) => id === taskId);
  if (!lane || !card) return null;

  const from = { column, person: lane.person };
  if (direction === 'left' || direction === 'right') {
    const next = columns[columns.indexOf(column) + (direction === 'right' ? 1 : -1)];
    if (!next) return null;
    return {
      card,
      from,
      to: { ...from, column: next },
      place: placeAt(next, lane.cards[next], lane.cards[next].length),
    };
  }
  const others = lane.cards[column].filter(({ id }) => id !== taskId);
  const index = lane.cards[column].indexOf(card) + (direction === 'down' ? 1 : -1);
  if (index >= 0 && index <= others.length) return { card, from, to: from, place: placeAt(column, others, index) };
  const beside = lanes[at + (direction === 'down' ? 1 : -1)];
  return beside ? { card, from, to: { ...from, person: beside.person }, place: null } : null;
}

function only(arrangement: Arrangement, belongs: (card: Card) => boolean): Arrangement {
  const picked = { ...arrange([]) };
  for (const column of columns) picked[column] = arrangement[column].filter(belongs);
  return picked;
}
