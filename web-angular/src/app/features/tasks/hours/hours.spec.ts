import { screen, waitFor, within } from '@testing-library/dom';
import { describe, expect, it } from 'vitest';

import { alma, expectAccessible, openDialog, stage } from '../../../../testing/stage';
import type { SessionAnswer } from '../../../core/auth/session';
import { plusDays, today } from '../../../core/days';
import type { TextSource } from '../../../core/i18n/texts';
import { HoursPage } from './hours-page';

const texts: readonly [string, TextSource] = [
  'hours',
  { en: () => import('./i18n/en.json'), de: () => import('./i18n/de.json') },
];
const day = today();
const period = {
  __typename: 'HoursPeriod',
  id: 'period-1',
  name: 'This year',
  from: plusDays(day, -30),
  until: plusDays(day, 30),
  quotaHours: 24,
};
const figures = (quotaHours: number, workedHours: number) => ({
  __typename: 'HoursAccount',
  quotaHours,
  workedHours,
  balanceHours: workedHours - quotaHours,
});
const member = (name: string, hours: object | null, workExemptions: readonly object[] = []) => ({
  __typename: 'Member',
  id: `member-${name.toLowerCase()}`,
  displayName: name,
  hours,
  workExemptions,
});
const line = (id: string, more: object = {}) => ({
  __typename: 'HoursLine',
  id,
  kind: 'MEETING',
  hours: 2,
  workedOn: day,
  reason: 'Spring meeting',
  recordedAt: '2026-01-01T00:00:00Z',
  recordedBy: null,
  reversedLineId: null,
  task: null,
  ...more,
});
const page = (typename: string, nodes: readonly object[]) => ({
  __typename: typename,
  nodes,
  pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
});
const cell = (fromPercent: number | null, belowPercent: number | null, members: number) => ({
  __typename: 'FairnessCell',
  fromPercent,
  belowPercent,
  members,
});
const fairness = (value: object | null) => ({
  hoursPeriod: { __typename: 'HoursPeriod', id: 'period-1', fairness: value },
});
const resident: SessionAnswer = {
  ...alma,
  coops: [{ slug: 'lindenhof', name: 'Lindenhof', roles: ['RESIDENT'], memberId: 'member-alma' }],
} as SessionAnswer;

async function open(
  session: SessionAnswer,
  account: object,
  lines: readonly object[] = [],
  spread: object | null = null,
) {
  const staged = await stage(HoursPage, { texts, session });
  (await staged.operation('HoursPeriods')).flushData({ hoursPeriods: [period] });
  (await staged.operation('HoursOfMember')).flushData({ member: account });
  (await staged.operation('HoursFairness')).flushData(fairness(spread));
  (await staged.operation('HoursLedger')).flushData({ hoursLines: page('HoursLineConnection', lines) });
  return staged;
}

describe('My hours', () => {
  it('are one figure, its lines, and how the work is spread', async () => {
    const { element } = await open(
      resident,
      member('Alma', figures(24, 9.5)),
      [
        line('line-1', {
          kind: 'TASK',
          hours: 1.5,
          task: { __typename: 'Task', id: 'task-1', title: 'Mow' },
          reason: null,
        }),
        line('line-2'),
        line('line-3', { kind: 'REVERSAL', hours: -2, reversedLineId: 'line-2', reason: 'Was not there' }),
      ],
      { __typename: 'Fairness', members: 12, medianPercent: 45, distribution: [cell(null, 50, 7), cell(50, null, 5)] },
    );

    expect(await screen.findByText('14.5 hours are still to be done.')).toBeTruthy();
    expect(screen.getByText('9.5 hours')).toBeTruthy();
    expect(screen.getByText('of 24 hours')).toBeTruthy();
    const ledger = within(screen.getByRole('table', { name: 'Ledger' }));
    expect(ledger.getByRole('link', { name: 'Mow' }).getAttribute('href')).toBe('/c/lindenhof/tasks/task-1');
    expect(ledger.getByText('taken back')).toBeTruthy();
    expect(ledger.getByText('+1.5')).toBeTruthy();
    expect(ledger.getByText('-2')).toBeTruthy();
    expect(screen.getByText(/12 members owe hours\. The one in the middle has done 45% of their share\./)).toBeTruthy();
    const spread = within(screen.getByRole('table', { name: 'How many members have done how much of their share' }));
    expect(spread.getByRole('rowheader', { name: 'below 50%' })).toBeTruthy();
    expect(spread.getByRole('rowheader', { name: '50% and more' })).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
    await expectAccessible(element);
  });

  it('follow the ledger live, asking once for what comes together', async () => {
    const { operation } = await open(resident, member('Alma', figures(24, 9.5)));
    await screen.findByText('14.5 hours are still to be done.');

    const live = await operation('HoursChanged');
    const told = { hoursChanged: { __typename: 'HoursChanged', line: null } };
    live.flushData(told);
    live.flushData(told);
    (await operation('HoursOfMember')).flushData({ member: member('Alma', figures(24, 12)) });

    expect(await screen.findByText('12 hours are still to be done.')).toBeTruthy();
  });

  it('are not spread over too few', async () => {
    await open(resident, member('Alma', figures(24, 30)));
    expect(await screen.findByText(/^Fewer than five members owe hours/)).toBeTruthy();
    expect(await screen.findByText('6 hours more than owed. Thank you.')).toBeTruthy();
  });
});

describe('The board', () => {
  it('sees everybody and writes hours down for many', async () => {
    const { operation, user, element } = await open(alma, member('Alma', figures(24, 24)));
    const spared = { __typename: 'WorkExemption', id: 'e-1', from: day, until: null, owedPercent: 0, reason: 'Baby' };
    (await operation('HoursOfAll')).flushData({
      members: page('MemberConnection', [member('Kim', figures(24, 4)), member('Linh', figures(0, 0), [spared])]),
    });
    const table = within(await screen.findByRole('table', { name: 'Everybody’s hours' }));
    expect(table.getByText('-20')).toBeTruthy();
    expect(table.getByText('spared')).toBeTruthy();
    expect(table.getByRole('link', { name: 'Kim' }).getAttribute('href')).toContain('member=member-kim');
    await expectAccessible(element);

    await user.click(screen.getByRole('button', { name: 'Write down hours' }));
    const dialog = within(await openDialog());
    await user.click(dialog.getByRole('button', { name: 'Write down' }));
    expect(dialog.getAllByText('Please fill this in.').length).toBeGreaterThan(1);
    await user.click(dialog.getByRole('combobox', { name: 'Member' }));
    const kim = { __typename: 'Member', id: 'member-kim', displayName: 'Kim', unit: null };
    (await operation('TaskTakers')).flushData({ members: { __typename: 'MemberConnection', nodes: [kim] } });
    await user.click(await screen.findByRole('option', { name: 'Kim' }));
    const another = await dialog.findByRole<HTMLInputElement>('combobox', { name: 'Another member' });
    await waitFor(() => expect(another.value).toBe(''));
    await user.type(dialog.getByLabelText('Hours'), '2.5');
    await user.type(dialog.getByLabelText('Reason'), 'Spring meeting');
    await user.click(dialog.getByRole('button', { name: 'Write down' }));

    expect((await operation('RecordHours')).operation.variables['input']).toEqual({
      memberIds: ['member-kim'],
      kind: 'MEETING',
      hours: 2.5,
      workedOn: day,
      reason: 'Spring meeting',
    });
  });

  it('takes a line back, with a reason', async () => {
    const { operation, user } = await open(alma, member('Alma', figures(24, 2)), [line('line-1')]);
    await user.click(await screen.findByRole('button', { name: /^Take back \+2 hours/ }));
    const dialog = within(await openDialog());
    await user.type(dialog.getByLabelText('Reason'), 'Was not there');
    await user.click(dialog.getByRole('button', { name: 'Take back' }));
    const reversal = await operation('ReverseHours');
    expect(reversal.operation.variables).toEqual({ input: { lineId: 'line-1', reason: 'Was not there' } });
    reversal.flushData({
      reverseHours: {
        __typename: 'ReverseHoursPayload',
        hoursLine: null,
        errors: [{ __typename: 'HoursLineAlreadyReversedError', code: 'X', message: '…' }],
      },
    });

    expect(await dialog.findByText('This line was taken back already.')).toBeTruthy();
  });

  it('opens a period that may not overlap another one', async () => {
    const { operation, user } = await stage(HoursPage, { texts });
    (await operation('HoursPeriods')).flushData({ hoursPeriods: [] });
    await user.click(await screen.findByRole('button', { name: 'Open a period' }));
    const dialog = within(await openDialog());
    await user.type(dialog.getByLabelText('Hours owed by each member'), '20');
    await user.click(dialog.getByRole('button', { name: 'Open' }));
    (await operation('OpenHoursPeriod')).flushData({
      openHoursPeriod: {
        __typename: 'OpenHoursPeriodPayload',
        hoursPeriod: null,
        errors: [
          {
            __typename: 'HoursPeriodsOverlapError',
            code: 'X',
            message: '…',
            name: 'Old',
            from: '2026-01-01',
            until: '2026-12-31',
          },
        ],
      },
    });

    expect(await dialog.findByText(/It overlaps “Old”/)).toBeTruthy();
  });

  it('changes a period, and removes it once it is sure', async () => {
    const { operation, user } = await open(alma, member('Alma', figures(24, 2)));
    await user.click(await screen.findByRole('button', { name: 'Change “This year”' }));
    const form = within(await openDialog('Change “This year”'));
    const quota = form.getByLabelText('Hours owed by each member');
    await user.clear(quota);
    await user.type(quota, '20');
    await user.click(form.getByRole('button', { name: 'Save' }));
    const change = await operation('ChangeHoursPeriod');
    const { from, until } = period;
    expect(change.operation.variables['input']).toEqual({
      periodId: 'period-1',
      name: 'This year',
      from,
      until,
      quotaHours: 20,
    });
    const changed = { ...period, quotaHours: 20 };
    change.flushData({
      changeHoursPeriod: { __typename: 'ChangeHoursPeriodPayload', hoursPeriod: changed, errors: null },
    });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

    await user.click(screen.getByRole('button', { name: 'Remove “This year”' }));
    const sure = within(await openDialog(undefined, 'alertdialog'));
    await user.click(sure.getByRole('button', { name: 'Remove period' }));
    expect((await operation('RemoveHoursPeriod')).operation.variables).toEqual({ input: { periodId: 'period-1' } });
  });
});
