import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, RouteReuseStrategy, RouterOutlet } from '@angular/router';
import { screen, waitFor } from '@testing-library/dom';
import { describe, expect, it } from 'vitest';

import { alma, stage } from '../testing/stage';
import { routes } from './app.routes';
import { CoopRoutes } from './core/auth/coop-routes';
import type { SessionAnswer } from './core/auth/session';

@Component({ selector: 'coop-test-app', imports: [RouterOutlet], template: '<router-outlet />' })
class App {}

const inTwoCoops: SessionAnswer = {
  ...(alma as Extract<SessionAnswer, { signedIn: true }>),
  coops: [
    { slug: 'lindenhof', name: 'Lindenhof', roles: ['ADMIN'], memberId: '1' },
    { slug: 'sonnenhang', name: 'Sonnenhang', roles: ['RESIDENT'], memberId: '2' },
  ],
};
const glance = (givenName: string, memberCount: number) => ({
  coop: {
    __typename: 'Coop',
    id: 'coop',
    name: 'A co-op',
    memberCount,
    unitCount: 42,
    vacantUnitCount: 1,
    householdCount: 33,
  },
  me: {
    __typename: 'Me',
    member: {
      __typename: 'Member',
      id: givenName,
      givenName,
      displayName: givenName,
      unit: null,
      household: null,
    },
  },
});
const activity = (subjectName: string | null) => ({
  activity: {
    __typename: 'ActivityConnection',
    nodes: subjectName ? [line(subjectName)] : [],
    pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
  },
});
const line = (subjectName: string) => ({
  __typename: 'Activity',
  id: subjectName,
  at: new Date().toISOString(),
  kind: 'unit.moved_in',
  subjectType: 'Unit',
  subjectId: null,
  subjectName,
  payload: {},
  actor: null,
});

describe('Another co-op', () => {
  it('begins anew on the start page: nothing of the one before stays', async () => {
    const { operation } = await stage(App, {
      session: inTwoCoops,
      routes,
      providers: [{ provide: RouteReuseStrategy, useExisting: CoopRoutes }],
    });
    const router = TestBed.inject(Router);
    await router.navigateByUrl('/c/lindenhof');
    (await operation('UnreadNotifications')).flushData({ unreadNotificationCount: 3 });
    await screen.findByRole('link', { name: 'Notifications, 3 unread' });
    (await operation('Dashboard')).flushData(glance('Alma', 61));
    (await operation('RecentActivity')).flushData(activity('7'));
    (await operation('ActivityAdded')).flushData({ activityAdded: line('8') });
    await screen.findByText('61');
    await screen.findByText('Somebody moved into unit 7');
    await screen.findByText('Somebody moved into unit 8');

    await router.navigateByUrl('/c/sonnenhang');
    await waitFor(() => expect(screen.queryByText('61')).toBeNull());
    expect(screen.queryByText(/moved into/)).toBeNull();
    await screen.findByRole('link', { name: 'Notifications' });
    (await operation('UnreadNotifications')).flushData({ unreadNotificationCount: 1 });
    await screen.findByRole('link', { name: 'Notifications, 1 unread' });
    (await operation('Dashboard')).flushData(glance('Alma', 9));
    (await operation('RecentActivity')).flushData(activity(null));
    await screen.findByText('9');

    expect(screen.queryByText(/moved into/)).toBeNull();
  });
});

describe('Another member', () => {
  const member = (givenName: string) => ({
    __typename: 'Member',
    id: givenName,
    displayName: givenName,
    sortName: givenName,
    status: 'CURRENT',
    joinedOn: '2021-05-01',
    leftOn: null,
    roles: [],
    isMe: false,
    contact: null,
    household: null,
    unit: null,
    givenName,
    familyName: '',
    language: 'EN',
    hasAccount: false,
    contactVisibility: null,
    periods: [],
    roleAssignments: [],
    occupancies: [],
    invitation: null,
  });

  it('is never shown as the one before, also when they cannot be loaded', async () => {
    const { operation } = await stage(App, { routes });
    const router = TestBed.inject(Router);
    await router.navigateByUrl('/c/lindenhof/members/Jonas');
    (await operation('MemberPage')).flushData({ member: member('Jonas') });
    await screen.findByRole('heading', { level: 1, name: 'Jonas' });

    await router.navigateByUrl('/c/lindenhof/members/Nadja');
    await waitFor(() => expect(screen.queryByText('Jonas')).toBeNull());
    (await operation('MemberPage')).networkError(new Error('no network'));

    await screen.findByText(/could not reach the server/);
    expect(screen.queryByText('Jonas')).toBeNull();
  });
});
