import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { screen, waitFor, within } from '@testing-library/dom';
import { describe, expect, it } from 'vitest';

import { expectAccessible, openDialog, stage } from '../../../testing/stage';
import { today } from '../../core/days';
import type { TextSource } from '../../core/i18n/texts';
import { HouseholdList } from './list/household-list';
import { HouseholdPage } from './page/household-page';

const texts: readonly [string, TextSource] = [
  'households',
  { en: () => import('./i18n/en.json'), de: () => import('./i18n/de.json') },
];

const place = (displayName: string) => ({
  __typename: 'HouseholdMember',
  id: `place-${displayName}`,
  from: '2021-05-01',
  until: null,
  member: { __typename: 'Member', id: `member-${displayName}`, displayName },
});
const row = (name: string, people: readonly string[]) => ({
  __typename: 'Household',
  id: `household-${name}`,
  name,
  members: people.map(place),
  unit: null,
});
const household = (people: readonly string[]) => ({ ...row('Weber', people), occupancies: [] });
const list = (rows: readonly ReturnType<typeof row>[]) => ({
  households: {
    __typename: 'HouseholdConnection',
    nodes: rows,
    pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
    totalCount: rows.length,
  },
});
const choices = (displayName: string) => ({
  members: {
    __typename: 'MemberConnection',
    nodes: [{ __typename: 'Member', id: `member-${displayName}`, displayName, household: null }],
  },
});

describe('The households', () => {
  it('are listed with who lives in them', async () => {
    const { operation, element } = await stage(HouseholdList, { texts });
    (await operation('HouseholdList')).flushData(list([row('Weber', ['Jonas', 'Kim']), row('Alt', [])]));

    expect(await screen.findByRole('link', { name: 'Kim' })).toBeTruthy();
    expect(screen.getByText('Nobody lives in it today.')).toBeTruthy();
    await expectAccessible(element);
  });

  it('are formed of members found by name', async () => {
    const { operation, user } = await stage(HouseholdList, { texts, routes: [{ path: '**', children: [] }] });
    (await operation('HouseholdList')).flushData(list([]));
    expect(await screen.findByText('No households yet')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Form a household' }));
    const dialog = await openDialog();
    await user.type(within(dialog).getByLabelText('Name'), 'Kim');
    await user.click(within(dialog).getByLabelText('Add a member'));
    (await operation('HouseholdMemberChoices')).flushData(choices('Kim'));
    await user.click(await screen.findByRole('option', { name: 'Kim' }));
    await within(dialog).findByRole('button', { name: 'Take out Kim' });
    // Nobody is left in the box, where the next one is looked for.
    await waitFor(() => expect(within(dialog).getByLabelText<HTMLInputElement>('Add a member').value).toBe(''));
    await expectAccessible(dialog);

    await user.click(within(dialog).getByRole('button', { name: 'Form a household' }));
    const form = await operation('FormHousehold');
    expect(form.operation.variables['input']).toEqual({ name: 'Kim', memberIds: ['member-Kim'], from: today() });
    form.flushData({
      formHousehold: {
        __typename: 'FormHouseholdPayload',
        household: { ...row('Kim', ['Kim']), occupancies: [] },
        errors: null,
      },
    });
    await waitFor(() => expect(TestBed.inject(Router).url).toBe('/c/lindenhof/households/household-Kim'));
  });
});

describe('A household', () => {
  const onPage = async () => {
    const staged = await stage(HouseholdPage, { texts, inputs: { id: 'household-Weber' } });
    (await staged.operation('HouseholdPage')).flushData({ household: household(['Jonas']) });
    await screen.findByRole('heading', { level: 1, name: 'Weber' });
    return staged;
  };

  it('is joined by a member; one who lives elsewhere is refused beside the name', async () => {
    const { operation, user, element } = await onPage();
    await expectAccessible(element);
    await user.click(screen.getByRole('button', { name: 'Add a member' }));
    const dialog = await openDialog('Add a member to Weber');
    await user.click(within(dialog).getByLabelText('Member'));
    (await operation('HouseholdMemberChoices')).flushData(choices('Kim'));
    await user.click(await screen.findByRole('option', { name: 'Kim' }));
    await user.click(within(dialog).getByRole('button', { name: 'Add a member' }));
    const refusal = { __typename: 'AlreadyInHouseholdError', code: 'ALREADY_IN_HOUSEHOLD', message: '' };
    (await operation('JoinHousehold')).flushData({
      joinHousehold: { __typename: 'JoinHouseholdPayload', household: null, errors: [refusal] },
    });

    expect(await within(dialog).findByText('This member lives in a household in that time already.')).toBeTruthy();
    expect(within(dialog).getByLabelText<HTMLInputElement>('Member').value).toBe('Kim');
  });

  it('is left by a member, and follows what happens live', async () => {
    const { operation, user } = await onPage();
    await user.click(screen.getByRole('button', { name: 'Jonas moves on' }));
    const dialog = await openDialog();
    await user.click(within(dialog).getByRole('button', { name: 'Moves on' }));
    const leave = await operation('LeaveHousehold');
    expect(leave.operation.variables['input']).toEqual({
      householdId: 'household-Weber',
      memberId: 'member-Jonas',
      until: today(),
    });
    leave.flushData({
      leaveHousehold: { __typename: 'LeaveHouseholdPayload', household: household([]), errors: null },
    });
    expect(await screen.findByText('Nobody lives in it today.')).toBeTruthy();

    (await operation('HouseholdPageChanged')).flushData({
      householdChanged: {
        __typename: 'HouseholdChanged',
        householdId: 'household-Weber',
        household: household(['Kim']),
      },
    });
    expect(await screen.findByRole('link', { name: 'Kim' })).toBeTruthy();
  });
});
