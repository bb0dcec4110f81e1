import { describe, expect, it } from 'vitest';

import type { TaskColumn } from '../../../graphql/tasks';
import { arrange, type Card } from './arrangement';
import { lanesOf } from './lanes';

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
    const shown = lanes.map(({ name, cards }) => [
      name,
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
    expect(lanesOf(arrange([card('a', 'DONE', 'Alma')])).map(({ name }) => name)).toEqual(['']);
  });
});
