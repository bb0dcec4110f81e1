import { describe, expect, it } from 'vitest';

import type { TaskColumn } from '../../../graphql/tasks';
import { arrange, type Arrangement, type Card, columns, isAlreadyThere, type Person, placeAt } from './arrangement';

const card = (id: string, column: TaskColumn, rank: string): Card => ({
  __typename: 'Task',
  id,
  title: id,
  column,
  rank,
  dueOn: null,
  overdue: false,
  labels: [],
  assignees: [],
  checklistProgress: null,
  commentCount: 0,
});
const cards = [card('c', 'TODO', 'a3'), card('a', 'TODO', 'a1'), card('b', 'TODO', 'aZ'), card('z', 'DONE', 'j1')];
const shown = (arrangement: Arrangement) =>
  columns.map((column) => arrangement[column].map(({ id }) => id).join('')).join('|');
const move = (taskId: string, column: TaskColumn, afterTaskId: string | null, beforeTaskId: string | null) => ({
  taskId,
  place: { column, afterTaskId, beforeTaskId },
  handover: null,
});

describe('The arrangement of a board', () => {
  it('sorts each column by rank, byte by byte', () => {
    expect(shown(arrange(cards))).toBe('acb|||z');
  });

  it('puts moved cards where they were dropped, one move after the other', () => {
    expect(shown(arrange(cards, [move('a', 'TODO', 'b', null)]))).toBe('cba|||z');
    expect(shown(arrange(cards, [move('a', 'REVIEW', null, null), move('c', 'REVIEW', null, 'a')]))).toBe('b||ca|z');
  });

  it('finds a place by the other neighbour when one has gone, and at the end without any', () => {
    expect(shown(arrange(cards, [move('b', 'TODO', 'gone', 'c')]))).toBe('abc|||z');
    expect(shown(arrange(cards, [move('a', 'TODO', 'gone', 'gone')]))).toBe('cba|||z');
  });

  it('puts what is done first, whatever place was asked for', () => {
    expect(shown(arrange(cards, [move('a', 'DONE', 'z', null)]))).toBe('cb|||az');
  });

  it('loses no card to a move of one that is not there', () => {
    expect(shown(arrange(cards, [move('gone', 'REVIEW', null, null)]))).toBe('acb|||z');
  });

  it('knows when a card is there already', () => {
    const arrangement = arrange(cards);
    const place = placeAt('TODO', arrangement.TODO.slice(1), 0);
    expect(isAlreadyThere(arrangement, 'a', place)).toBe(true);
    expect(isAlreadyThere(arrangement, 'a', { column: 'TODO', afterTaskId: 'c', beforeTaskId: 'b' })).toBe(false);
    expect(isAlreadyThere(arrangement, 'a', { column: 'REVIEW', afterTaskId: null, beforeTaskId: null })).toBe(false);
    expect(isAlreadyThere(arrangement, 'z', { column: 'DONE', afterTaskId: null, beforeTaskId: null })).toBe(true);
  });

  it('puts a card into other hands, and leaves those who have it besides', () => {
    const [linh, alma, jonas] = ['Linh', 'Alma', 'Jonas'].map(
      (name) => ({ __typename: 'Member', id: name, displayName: name }) as const,
    ) as [Person, Person, Person];
    const shared = { ...card('s', 'REVIEW', 'a1'), assignees: [linh, alma] };
    const people = (from: Person | null, to: Person | null) =>
      arrange([shared], [{ taskId: 's', place: null, handover: { from, to } }]).REVIEW.flatMap(({ assignees }) =>
        assignees.map(({ id }) => id),
      );

    expect(people(linh, jonas)).toEqual(['Alma', 'Jonas']);
    expect(people(linh, alma)).toEqual(['Alma']);
    expect(people(null, jonas)).toEqual(['Linh', 'Alma', 'Jonas']);
    expect(people(alma, null)).toEqual(['Linh']);
  });
});
