import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { screen, waitFor, within } from '@testing-library/dom';
import { describe, expect, it } from 'vitest';

import { alma, expectAccessible, openDialog, stage } from '../../../testing/stage';
import type { SessionAnswer } from '../../core/auth/session';
import { today } from '../../core/days';
import type { TextSource } from '../../core/i18n/texts';
import { UnitList } from './list/unit-list';
import { UnitPage } from './page/unit-page';

const texts: readonly [string, TextSource] = [
  'units',
  { en: () => import('./i18n/en.json'), de: () => import('./i18n/de.json') },
];
const linh: SessionAnswer = {
  ...alma,
  coops: [{ slug: 'lindenhof', name: 'Lindenhof', roles: ['RESIDENT'], memberId: 'member-linh' }],
} as SessionAnswer;

const building = (name: string) => ({ __typename: 'Building', id: `building-${name}`, name, address: null });
const front = building('Vorderhaus');
const person = (displayName: string) => ({ __typename: 'Member', id: `member-${displayName}`, displayName });
const row = (number: string, at = front, residents: readonly string[] = []) => ({
  __typename: 'Unit',
  id: `unit-${number}`,
  number,
  floor: 1,
  type: 'FLAT',
  sizeSquareMetres: 64.5,
  rooms: 2.5,
  vacant: residents.length === 0,
  building: at,
  residents: residents.map(person),
});
const list = (units: readonly ReturnType<typeof row>[]) => ({
  units: {
    __typename: 'UnitConnection',
    nodes: units,
    pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
    totalCount: units.length,
  },
});
const occupancy = {
  __typename: 'Occupancy',
  id: 'occupancy-1',
  capacity: 'TENANT',
  primary: true,
  from: '2021-05-01',
  until: null as string | null,
  recordedAt: '2021-05-01T10:00:00Z',
  recordedBy: null,
  household: { __typename: 'Household', id: 'household-1', name: 'Weber' },
  member: null,
};
const unit = (occupancies: readonly (typeof occupancy)[] = [occupancy]) => ({
  ...row('7', front, occupancies.length ? ['Jonas'] : []),
  shares: 64,
  occupancies,
});

describe('The homes', () => {
  it('stand below their buildings, with who lives there or that they are free', async () => {
    const { operation, element } = await stage(UnitList, { texts });
    (await operation('UnitList')).flushData(
      list([row('7', front, ['Jonas', 'Kim']), row('8'), row('31', building('Gartenhaus'), ['Dieter'])]),
    );
    (await operation('BuildingList')).flushData({ buildings: [front, building('Neubau')] });

    await screen.findByRole('heading', { name: 'Neubau' });
    expect(screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)).toEqual([
      'Gartenhaus',
      'Neubau',
      'Vorderhaus',
    ]);
    const table = screen.getByRole('table', { name: 'Vorderhaus' });
    expect(within(table).getByRole('link', { name: 'Kim' }).getAttribute('href')).toBe(
      '/c/lindenhof/members/member-Kim',
    );
    expect(within(table).getByText('Free')).toBeTruthy();
    expect(screen.getByText('No units in this building yet.')).toBeTruthy();
    await expectAccessible(element);
  });

  it('can be asked for the free ones and for another day, in the address', async () => {
    const { operation, user } = await stage(UnitList, { texts, inputs: { vacant: 'true', asOf: '2023-05-01' } });
    const first = await operation('UnitList');
    expect(first.operation.variables).toMatchObject({ vacant: true, asOf: '2023-05-01' });
    first.flushData(list([row('8')]));
    expect(await screen.findByText(/as it was on/)).toBeTruthy();

    await user.selectOptions(screen.getByLabelText('Show'), 'Lived in');
    await waitFor(() => expect(TestBed.inject(Router).url).toContain('vacant=false'));
  });

  it('change in place when somebody moves in elsewhere', async () => {
    const { operation } = await stage(UnitList, { texts });
    (await operation('UnitList')).flushData(list([row('8')]));
    await screen.findByText('Free');

    (await operation('UnitListChanged')).flushData({
      unitChanged: {
        __typename: 'UnitChanged',
        kind: 'unit.moved_in',
        unitId: 'unit-8',
        unit: row('8', front, ['Kim']),
      },
    });

    expect(await screen.findByRole('link', { name: 'Kim' })).toBeTruthy();
    expect(screen.queryByText('Free')).toBeNull();
  });

  it('get a unit whose number is taken refused beside the number', async () => {
    const { operation, user } = await stage(UnitList, { texts });
    (await operation('UnitList')).flushData(list([row('7')]));
    await user.click(await screen.findByRole('button', { name: 'Add a unit to Vorderhaus' }));
    const dialog = await openDialog();
    await user.type(within(dialog).getByLabelText('Number'), '7');
    await user.type(within(dialog).getByLabelText(/^\s*Size in m²/), '64.5');
    await user.click(within(dialog).getByRole('button', { name: 'Add a unit' }));
    const add = await operation('AddUnit');
    expect(add.operation.variables['input']).toEqual({
      buildingId: 'building-Vorderhaus',
      number: '7',
      type: 'FLAT',
      floor: null,
      sizeSquareMetres: 64.5,
      rooms: null,
      shares: 1,
    });
    const refusal = { __typename: 'UnitNumberTakenError', code: 'UNIT_NUMBER_TAKEN', message: '' };
    add.flushData({ addUnit: { __typename: 'AddUnitPayload', unit: null, errors: [refusal] } });

    expect(await within(dialog).findByText('The building has a unit of this number already.')).toBeTruthy();
    expect(within(dialog).getByLabelText('Number').getAttribute('aria-invalid')).toBe('true');
  });
});

describe('A unit', () => {
  const onPage = async (shown = unit(), session: SessionAnswer = alma) => {
    const staged = await stage(UnitPage, { texts, session, inputs: { id: 'unit-7' } });
    (await staged.operation('UnitPage')).flushData({ unit: shown });
    await screen.findByRole('heading', { level: 1, name: '7, Vorderhaus' });
    return staged;
  };

  it('tells its history and facts, without actions to residents', async () => {
    const { element } = await onPage(unit(), linh);

    expect(screen.getByRole('link', { name: 'Weber' }).getAttribute('href')).toBe(
      '/c/lindenhof/households/household-1',
    );
    expect(screen.getByText('64.5 m²')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
    await expectAccessible(element);
  });

  it('takes a new household in with one request, and keeps what was typed when it is refused', async () => {
    const { operation, user } = await onPage(unit([]));
    await user.click(screen.getByRole('button', { name: 'Move in' }));
    const dialog = await openDialog('Move into 7');
    await expectAccessible(dialog);
    await user.click(within(dialog).getByRole('radio', { name: 'A new household' }));
    await user.type(within(dialog).getByLabelText('Name of the household'), 'Kim');
    await user.click(within(dialog).getByRole('button', { name: 'Move in' }));
    expect(await within(dialog).findByText('Choose at least one member.')).toBeTruthy();

    await user.click(within(dialog).getByLabelText('Add a member to it'));
    (await operation('MoveInChoices')).flushData({
      members: { __typename: 'MemberConnection', nodes: [{ ...person('Kim'), unit: null }] },
      households: { __typename: 'HouseholdConnection', nodes: [] },
    });
    await user.click(await screen.findByRole('option', { name: 'Kim' }));
    expect(await within(dialog).findByRole('button', { name: 'Take out Kim' })).toBeTruthy();

    await user.click(within(dialog).getByRole('button', { name: 'Move in' }));
    const moveIn = await operation('MoveIn');
    const newHousehold = { name: 'Kim', memberIds: ['member-Kim'] };
    expect(moveIn.operation.variables['input']).toMatchObject({ unitId: 'unit-7', newHousehold, from: today() });
    const refusal = {
      __typename: 'UnitAlreadyLetError',
      code: 'UNIT_ALREADY_LET',
      message: '',
      unitNumber: '7',
      from: '2021-05-01',
      until: null,
    };
    moveIn.flushData({ moveIn: { __typename: 'MoveInPayload', occupancy: null, errors: [refusal] } });
    expect(await within(dialog).findByText('7 is let already: since May 1, 2021.')).toBeTruthy();

    await user.clear(within(dialog).getByLabelText('From'));
    await user.type(within(dialog).getByLabelText('From'), '2027-01-01');
    await user.click(within(dialog).getByRole('button', { name: 'Move in' }));
    const again = await operation('MoveIn');
    expect(again.operation.variables['input']).toMatchObject({ newHousehold, from: '2027-01-01' });
    again.flushData({
      moveIn: {
        __typename: 'MoveInPayload',
        occupancy: { __typename: 'Occupancy', id: 'occupancy-1', unit: unit() },
        errors: null,
      },
    });

    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByRole('link', { name: 'Weber' })).toBeTruthy();
  });

  it('says when somebody else changed the entry that is moved out', async () => {
    const { operation, user } = await onPage();
    await user.click(screen.getByRole('button', { name: 'Move out: Weber' }));
    const dialog = await openDialog();
    await user.click(within(dialog).getByRole('button', { name: 'Move out' }));
    const refusal = { __typename: 'OccupancySupersededError', code: 'OCCUPANCY_SUPERSEDED', message: '' };
    (await operation('MoveOut')).flushData({
      moveOut: { __typename: 'MoveOutPayload', occupancy: null, errors: [refusal] },
    });

    expect((await within(dialog).findByRole('alert')).textContent).toContain('Somebody changed this entry');
  });

  it('is corrected: what was really so', async () => {
    const { operation, user } = await onPage();
    await user.click(screen.getByRole('button', { name: 'Correct the entry of Weber' }));
    const dialog = await openDialog();
    await user.selectOptions(within(dialog).getByLabelText('As'), 'Owner');
    await user.click(within(dialog).getByRole('button', { name: 'Save the correction' }));
    const correct = await operation('CorrectOccupancy');
    expect(correct.operation.variables['input']).toEqual({
      occupancyId: 'occupancy-1',
      from: '2021-05-01',
      until: null,
      capacity: 'OWNER',
    });
    correct.flushData({
      correctOccupancy: {
        __typename: 'CorrectOccupancyPayload',
        occupancy: {
          __typename: 'Occupancy',
          id: 'occupancy-2',
          unit: unit([{ ...occupancy, id: 'occupancy-2', capacity: 'OWNER' }]),
        },
        errors: null,
      },
    });

    expect(await screen.findByText(/Owner/)).toBeTruthy();
  });

  it('lets a move-in that has not begun be withdrawn, once one is sure', async () => {
    const { operation, user } = await onPage(unit([{ ...occupancy, from: '2999-01-01' }]));
    expect(screen.queryByRole('button', { name: 'Move out: Weber' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Withdraw the move-in of Weber' }));
    const dialog = await screen.findByRole('alertdialog');
    await user.click(within(dialog).getByRole('button', { name: 'Withdraw' }));
    const withdraw = await operation('WithdrawOccupancy');
    expect(withdraw.operation.variables['input']).toEqual({ occupancyId: 'occupancy-1' });
    withdraw.flushData({
      withdrawOccupancy: {
        __typename: 'WithdrawOccupancyPayload',
        occupancy: { __typename: 'Occupancy', id: 'occupancy-1', unit: unit([]) },
        errors: null,
      },
    });

    expect(await screen.findByText('Nobody has lived here yet.')).toBeTruthy();
  });

  it('says that somebody moved in meanwhile', async () => {
    const { operation, user } = await onPage(unit([{ ...occupancy, from: '2999-01-01' }]));
    await user.click(screen.getByRole('button', { name: 'Withdraw the move-in of Weber' }));
    await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Withdraw' }));
    const begun = { __typename: 'OccupancyBegunError', code: 'OCCUPANCY_BEGUN', message: '', from: '2026-01-01' };
    (await operation('WithdrawOccupancy')).flushData({
      withdrawOccupancy: { __typename: 'WithdrawOccupancyPayload', occupancy: null, errors: [begun] },
    });

    expect(await screen.findByText('They live here already. Let them move out instead.')).toBeTruthy();
  });

  it('tells who lived there on a day, as it was known on another', async () => {
    const { operation, element } = await stage(UnitPage, {
      texts,
      inputs: { id: 'unit-7', asOf: '2024-05-01', knownOn: '2024-06-01' },
    });
    (await operation('UnitPage')).flushData({ unit: unit() });
    const lookBack = await operation('UnitLookBack');
    expect(lookBack.operation.variables).toMatchObject({ id: 'unit-7', asOf: '2024-05-01', onADay: true });
    expect(String(lookBack.operation.variables['knownAt'])).toMatch(/^2024-0[56]-\d\dT/);
    const living = {
      ...occupancy.household,
      members: [{ __typename: 'HouseholdMember', id: 'p', member: person('Kim') }],
    };
    lookBack.flushData({
      unit: { __typename: 'Unit', id: 'unit-7', occupancies: [{ ...occupancy, id: 'occupancy-0', household: living }] },
    });

    const answer = await screen.findByRole('region', { name: 'Look back' });
    await within(answer).findByText('On May 1, 2024, as it was known on Jun 1, 2024');
    expect(within(answer).getByText(': Kim')).toBeTruthy();
    await expectAccessible(element);
  });
});
