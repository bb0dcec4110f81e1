import { BreakpointObserver } from '@angular/cdk/layout';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { screen, waitFor, within } from '@testing-library/dom';
import { of } from 'rxjs';
import { describe, expect, it } from 'vitest';

import { alma, expectAccessible, openDialog, stage } from '../../../testing/stage';
import type { SessionAnswer } from '../../core/auth/session';
import type { TextSource } from '../../core/i18n/texts';
import { Drafts } from '../../ui/drafts';
import { CalendarPage } from './calendar/calendar-page';
import { TaskPage } from './page/task-page';
import { LabelsDialog } from './settings/labels-dialog';

const texts: readonly [string, TextSource] = [
  'tasks',
  { en: () => import('./i18n/en.json'), de: () => import('./i18n/de.json') },
];
const linh: SessionAnswer = {
  ...alma,
  coops: [{ slug: 'lindenhof', name: 'Lindenhof', roles: ['RESIDENT'], memberId: 'member-linh' }],
} as SessionAnswer;
const person = (id: string, displayName: string) => ({ __typename: 'Member', id, displayName });
const step = (id: string, text: string, done = false) => ({ __typename: 'ChecklistItem', id, text, done });
const label = { __typename: 'TaskLabel', id: 'label-1', name: 'Garden', colour: 'GREEN' };
const mow = {
  __typename: 'Task',
  id: 'task-1',
  title: 'Mow the lawn',
  description: 'Take the **long** cable.',
  column: 'TODO',
  rank: 'a1',
  dueOn: '2020-05-01' as string | null,
  overdue: true,
  estimateHours: 1.5,
  createdAt: '2026-05-01T10:00:00Z',
  completedAt: null,
  createdBy: person('member-alma', 'Alma Berger'),
  completedBy: null,
  labels: [label],
  assignees: [] as object[],
  checklist: [step('step-1', 'Fetch the mower', true), step('step-2', 'Mow')],
  checklistProgress: { __typename: 'ChecklistProgress', done: 1, total: 2 },
  commentCount: 1,
};
const comment = {
  __typename: 'Comment',
  id: 'comment-1',
  body: 'Thanks @[Linh Tran](TWVtYmVyOjE)',
  createdAt: '2026-05-02T10:00:00Z',
  editedAt: null,
  removedAt: null,
  author: person('member-alma', 'Alma Berger'),
};
const pageInfo = { __typename: 'PageInfo', hasNextPage: false, endCursor: null };
const comments = (...nodes: object[]) => ({
  task: { __typename: 'Task', id: 'task-1', comments: { __typename: 'CommentConnection', nodes, pageInfo } },
});
const events = {
  task: {
    __typename: 'Task',
    id: 'task-1',
    activity: {
      __typename: 'ActivityConnection',
      nodes: [
        {
          __typename: 'Activity',
          id: 'event-1',
          kind: 'task.added',
          at: '2026-05-01T10:00:00Z',
          actor: person('member-alma', 'Alma Berger'),
        },
      ],
      pageInfo,
    },
  },
};

async function open(task: object | null = mow, session: SessionAnswer = linh) {
  const staged = await stage(TaskPage, { texts, session, inputs: { id: 'task-1' } });
  (await staged.operation('TaskPage')).flushData({ task });
  if (!task) return staged;
  await screen.findByRole('heading', { level: 1, name: 'Mow the lawn' });
  (await staged.operation('TaskComments')).flushData(comments(comment));
  (await staged.operation('TaskActivity')).flushData(events);
  (await staged.operation('TaskLabelList')).flushData({ taskLabels: [label] });
  await screen.findByText('Alma Berger added it.');
  return staged;
}

const said = (body: string) => ({
  addComment: {
    __typename: 'AddCommentPayload',
    comment: { ...comment, id: 'comment-2', body },
    errors: null,
  },
});

describe('A task', () => {
  it('shows what is to be done, how far it is, what was said and what happened', async () => {
    const { element } = await open();
    expect(await screen.findByText('long')).toBeTruthy();
    expect(screen.getByText('1 of 2 done')).toBeTruthy();
    expect(await screen.findByText('@Linh Tran')).toBeTruthy();
    expect(screen.getByText('1.5 hours')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Give it to somebody' })).toBeNull();
    await expectAccessible(element);
  });

  it('is taken, and then done, by who looks at it', async () => {
    const { user, operation } = await open();
    await user.click(screen.getByRole('button', { name: 'Take it' }));
    const taken = { ...mow, assignees: [person('member-linh', 'Linh Tran')] };
    (await operation('TakeTask')).flushData({
      takeTask: { __typename: 'TakeTaskPayload', task: taken, errors: null },
    });
    await screen.findByRole('button', { name: 'Give back for Linh Tran' });
    await user.click(screen.getByRole('button', { name: 'It is done' }));
    (await operation('CompleteTask')).flushData({
      completeTask: {
        __typename: 'CompleteTaskPayload',
        task: { ...taken, column: 'DONE', overdue: false, completedBy: person('member-linh', 'Linh Tran') },
        errors: null,
      },
    });
    const reopen = await screen.findByRole('button', { name: 'Reopen' });
    await waitFor(() => expect(document.activeElement).toBe(reopen));
    expect(await screen.findByText('“Mow the lawn” is done.')).toBeTruthy();
  });

  it('gets its steps ticked, and a tick that was refused taken back', async () => {
    const { user, operation } = await open();
    const box = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Mow' });
    await user.click(box);
    const tick = await operation('TickChecklistItem');
    expect(tick.operation.variables).toEqual({ input: { itemId: 'step-2', done: true } });
    const gone = { __typename: 'ChecklistItemNotFoundError', code: '…', message: '…' };
    tick.flushData({ tickChecklistItem: { __typename: 'TickChecklistItemPayload', task: null, errors: [gone] } });
    expect(await screen.findByText('This step is no longer there.')).toBeTruthy();
    expect(box.checked).toBe(false);
  });

  it('is changed in a form, and keeps what was typed when that is refused', async () => {
    const { user, operation } = await open();
    await user.click(screen.getByRole('button', { name: 'Change' }));
    const dialog = await openDialog('Change the task');
    const title = within(dialog).getByLabelText('What is to be done');
    await user.clear(title);
    await user.type(title, 'Mow both lawns');
    await user.click(within(dialog).getByRole('button', { name: 'Preview' }));
    expect(await within(dialog).findByText('long')).toBeTruthy();
    await expectAccessible(dialog);
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    const change = await operation('ChangeTask');
    expect(change.operation.variables['input']).toEqual({
      taskId: 'task-1',
      title: 'Mow both lawns',
      description: 'Take the **long** cable.',
      dueOn: '2020-05-01',
      estimateHours: 1.5,
    });
    const fault = {
      __typename: 'InvalidInputError',
      code: 'TOO_LONG',
      message: '…',
      path: 'title',
      min: null,
      max: 200,
    };
    change.flushData({ changeTask: { __typename: 'ChangeTaskPayload', task: null, errors: [fault] } });
    expect(await within(dialog).findByText('Please use at most 200 characters.')).toBeTruthy();
  });

  it('is commented on, and what was typed stays when it could not be sent', async () => {
    const { user, operation } = await open();
    const box = screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Your comment/ });
    await user.type(box, 'I do it');
    await user.click(screen.getByRole('button', { name: 'Send' }));
    (await operation('AddComment')).networkError(new Error('no network'));
    expect(await screen.findByText(/It may have been done/)).toBeTruthy();
    await waitFor(() => expect(box.value).toBe('I do it'));

    await user.click(screen.getByRole('button', { name: 'Send' }));
    (await operation('AddComment')).flushData(said('I do it'));
    (await operation('TaskComments')).flushData(comments(comment, { ...comment, id: 'comment-2', body: 'I do it' }));
    expect(await screen.findByText('I do it')).toBeTruthy();
    await waitFor(() => expect(box.value).toBe(''));
  });

  it('keeps what is typed while a comment is on its way', async () => {
    const { user, operation } = await open();
    const box = screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Your comment/ });
    await user.type(box, 'I do it');
    await user.click(screen.getByRole('button', { name: 'Send' }));
    const sent = await operation('AddComment');
    await user.type(box, 'Who helps');
    sent.flushData(said('I do it'));
    (await operation('TaskComments')).flushData(comments(comment, { ...comment, id: 'comment-2', body: 'I do it' }));
    await screen.findByText('I do it');

    expect(box.value).toBe('Who helps');
  });

  it('has no draft of a comment that was sent, also when one left before it was', async () => {
    const { user, operation, fixture } = await open();
    await user.type(screen.getByRole('textbox', { name: /Your comment/ }), 'I do it');
    await user.click(screen.getByRole('button', { name: 'Send' }));
    const sent = await operation('AddComment');
    fixture.destroy();

    expect(TestBed.inject(Drafts).take('comment on task-1')).toBeUndefined();
    sent.flushData(said('I do it'));
    await new Promise((resolve) => setTimeout(resolve));
    expect(TestBed.inject(Drafts).take('comment on task-1')).toBeUndefined();
  });

  it('has what could not be sent as a draft when one left before', async () => {
    const { user, operation, fixture } = await open();
    await user.type(screen.getByRole('textbox', { name: /Your comment/ }), 'I do it');
    await user.click(screen.getByRole('button', { name: 'Send' }));
    const sent = await operation('AddComment');
    fixture.destroy();
    sent.networkError(new Error('no network'));

    await waitFor(() => expect(TestBed.inject(Drafts).take('comment on task-1')).toBe('I do it'));
  });

  it('keeps the step one was writing when one left', async () => {
    const { user, fixture } = await open();
    await user.type(screen.getByLabelText('Another step'), 'Sharpen');
    fixture.destroy();

    expect(TestBed.inject(Drafts).take('step of task-1')).toBe('Sharpen');
  });

  it('that is not there says so', async () => {
    await open(null);
    expect(await screen.findByText('This task is not there')).toBeTruthy();
  });
});

describe('The calendar', () => {
  const due = { ...mow, dueOn: '2026-11-12', overdue: false };
  const page = {
    tasks: { __typename: 'TaskConnection', nodes: [due], pageInfo, totalCount: 1 },
  };
  const calendar = async (wide: boolean) => {
    const observer = { isMatched: () => wide, observe: () => of({ matches: wide }) };
    const providers = [{ provide: BreakpointObserver, useValue: observer }];
    const staged = await stage(CalendarPage, { texts, session: linh, inputs: { month: '2026-11' }, providers });
    const asked = await staged.operation('TaskCalendar');
    expect(asked.operation.variables['filter']).toEqual({ dueFrom: '2026-11-01', dueUntil: '2026-12-05' });
    asked.flushData(page);
    return staged;
  };

  it('shows a month, and turns its pages in the address', async () => {
    const { user, element } = await calendar(true);
    const cell = (await screen.findByRole('link', { name: 'Mow the lawn' })).closest('td');
    expect(cell?.querySelector('time')?.dateTime).toBe('2026-11-12');
    await expectAccessible(element);
    await user.click(screen.getByRole('button', { name: 'The next month' }));
    await waitFor(() => expect(TestBed.inject(Router).url).toContain('month=2026-12'));
  });

  it('goes day by day on a phone', async () => {
    const { element } = await calendar(false);
    expect(await screen.findByRole('heading', { level: 3, name: /12/ })).toBeTruthy();
    await expectAccessible(element);
  });
});

describe('The labels', () => {
  it('are added, and a name that is taken is refused', async () => {
    const { user, operation, element } = await stage(LabelsDialog, { texts });
    (await operation('TaskLabelList')).flushData({ taskLabels: [label] });
    await screen.findByRole('button', { name: 'Remove “Garden”' });
    await expectAccessible(element);
    await user.type(screen.getByLabelText('Name'), 'Garden');
    await user.selectOptions(screen.getByLabelText('Colour'), 'BLUE');
    await user.click(screen.getByRole('button', { name: 'Add' }));
    const add = await operation('AddTaskLabel');
    expect(add.operation.variables).toEqual({ input: { name: 'Garden', colour: 'BLUE' } });
    const taken = { __typename: 'TaskLabelNameTakenError', code: '…', message: '…' };
    add.flushData({ addTaskLabel: { __typename: 'AddTaskLabelPayload', taskLabel: null, errors: [taken] } });
    expect(await screen.findByText('There is a label of this name already.')).toBeTruthy();
  });
});
