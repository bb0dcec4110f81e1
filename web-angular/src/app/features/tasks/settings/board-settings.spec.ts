import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { screen, waitFor, within } from '@testing-library/dom';
import { describe, expect, it } from 'vitest';

import { expectAccessible, openDialog, stage } from '../../../../testing/stage';
import { plusDays, today } from '../../../core/days';
import type { TextSource } from '../../../core/i18n/texts';
import type { TaskColumn } from '../../../graphql/tasks';
import { Dialogs } from '../../../ui/dialogs';
import { BoardForm } from './board-form';
import { ExemptionForm } from './exemption-form';

const texts: readonly [string, TextSource] = [
  'tasks',
  { en: () => import('../i18n/en.json'), de: () => import('../i18n/de.json') },
];

@Component({ template: '' })
class Page {}

/** The form as it stands on a page: in a dialog, closed by what comes of it. */
async function open(form: typeof BoardForm | typeof ExemptionForm, data?: unknown) {
  const staged = await stage(Page, { texts });
  const closed = TestBed.inject(Dialogs).open(form, data);
  const dialog = await openDialog();
  return { ...staged, closed, element: dialog, dialog: within(dialog) };
}
const refusedInput = (path: readonly string[]) => [
  { __typename: 'InvalidInputError', code: 'TOO_LONG', message: '…', path, min: null, max: 50 },
];

describe('The settings of the board', () => {
  const column = (name: TaskColumn, wipLimit: number | null = null) => ({
    __typename: 'BoardColumn',
    column: name,
    name: null,
    wipLimit,
    count: 0,
  });
  const board = {
    __typename: 'Board',
    assignmentLimit: 3,
    columns: [column('TODO'), column('IN_PROGRESS', 5), column('REVIEW'), column('DONE')],
  };
  const group = (name: string) => within(screen.getByRole('group', { name }));
  const setColumn = (errors: object[] | null = null) => ({
    setBoardColumn: {
      __typename: 'SetBoardColumnPayload',
      boardColumn: errors ? null : column('REVIEW', 2),
      errors,
    },
  });

  it('send what was changed and nothing else, and close when all is done', async () => {
    const { user, operation, closed, dialog, element } = await open(BoardForm, board);
    expect(group('In progress').getByLabelText<HTMLInputElement>(/^Tasks at once/).value).toBe('5');
    expect(group('Done').queryByLabelText(/^Tasks at once/)).toBeNull();
    await expectAccessible(element);

    await user.type(group('To check').getByLabelText(/^Your own name/), 'Second look');
    await user.type(group('To check').getByLabelText(/^Tasks at once/), '2');
    await user.clear(dialog.getByLabelText(/^Tasks each member may have/));
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    const review = await operation('SetBoardColumn');
    expect(review.operation.variables).toEqual({ input: { column: 'REVIEW', name: 'Second look', wipLimit: 2 } });
    review.flushData(setColumn());
    const limit = await operation('SetAssignmentLimit');
    expect(limit.operation.variables).toEqual({ input: { limit: null } });
    limit.flushData({
      setAssignmentLimit: {
        __typename: 'SetAssignmentLimitPayload',
        board: { __typename: 'Board', assignmentLimit: null },
        errors: null,
      },
    });

    expect(await closed).toBe(true);
  });

  it('say beside the column what is wrong with it, and keep what was typed', async () => {
    const { user, operation, dialog } = await open(BoardForm, board);
    const name = group('To check').getByLabelText<HTMLInputElement>(/^Your own name/);
    await user.type(name, 'Second look');
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    (await operation('SetBoardColumn')).flushData(setColumn(refusedInput(['name'])));

    await waitFor(() => expect(name.getAttribute('aria-invalid')).toBe('true'));
    expect(group('To check').getByText(/50/)).toBeTruthy();
    expect(name.value).toBe('Second look');
  });

  it('take no limit below one', async () => {
    const { user, dialog } = await open(BoardForm, board);
    const limit = dialog.getByLabelText(/^Tasks each member may have/);
    await user.clear(limit);
    await user.type(limit, '0');
    await user.click(dialog.getByRole('button', { name: 'Save' }));

    await waitFor(() => expect(limit.getAttribute('aria-invalid')).toBe('true'));
  });
});

describe('An exemption from the limit', () => {
  const until = plusDays(today(), 14);
  const kim = (assignmentExemption: object | null) => ({
    __typename: 'Member',
    id: 'member-kim',
    displayName: 'Kim',
    unit: null,
    assignmentExemption,
  });
  const chooseKim = async ({ user, operation, dialog }: Awaited<ReturnType<typeof open>>) => {
    await user.click(dialog.getByRole('combobox', { name: 'Member' }));
    (await operation('TaskTakers')).flushData({ members: { __typename: 'MemberConnection', nodes: [kim(null)] } });
    await user.click(await screen.findByRole('option', { name: 'Kim' }));
    return operation('MemberExemption');
  };

  it('asks for whom and until when, and then holds', async () => {
    const opened = await open(ExemptionForm);
    const { user, operation, closed, dialog, element } = opened;
    await expectAccessible(element);
    await user.click(dialog.getByRole('button', { name: 'Exempt' }));
    expect(dialog.getAllByText('Please fill this in.').length).toBe(2);

    (await chooseKim(opened)).flushData({ member: kim(null) });
    await user.type(dialog.getByLabelText('Until'), until);
    await user.click(dialog.getByRole('button', { name: 'Exempt' }));
    const exempt = await operation('ExemptFromAssignmentLimit');
    expect(exempt.operation.variables).toEqual({ input: { memberId: 'member-kim', until, reason: null } });
    exempt.flushData({
      exemptFromAssignmentLimit: {
        __typename: 'ExemptFromAssignmentLimitPayload',
        member: kim({ __typename: 'AssignmentExemption', until, reason: null }),
        errors: null,
      },
    });

    await closed;
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('that holds already is shown, and ended', async () => {
    const opened = await open(ExemptionForm);
    const { user, operation, dialog } = opened;
    const exemption = { __typename: 'AssignmentExemption', until, reason: 'Moves the library' };
    (await chooseKim(opened)).flushData({ member: kim(exemption) });
    expect(await dialog.findByText(/^Exempt until/)).toBeTruthy();

    await user.click(dialog.getByRole('button', { name: 'End it' }));
    const ended = await operation('EndAssignmentExemption');
    expect(ended.operation.variables).toEqual({ input: { memberId: 'member-kim' } });
    ended.flushData({
      endAssignmentExemption: { __typename: 'EndAssignmentExemptionPayload', member: kim(null), errors: null },
    });

    await waitFor(() => expect(dialog.queryByText(/^Exempt until/)).toBeNull());
  });
});
