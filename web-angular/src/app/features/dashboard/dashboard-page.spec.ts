import { screen } from '@testing-library/dom';
import { describe, expect, it } from 'vitest';

import { expectAccessible, stage } from '../../../testing/stage';
import { plusDays, today } from '../../core/days';
import type { TextSource } from '../../core/i18n/texts';
import { DashboardPage } from './dashboard-page';

const texts: readonly [string, TextSource] = [
  'dashboard',
  { en: () => import('./i18n/en.json'), de: () => import('./i18n/de.json') },
];
const glance = {
  coop: {
    __typename: 'Coop',
    id: 'coop',
    name: 'Lindenhof',
    memberCount: 61,
    unitCount: 42,
    vacantUnitCount: 1,
    householdCount: 33,
  },
  me: {
    __typename: 'Me',
    member: {
      __typename: 'Member',
      id: 'member-alma',
      givenName: 'Alma',
      displayName: 'Alma Berger',
      unit: {
        __typename: 'Unit',
        id: '12',
        number: '12',
        building: { __typename: 'Building', id: 'b', name: 'Front' },
      },
      household: null,
    },
  },
};
const line = (id: string, kind: string, subjectName: string) => ({
  __typename: 'Activity',
  id,
  at: new Date().toISOString(),
  kind,
  subjectType: 'Unit',
  subjectId: null,
  subjectName,
  payload: {},
  actor: { __typename: 'Member', id: 'member-jonas', displayName: 'Jonas Weiß' },
});
const activity = {
  activity: {
    __typename: 'ActivityConnection',
    nodes: [line('1', 'unit.moved_in', '7')],
    pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: '1' },
  },
};

describe('The dashboard', () => {
  it('shows the co-op at a glance, and one’s own home', async () => {
    const { operation, element } = await stage(DashboardPage, { texts });
    (await operation('Dashboard')).flushData(glance);
    (await operation('RecentActivity')).flushData(activity);

    expect(await screen.findByRole('heading', { name: 'Hello Alma' })).toBeTruthy();
    expect(screen.getByRole('link', { name: '61 members' }).getAttribute('href')).toBe('/c/lindenhof/members');
    expect(screen.getByRole('link', { name: '1 unit free' }).getAttribute('href')).toBe(
      '/c/lindenhof/units?vacant=true',
    );
    expect(screen.getByText('Somebody moved into unit 7')).toBeTruthy();
    await expectAccessible(element);
  });

  it('says what is due within a week, and what is overdue', async () => {
    const { operation } = await stage(DashboardPage, { texts });
    const task = (title: string, dueOn: string | null, overdue = false) => ({
      __typename: 'Task',
      id: `task-${title}`,
      title,
      dueOn,
      overdue,
    });
    const nodes = [
      task('Bins', plusDays(today(), -1), true),
      task('Stairs', today()),
      task('Garden', plusDays(today(), 8)),
      task('Attic', null),
    ];
    (await operation('MyWork')).flushData({ myTasks: { __typename: 'TaskConnection', nodes } });

    const bins = await screen.findByRole('link', { name: 'Bins' });
    expect(bins.getAttribute('href')).toBe('/c/lindenhof/tasks/task-Bins');
    expect(screen.getByText('Overdue')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Stairs' })).toBeTruthy();
    expect(screen.queryByText('Garden')).toBeNull();
    expect(screen.queryByText('Attic')).toBeNull();
  });

  it('puts what just happened on top by itself, and has words for kinds it does not know', async () => {
    const { operation } = await stage(DashboardPage, { texts });
    (await operation('RecentActivity')).flushData(activity);
    await screen.findByText('Somebody moved into unit 7');

    (await operation('ActivityAdded')).flushData({ activityAdded: line('2', 'weather.changed', 'rain') });

    await screen.findByText('Something changed: rain');
    expect(
      screen.getAllByRole('listitem').map((item) => item.querySelector('p')?.firstChild?.textContent?.trim()),
    ).toEqual(['Something changed: rain', 'Somebody moved into unit 7']);
  });

  it.each([
    ['task.taken', 'Bins', {}, 'Somebody took “Bins”'],
    ['task.removed', null, { title: 'Bins' }, 'The task “Bins” was removed'],
    ['duty_swap.offered', null, {}, 'Somebody offers a duty to others'],
  ])('says %s as a resident would', async (kind, subjectName, payload, sentence) => {
    const { operation } = await stage(DashboardPage, { texts });
    const nodes = [{ ...line('1', kind, ''), subjectName, payload }];
    (await operation('RecentActivity')).flushData({ activity: { ...activity.activity, nodes } });

    expect(await screen.findByText(sentence)).toBeTruthy();
  });

  it('says what went wrong and tries again', async () => {
    const { operation, user } = await stage(DashboardPage, { texts });
    (await operation('Dashboard')).graphqlErrors([{ message: 'Masked', extensions: { traceId: '4bf92f35' } }]);

    expect((await screen.findByRole('alert')).textContent).toContain('4bf92f35');
    await user.click(screen.getByRole('button', { name: 'Try again' }));

    (await operation('Dashboard')).flushData(glance);
    expect(await screen.findByText('61')).toBeTruthy();
  });
});
