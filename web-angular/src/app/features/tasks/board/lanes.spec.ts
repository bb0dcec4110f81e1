import { describe, expect, it } from 'vitest';

import type { TaskColumn } from '../../../graphql/tasks';
import { arrange, type Card, type Person } from './arrangement';
import { handoverBetween, lanesOf, stepOf } from './lanes';

const card = (id: string, column: TaskColumn, ...people: readonly string[]): Card => ({
  __typename: 'Task',
  id,
  title: id,
  column,
  rank: id,
  dueOn: null,
  overdue: false,
  labels: [],
  assignees: people.map((name) => ({ __typename: 'Member', id: name, displayName: name })),
  checklistProgress: null,
  commentCount: 0,
});

describe('The rows of a board by person', () => {
  it('hold what each has to do, and at the end what nobody has', () => {
    const lanes = lanesOf(
      arrange([
        card('a', 'TODO', 'Linh', 'Alma'),
        card('b', 'REVIEW', 'Linh'),
        card('c', 'TODO'),
        card('d', 'DONE', 'Alma'),
      ]),
    );
    const shown = lanes.map(({ person, cards }) => [
      person?.displayName ?? '',
      ...Object.values(cards)
        .flat()
        .map(({ id }) => id),
    ]);
    expect(shown).toEqual([
      ['Alma', 'a', 'd'],
      ['Linh', 'a', 'b'],
      ['', 'c'],
    ]);
  });

  it('open for nobody who has only done something', () => {
    expect(lanesOf(arrange([card('a', 'DONE', 'Alma')])).map(({ person }) => person)).toEqual([null]);
  });
});

describe('A card that goes into another row', () => {
  const [alma, linh] = ['Alma', 'Linh'].map((id) => ({ __typename: 'Member', id, displayName: id }) as const) as [
    Person,
    Person,
  ];

  it('goes from hand to hand for who may give tasks to others', () => {
    const board = { memberId: 'Alma', assigns: true };
    expect(handoverBetween(linh, alma, board)).toEqual({ from: linh, to: alma });
    expect(handoverBetween(null, linh, board)).toEqual({ from: null, to: linh });
  });

  it('is taken or given back for oneself, and not for others', () => {
    const resident = { memberId: 'Alma', assigns: false };
    expect(handoverBetween(null, alma, resident)).toEqual({ from: null, to: alma });
    expect(handoverBetween(alma, null, resident)).toEqual({ from: alma, to: null });
    // Who has it already keeps it.
    expect(handoverBetween(linh, alma, resident)).toEqual({ from: null, to: alma });
    expect(handoverBetween(alma, linh, resident)).toBeNull();
    expect(handoverBetween(linh, null, resident)).toBeNull();
  });

  it('goes there by arrow key over the edge of its row', () => {
    const lanes = lanesOf(arrange([card('a', 'TODO', 'Alma'), card('b', 'TODO', 'Alma'), card('c', 'REVIEW', 'Linh')]));

    expect(stepOf(lanes, 'Alma', 'b', 'up')).toMatchObject({ to: { person: alma }, place: { beforeTaskId: 'a' } });
    expect(stepOf(lanes, 'Alma', 'b', 'down')).toMatchObject({ to: { column: 'TODO', person: linh }, place: null });
    expect(stepOf(lanes, 'Linh', 'c', 'down')).toMatchObject({ to: { column: 'REVIEW', person: null }, place: null });
    expect(stepOf(lanes, 'Alma', 'a', 'up')).toBeNull();
    expect(stepOf(lanes, 'Alma', 'a', 'right')).toMatchObject({ to: { column: 'IN_PROGRESS', person: alma } });
  });
});
