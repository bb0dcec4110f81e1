import { type Arrangement, arrange, type Card, columns } from './arrangement';

export interface Lane {
  /** The person; empty for what nobody has. */
  readonly id: string;
  readonly name: string;
  readonly cards: Arrangement;
}

/**
 * One row of the board for each person who has something to do, by name; what several have is in each of their rows. What
 * nobody has comes last.
 */
export function lanesOf(arrangement: Arrangement): readonly Lane[] {
  const people = new Map<string, string>();
  for (const column of columns) {
    if (column === 'DONE') continue;
    for (const { assignees } of arrangement[column])
      for (const { id, displayName } of assignees) people.set(id, displayName);
  }
  const lanes = [...people]
    .sort(([, a], [, b]) => a.localeCompare(b))
    .map(([id, name]) => ({
      id,
      name,
      cards: only(arrangement, ({ assignees }) => assignees.some((person) => person.id === id)),
    }));
  return [...lanes, { id: '', name: '', cards: only(arrangement, ({ assignees }) => assignees.length === 0) }];
}

function only(arrangement: Arrangement, belongs: (card: Card) => boolean): Arrangement {
  const picked = { ...arrange([]) };
  for (const column of columns) picked[column] = arrangement[column].filter(belongs);
  return picked;
}
