import { screen, within } from '@testing-library/dom';
import { describe, expect, it } from 'vitest';

import { alma, expectAccessible, openDialog, stage } from '../../../../testing/stage';
import type { SessionAnswer } from '../../../core/auth/session';
import { plusDays, today } from '../../../core/days';
import type { TextSource } from '../../../core/i18n/texts';
import { DutyList } from './duty-list';
import { DutyOffers } from './duty-offers';
import { DutyRoster } from './duty-roster';
import { MyDuties } from './my-duties';

const texts: readonly [string, TextSource] = [
  'duties',
  { en: () => import('./i18n/en.json'), de: () => import('./i18n/de.json') },
];
const day = today();
const person = (name: string) => ({ __typename: 'Member', id: `member-${name.toLowerCase()}`, displayName: name });
const me = { ...person('Alma'), id: 'member-alma' };
const turn = (title: string, dueOn: string, more: object = {}) => ({
  __typename: 'DutyOccurrence',
  id: `day-${title}`,
  dueOn,
  duty: { __typename: 'Duty', id: `duty-${title}`, title },
  plannedMember: me,
  task: { __typename: 'Task', id: `task-${title}`, column: 'TODO', assignees: [me] },
  openSwap: null,
  ...more,
});
const page = (typename: string, nodes: readonly object[]) => ({
  __typename: typename,
  nodes,
  pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
});
const roster = (...nodes: object[]) => ({ dutyRoster: page('DutyOccurrenceConnection', nodes) });
const offered = (more: object = {}) => ({
  __typename: 'DutySwap',
  id: 'swap-1',
  note: 'I am away',
  state: 'OFFERED',
  asksMe: true,
  offeredBy: person('Kim'),
  toMember: null,
  occurrence: turn('Bins', day),
  inReturn: null,
  ...more,
});
const offers = (...nodes: object[]) => ({ openDutySwaps: page('DutySwapConnection', nodes) });
const swapAnswer = (errors: object[] | null) => ({
  __typename: 'AcceptDutySwapPayload',
  dutySwap: errors ? null : { __typename: 'DutySwap', id: 'swap-1', state: 'ACCEPTED', asksMe: false },
  errors,
});
const error = (name: string, facts: object = {}) => ({ __typename: name, code: 'X', message: '…', ...facts });

describe('My duties', () => {
  it('are what is ahead, and what was missed', async () => {
    const done = { __typename: 'Task', id: 'task-x', column: 'DONE', assignees: [me] };
    const { operation, element } = await stage(MyDuties, { texts });
    (await operation('MyDuties')).flushData(
      roster(
        turn('Bins', plusDays(day, -2)),
        turn('Snow', plusDays(day, -1), { task: done }),
        turn('Stairs', day),
        turn('Garden', plusDays(day, 7), { openSwap: offered({ toMember: person('Kim') }) }),
      ),
    );

    expect((await screen.findAllByRole('link')).map((link) => link.textContent?.trim())).toEqual([
      'Bins',
      'Stairs',
      'Garden',
    ]);
    expect(screen.getByText('Overdue')).toBeTruthy();
    expect(screen.getByText('Today')).toBeTruthy();
    expect(screen.getByText(/offered to Kim/)).toBeTruthy();
    expect(screen.getByRole('button', { name: /Take back the offer of “Garden”/ })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Offer “Bins”/ })).toBeNull();
    await expectAccessible(element);
  });

  it('are offered to one member, for one of that member’s days', async () => {
    const { operation, user } = await stage(MyDuties, { texts });
    (await operation('MyDuties')).flushData(roster(turn('Stairs', day)));
    await user.click(await screen.findByRole('button', { name: /Offer “Stairs”/ }));
    const dialog = within(await openDialog());
    await user.click(dialog.getByRole('radio', { name: 'One member' }));
    await user.click(dialog.getByRole('combobox', { name: 'Member' }));
    const found = await operation('TaskTakers');
    found.flushData({ members: { __typename: 'MemberConnection', nodes: [{ ...person('Kim'), unit: null }] } });
    await user.click(await screen.findByRole('option', { name: /Kim/ }));
    const kims = await operation('MyDuties');
    expect(kims.operation.variables['memberId']).toBe('member-kim');
    const theirs = { __typename: 'Task', id: 'task-y', column: 'TODO', assignees: [person('Kim')] };
    kims.flushData(roster(turn('Bins', plusDays(day, 3), { task: theirs })));
    await dialog.findByRole('option', { name: /Bins/ });
    await user.selectOptions(dialog.getByLabelText('In return for'), 'day-Bins');
    await user.click(dialog.getByRole('button', { name: 'Offer' }));

    const offer = await operation('OfferDutySwap');
    expect(offer.operation.variables['input']).toEqual({
      occurrenceId: 'day-Stairs',
      toMemberId: 'member-kim',
      inReturnId: 'day-Bins',
      note: null,
    });
    offer.flushData({
      offerDutySwap: { ...swapAnswer([error('CannotTakeDutyError', { dueOn: '2020-12-05' })]) },
    });
    expect(await dialog.findByText(/this member cannot take a duty/)).toBeTruthy();
  });
});

describe('An offer', () => {
  it('is accepted, or refused with the numbers', async () => {
    const { operation, user } = await stage(DutyOffers, { texts });
    (await operation('DutyOffers')).flushData(offers(offered()));
    await screen.findByText(/Kim offers “Bins” on .* to everybody\./);
    expect(screen.getByText(/For nothing in return\./)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Decline/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: /Accept “Bins”/ }));
    const errors = [error('AssignmentLimitReachedError', { limit: 3, active: 4 })];
    (await operation('AcceptDutySwap')).flushData({ acceptDutySwap: swapAnswer(errors) });

    expect(await screen.findByText(/at most 3 each, and there are 4 already/)).toBeTruthy();
  });

  it('that asks me by name can be declined', async () => {
    const { operation, user, element } = await stage(DutyOffers, { texts });
    const inReturn = turn('Stairs', plusDays(day, 3));
    (await operation('DutyOffers')).flushData(offers(offered({ toMember: me, inReturn })));
    await screen.findByText(/Kim offers you “Bins”/);
    expect(screen.getByText(/In return for “Stairs”/)).toBeTruthy();
    await expectAccessible(element);
    await user.click(screen.getByRole('button', { name: /Decline “Bins”/ }));
    expect((await operation('DeclineDutySwap')).operation.variables).toEqual({ input: { swapId: 'swap-1' } });
  });

  it('of mine asks others', async () => {
    const { operation } = await stage(DutyOffers, { texts });
    (await operation('DutyOffers')).flushData(offers(offered({ offeredBy: me, asksMe: false })));
    await screen.findByText(/You offer “Bins”/);
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('The roster', () => {
  it('lists who has which duty on which day, month by month', async () => {
    const { operation, element } = await stage(DutyRoster, { texts });
    const nobody = { __typename: 'Task', id: 'task-z', column: 'TODO', assignees: [] };
    (await operation('DutyRoster')).flushData(
      roster(turn('Bins', '2027-01-30'), turn('Stairs', '2027-01-30'), turn('Garden', '2027-02-06', { task: nobody })),
    );
    const rows = await screen.findAllByRole('row');
    expect(
      rows.map((row) => [...row.children].map((cell) => cell.textContent?.replaceAll(/\s+/g, ' ').trim())),
    ).toEqual([
      ['Day', 'Duty', 'Who', 'Done'],
      ['January 2027'],
      [expect.stringContaining('30'), 'Bins', 'Alma', ''],
      [expect.stringContaining('30'), 'Stairs', 'Alma', ''],
      ['February 2027'],
      [expect.stringContaining('6'), 'Garden', 'Whoever likes to', ''],
    ]);
    await expectAccessible(element);
  });

  it('asks once for a further page that cannot be had, and again when it is told to', async () => {
    const { operation, user } = await stage(DutyRoster, { texts });
    const first = roster(turn('Bins', '2027-01-30'));
    const pageInfo = { __typename: 'PageInfo', hasNextPage: true, endCursor: 'there' };
    (await operation('DutyRoster')).flushData({ dutyRoster: { ...first.dutyRoster, pageInfo } });
    (await operation('DutyRoster')).networkError(new Error('no network'));

    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    const next = await operation('DutyRoster');
    expect(next.operation.variables['after']).toBeUndefined();
    next.flushData(first);
  });
});

describe('A duty', () => {
  const duty = {
    __typename: 'Duty',
    id: 'duty-1',
    title: 'Stairs',
    description: null,
    rule: 'FREQ=WEEKLY;BYDAY=SA',
    firstOn: '2026-01-03',
    estimateHours: 1.5,
    leadDays: 28,
    endedOn: null,
    members: [person('Kim'), person('Linh')],
    nextTurns: [{ __typename: 'DutyTurn', dueOn: '2027-02-06', member: person('Kim') }],
  };

  it('tells its rule, its rotation and the next turns; residents change nothing', async () => {
    const session: SessionAnswer = {
      ...alma,
      coops: [{ slug: 'lindenhof', name: 'Lindenhof', roles: ['RESIDENT'], memberId: 'member-alma' }],
    } as SessionAnswer;
    const { operation, element } = await stage(DutyList, { texts, session });
    (await operation('DutyList')).flushData({ duties: [duty] });
    const article = within(await screen.findByRole('article', { name: 'Stairs' }));
    expect(article.getByText(/every Saturday/).textContent).toMatch(/counts 1.5 hours/);
    expect(article.getByText('Kim and Linh')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
    await expectAccessible(element);
  });

  it('changes the order of its rotation by buttons', async () => {
    const { operation, user } = await stage(DutyList, { texts });
    (await operation('DutyList')).flushData({ duties: [duty] });
    await user.click(await screen.findByRole('button', { name: 'Rotation of “Stairs”' }));
    const dialog = within(await openDialog());
    await user.click(dialog.getByRole('button', { name: 'Move Linh up' }));
    await user.click(dialog.getByRole('button', { name: 'Save' }));

    expect((await operation('RotateDuty')).operation.variables).toEqual({
      input: { dutyId: 'duty-1', memberIds: ['member-linh', 'member-kim'] },
    });
  });

  it('is set up with plain fields', async () => {
    const { operation, user } = await stage(DutyList, { texts });
    (await operation('DutyList')).flushData({ duties: [] });
    await user.click(await screen.findByRole('button', { name: 'New duty' }));
    const dialog = within(await openDialog());
    await user.type(dialog.getByLabelText('What is to be done'), 'Bins');
    await user.selectOptions(dialog.getByLabelText('Repeats by'), 'MONTH');
    await user.selectOptions(dialog.getByLabelText('Which one'), 'last');
    await user.selectOptions(dialog.getByLabelText('Weekday'), 'Saturday');
    expect(dialog.getByText('That is: monthly on the last Saturday.')).toBeTruthy();
    await expectAccessible(await openDialog());
    await user.click(dialog.getByRole('button', { name: 'Create duty' }));

    expect((await operation('CreateDuty')).operation.variables['input']).toEqual({
      title: 'Bins',
      description: null,
      rule: 'FREQ=MONTHLY;BYDAY=-1SA',
      firstOn: day,
      estimateHours: null,
      leadDays: 28,
      memberIds: [],
    });
  });
});
