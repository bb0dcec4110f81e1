import { BreakpointObserver } from '@angular/cdk/layout';
import { inputBinding } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { screen, waitFor, within } from '@testing-library/dom';
import { of } from 'rxjs';
import { afterEach, describe, expect, it } from 'vitest';

import { alma, expectAccessible, openDialog, stage } from '../../../../testing/stage';
import type { SessionAnswer } from '../../../core/auth/session';
import type { TextSource } from '../../../core/i18n/texts';
import { Kept } from '../../../core/kept';
import type { TaskColumn } from '../../../graphql/tasks';
import { AddCard } from './add-card';
import { BoardPage } from './board-page';
import { Moves } from './moves';

const texts: readonly [string, TextSource] = [
  'tasks',
  { en: () => import('../i18n/en.json'), de: () => import('../i18n/de.json') },
];
const screenOf = (wide: boolean) => ({
  provide: BreakpointObserver,
  useValue: { isMatched: () => wide, observe: () => of({ matches: wide }) },
});
const card = (title: string, column: TaskColumn = 'TODO', more: object = {}) => ({
  __typename: 'Task',
  id: `task-${title}`,
  title,
  column,
  rank: `a${title}`,
  dueOn: null,
  overdue: false,
  labels: [],
  assignees: [],
  checklistProgress: null,
  commentCount: 0,
  ...more,
});
type CardData = ReturnType<typeof card>;
const names: readonly TaskColumn[] = ['TODO', 'IN_PROGRESS', 'REVIEW', 'DONE'];
const board = (cards: readonly CardData[], limits: Partial<Record<TaskColumn, number>> = {}) => ({
  board: {
    __typename: 'Board',
    assignmentLimit: null,
    columns: names.map((column) => ({
      __typename: 'BoardColumn',
      column,
      name: column === 'REVIEW' ? 'Second look' : null,
      wipLimit: limits[column] ?? null,
      count: cards.filter((one) => one.column === column).length,
      tasks: {
        __typename: 'TaskConnection',
        nodes: cards.filter((one) => one.column === column),
        pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
      },
    })),
  },
});
const full = { __typename: 'ColumnIsFullError', code: 'COLUMN_IS_FULL', message: '…', column: 'IN_PROGRESS', limit: 1 };
const moved = (task: CardData | null, errors: object[] | null = null) => ({
  moveTask: { __typename: 'MoveTaskPayload', task, errors },
});
const answered = (field: 'assignTask' | 'releaseTask', task: CardData | null, errors: object[] | null = null) => ({
  [field]: { __typename: `${field === 'assignTask' ? 'Assign' : 'Release'}TaskPayload`, task, errors },
});
const whereabouts = (title: string, column: TaskColumn) => ({
  task: { __typename: 'Task', id: `task-${title}`, column },
});
const row = (name: string) => screen.getByRole('region', { name });
const titlesIn = (column: string) =>
  within(screen.getByRole('list', { name: column }))
    .queryAllByRole('link')
    .map((link) => link.textContent?.trim());

async function open(cards: readonly CardData[], wide = true, scene: Parameters<typeof stage>[1] = {}) {
  const staged = await stage(BoardPage, { texts, providers: [screenOf(wide)], ...scene });
  (await staged.operation('Board')).flushData(board(cards, { IN_PROGRESS: 3 }));
  await screen.findByRole('list', { name: 'To do' });
  return staged;
}

const openRows = async () => {
  const staged = await stage(BoardPage, { texts, providers: [screenOf(true)], inputs: { lanes: 'true' } });
  const cards = [card('Mow', 'TODO', { assignees: [assignee] }), card('Rake', 'REVIEW', { assignees: [nadja] })];
  (await staged.operation('Board')).flushData(board(cards));
  await screen.findByRole('region', { name: 'Linh Tran' });
  return staged;
};

const steps = { __typename: 'ChecklistProgress', done: 1, total: 4 };
const assignee = { __typename: 'Member', id: 'member-linh', displayName: 'Linh Tran' };
const nadja = { __typename: 'Member', id: 'member-nadja', displayName: 'Nadja Öztürk' };
const label = { __typename: 'TaskLabel', id: 'label-1', name: 'Garden', colour: 'GREEN' };

describe('The board', () => {
  afterEach(() => {
    Reflect.deleteProperty(navigator, 'onLine');
  });

  it('shows the columns, how full they are, and the cards with their facts', async () => {
    const { element } = await open([
      card('Mow', 'TODO', { labels: [label], assignees: [assignee], checklistProgress: steps }),
      card('Paint', 'TODO', { dueOn: '2020-05-01', overdue: true }),
      card('Sweep', 'IN_PROGRESS'),
    ]);

    expect(titlesIn('To do')).toEqual(['Mow', 'Paint']);
    expect(screen.getByRole('heading', { name: 'Second look' })).toBeTruthy();
    expect(screen.getByText('1 of at most 3 tasks')).toBeTruthy();
    expect(screen.getByText('1 of 4 steps done.')).toBeTruthy();
    expect(screen.getByText('Taken by Linh Tran.')).toBeTruthy();
    expect(screen.getByText(/Overdue, /)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Mow' }).getAttribute('href')).toBe('/c/lindenhof/tasks/task-Mow');
    await expectAccessible(element);
  });

  it('moves a card by keyboard at once, and keeps the focus on it', async () => {
    const { user, operation } = await open([card('Mow'), card('Sweep', 'IN_PROGRESS')]);
    screen.getByRole('link', { name: 'Mow' }).focus();
    await user.keyboard('{Shift>}{ArrowRight}{/Shift}');

    await waitFor(() => expect(titlesIn('In progress')).toEqual(['Sweep', 'Mow']));
    await waitFor(() => expect(document.activeElement?.textContent?.trim()).toBe('Mow'));
    expect(await screen.findByText('“Mow” is now in In progress, 2 of 2.')).toBeTruthy();
    const move = await operation('MoveTask');
    expect(move.operation.variables).toEqual({
      input: { taskId: 'task-Mow', column: 'IN_PROGRESS', afterTaskId: 'task-Sweep', beforeTaskId: null },
    });
    move.flushData(moved(card('Mow', 'IN_PROGRESS', { rank: 'b' })));
    await waitFor(() => expect(TestBed.inject(Moves).pending()).toEqual([]));
    expect(titlesIn('In progress')).toEqual(['Sweep', 'Mow']);
  });

  it('takes a refused move back, and says why', async () => {
    const { user, operation } = await open([card('Mow'), card('Sweep', 'IN_PROGRESS')]);
    screen.getByRole('link', { name: 'Mow' }).focus();
    await user.keyboard('{Shift>}{ArrowRight}{/Shift}');
    (await operation('MoveTask')).flushData(moved(null, [full]));

    expect(await screen.findByText('“In progress” is full (1 at once). Finish something there first.')).toBeTruthy();
    await waitFor(() => expect(titlesIn('To do')).toEqual(['Mow']));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('link', { name: 'Mow' })));
  });

  it('keeps moves in order while there is no network, and sends them when it is back', async () => {
    const { user, operation } = await open([card('Mow'), card('Sweep')]);
    for (const title of ['Mow', 'Sweep']) {
      screen.getByRole('link', { name: title }).focus();
      await user.keyboard('{Shift>}{ArrowRight}{/Shift}');
    }
    (await operation('MoveTask')).networkError(new Error('no network'));
    expect(await screen.findByText(/2 moves wait for the connection/)).toBeTruthy();
    expect(titlesIn('In progress')).toEqual(['Mow', 'Sweep']);
    expect(screen.getByText('2 of at most 3 tasks')).toBeTruthy();

    dispatchEvent(new Event('offline'));
    TestBed.tick();
    dispatchEvent(new Event('online'));
    (await operation('TaskWhereabouts')).flushData(whereabouts('Mow', 'TODO'));
    const first = await operation('MoveTask');
    expect(first.operation.variables['input']).toMatchObject({ taskId: 'task-Mow' });
    first.flushData(moved(card('Mow', 'IN_PROGRESS', { rank: 'b1' })));
    (await operation('TaskWhereabouts')).flushData(whereabouts('Sweep', 'TODO'));
    const second = await operation('MoveTask');
    expect(second.operation.variables['input']).toMatchObject({ taskId: 'task-Sweep', afterTaskId: 'task-Mow' });
    second.flushData(moved(card('Sweep', 'IN_PROGRESS', { rank: 'b2' })));
    await waitFor(() => expect(screen.queryByText(/wait for the connection/)).toBeNull());
    expect(titlesIn('In progress')).toEqual(['Mow', 'Sweep']);
  });

  it('keeps a move while the server is away', async () => {
    const { user, operation } = await open([card('Mow')]);
    screen.getByRole('link', { name: 'Mow' }).focus();
    await user.keyboard('{Shift>}{ArrowRight}{/Shift}');
    (await operation('MoveTask')).graphqlErrors([{ message: '…', extensions: { code: 'DATABASE_UNAVAILABLE' } }]);

    expect(await screen.findByText(/1 move waits/)).toBeTruthy();
    expect(titlesIn('In progress')).toEqual(['Mow']);
  });

  it('keeps moves until they are sent, and leaves out those that others have overtaken', async () => {
    const place = { column: 'IN_PROGRESS', afterTaskId: null, beforeTaskId: null };
    const waiting = (title: string, owner: string) => ({
      taskId: `task-${title}`,
      title,
      owner,
      was: 'TODO',
      place,
      handover: null,
    });
    const mine = 'account-alma lindenhof';
    const moves = [waiting('Mow', mine), waiting('Sweep', mine), waiting('Wash', 'account-jonas lindenhof')];
    moves.forEach((move, i) => localStorage.setItem(`cooperator.kept.moves.${i}.here`, JSON.stringify(move)));
    const { operation } = await open([card('Mow'), card('Sweep', 'REVIEW'), card('Wash')]);

    (await operation('TaskWhereabouts')).flushData(whereabouts('Mow', 'TODO'));
    (await operation('MoveTask')).flushData(moved(card('Mow', 'IN_PROGRESS', { rank: 'b1' })));
    (await operation('TaskWhereabouts')).flushData(whereabouts('Sweep', 'REVIEW'));

    expect(await screen.findByText(/“Sweep” was moved or removed by somebody else/)).toBeTruthy();
    await waitFor(() => expect(titlesIn('In progress')).toEqual(['Mow']));
    expect(titlesIn('Second look')).toEqual(['Sweep']);
    // Those of another account wait for their owner, who signs in at this screen or signed out.
    expect(titlesIn('To do')).toEqual(['Wash']);
    const kept = TestBed.inject(Kept);
    expect(kept.list<{ taskId: string }>('moves').map(({ taskId }) => taskId)).toEqual(['task-Wash']);
    kept.forget();
    expect(Object.keys(localStorage)).toEqual(['cooperator.coop']);
  });

  it('hands a card over by keyboard when it goes into another row', async () => {
    const { operation, user } = await openRows();
    within(row('Linh Tran')).getByRole('link', { name: 'Mow' }).focus();
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}');

    expect(within(row('Nadja Öztürk')).getByRole('link', { name: 'Mow' })).toBeTruthy();
    expect(await screen.findByText('“Mow” is now with Nadja Öztürk.')).toBeTruthy();
    const given = await operation('AssignTask');
    expect(given.operation.variables).toEqual({ input: { taskId: 'task-Mow', memberId: 'member-nadja' } });
    given.flushData(answered('assignTask', card('Mow', 'TODO', { assignees: [assignee, nadja] })));
    const released = await operation('ReleaseTask');
    expect(released.operation.variables).toEqual({ input: { taskId: 'task-Mow', memberId: 'member-linh' } });
    released.flushData(answered('releaseTask', card('Mow', 'TODO', { assignees: [nadja] })));

    await waitFor(() => expect(TestBed.inject(Moves).pending()).toEqual([]));
    expect(screen.queryByRole('region', { name: 'Linh Tran' })).toBeNull();
    expect(within(row('Nadja Öztürk')).getByRole('link', { name: 'Mow' })).toBe(document.activeElement);
  });

  it('puts a card back into its row when the other person has enough, and says so', async () => {
    const { operation, user } = await openRows();
    within(row('Linh Tran')).getByRole('link', { name: 'Mow' }).focus();
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
    const limit = { __typename: 'AssignmentLimitReachedError', code: '…', message: '…', limit: 3, active: 3 };
    (await operation('AssignTask')).flushData(answered('assignTask', null, [limit]));

    expect(await screen.findByText(/at most 3 each, and there are 3 already/)).toBeTruthy();
    const back = await screen.findByRole('region', { name: 'Linh Tran' });
    expect(within(back).getByRole('link', { name: 'Mow' })).toBeTruthy();
  });

  it('follows the moves of others', async () => {
    const { operation } = await open([card('Mow'), card('Sweep')]);
    const changes = await operation('TaskChanged');
    const tell = (kind: string, taskId: string, task: CardData | null) =>
      changes.flushData({ taskChanged: { __typename: 'TaskChanged', kind, taskId, task } });

    tell('task.moved', 'task-Mow', card('Mow', 'REVIEW'));
    await waitFor(() => expect(titlesIn('Second look')).toEqual(['Mow']));
  });

  it('is not put back for a moment by an answer that was on its way', async () => {
    const { operation } = await stage(BoardPage, {
      texts,
      providers: [screenOf(true)],
      inputs: { overdue: 'true' },
    });
    (await operation('Board')).flushData(board([card('Mow')]));
    await screen.findByRole('list', { name: 'To do' });
    const changes = await operation('TaskChanged');
    const tell = (kind: string, task: CardData) =>
      changes.flushData({ taskChanged: { __typename: 'TaskChanged', kind, taskId: task.id, task } });
    tell('task.changed', card('Mow'));
    const late = await operation('Board');
    tell('task.moved', card('Mow', 'REVIEW'));
    late.flushData(board([card('Mow')]));

    const latest = await operation('Board');
    expect(titlesIn('Second look')).toEqual(['Mow']);
    latest.flushData(board([card('Mow', 'REVIEW')]));
    await waitFor(() => expect(titlesIn('Second look')).toEqual(['Mow']));
  });

  it('places a card by its menu and a dialog', async () => {
    const { user, operation } = await open([card('Mow'), card('Sweep', 'REVIEW'), card('Wash', 'REVIEW')]);
    await user.click(screen.getByRole('button', { name: 'Actions for “Mow”' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Move to …' }));
    const dialog = await openDialog('Move “Mow”');
    await user.selectOptions(within(dialog).getByLabelText('Column'), 'Second look');
    await user.selectOptions(within(dialog).getByLabelText('Place'), '1');
    await expectAccessible(dialog);
    await user.click(within(dialog).getByRole('button', { name: 'Move' }));

    expect((await operation('MoveTask')).operation.variables['input']).toMatchObject({
      column: 'REVIEW',
      afterTaskId: 'task-Sweep',
      beforeTaskId: 'task-Wash',
    });
    await waitFor(() => expect(titlesIn('Second look')).toEqual(['Sweep', 'Mow', 'Wash']));
  });

  it('gives the focus back to the menu a dialog was opened from', async () => {
    const { user } = await open([card('Mow')]);
    const actions = screen.getByRole('button', { name: 'Actions for “Mow”' });
    await user.click(actions);
    await user.click(await screen.findByRole('menuitem', { name: 'Move to …' }));
    const dialog = await openDialog('Move “Mow”');
    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));

    await waitFor(() => expect(document.activeElement).toBe(actions));
  });

  it('keeps a task that was begun when one looks elsewhere', async () => {
    const { user, fixture } = await open([card('Mow')]);
    await user.click(screen.getByRole('button', { name: 'Add a task to “To do”' }));
    await user.type(await screen.findByRole('textbox', { name: 'Add a task to “To do”' }), 'Rake');
    fixture.destroy();
    const again = TestBed.createComponent(AddCard, { bindings: [inputBinding('column', () => 'TODO')] });
    await again.whenStable();

    expect(within(again.nativeElement as HTMLElement).getByRole<HTMLTextAreaElement>('textbox').value).toBe('Rake');
  });

  it('says how many tasks one may take', async () => {
    const { user, operation } = await open([card('Mow')]);
    await user.click(screen.getByRole('button', { name: 'Actions for “Mow”' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Take it' }));
    const limit = { __typename: 'AssignmentLimitReachedError', code: '…', message: '…', limit: 3, active: 3 };
    (await operation('TakeTask')).flushData({
      takeTask: { __typename: 'TakeTaskPayload', task: null, errors: [limit] },
    });

    expect(await screen.findByText(/at most 3 each, and there are 3 already/)).toBeTruthy();
  });

  it('takes a new task at the foot of a column', async () => {
    const { user, operation } = await open([card('Mow')]);
    await user.click(screen.getByRole('button', { name: 'Add a task to “To do”' }));
    await user.type(await screen.findByRole('textbox', { name: 'Add a task to “To do”' }), 'Rake{Enter}');
    const add = await operation('AddTask');
    expect(add.operation.variables).toEqual({ input: { title: 'Rake', column: 'TODO' } });
    add.flushData({ addTask: { __typename: 'AddTaskPayload', task: card('Rake'), errors: null } });

    await waitFor(() => expect(titlesIn('To do')).toEqual(['Mow', 'Rake']));
  });

  it('keeps the filters in the address and asks with them', async () => {
    const { user, operation, element } = await stage(BoardPage, {
      texts,
      providers: [screenOf(true)],
      inputs: { who: 'mine', overdue: 'true', lanes: 'true' },
    });
    const asked = await operation('Board');
    expect(asked.operation.variables['filter']).toEqual({ mine: true, overdue: true });
    asked.flushData(board([card('Mow', 'TODO', { assignees: [assignee] }), card('Sweep')]));
    (await operation('TaskLabelList')).flushData({ taskLabels: [label] });

    const lane = await screen.findByRole('region', { name: 'Linh Tran' });
    expect(within(lane).getByRole('link', { name: 'Mow' })).toBeTruthy();
    expect(
      within(screen.getByRole('region', { name: 'Nobody yet' })).getByRole('link', { name: 'Sweep' }),
    ).toBeTruthy();
    await expectAccessible(element);
    await user.selectOptions(screen.getByLabelText('Label'), 'Garden');
    await waitFor(() => expect(TestBed.inject(Router).url).toContain('label=label-1'));
  });

  it('shows one column at a time on a phone', async () => {
    const { user, element } = await open([card('Mow'), card('Sweep', 'IN_PROGRESS')], false);
    expect(screen.queryByRole('link', { name: 'Sweep' })).toBeNull();
    await expectAccessible(element);
    await user.click(screen.getByRole('button', { name: /In progress/, pressed: false }));
    await waitFor(() => expect(TestBed.inject(Router).url).toContain('column=IN_PROGRESS'));
  });

  it('only shows itself to who looks on', async () => {
    const observer = { ...alma, coops: [{ slug: 'lindenhof', name: 'Lindenhof', roles: ['OBSERVER'], memberId: 'o' }] };
    await open([card('Mow')], true, { session: observer as SessionAnswer });
    expect(screen.queryByRole('button', { name: /Actions for/ })).toBeNull();
    expect(screen.queryByRole('button', { name: /Add a task/ })).toBeNull();
  });
});
