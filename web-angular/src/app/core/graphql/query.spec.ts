import { Component, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TestBed } from '@angular/core/testing';
import { waitFor } from '@testing-library/dom';
import { describe, expect, it } from 'vitest';

import { stage } from '../../../testing/stage';
import { PaletteSearchDocument } from '../../graphql/shell';
import { RecentActivityDocument } from '../../graphql/dashboard';
import { Session } from '../auth/session';
import { query } from './query';

@Component({ selector: 'coop-test-search', template: '' })
class Search {
  readonly search = signal<string | null>(null);
  readonly found = query(PaletteSearchDocument, () => {
    const search = this.search();
    return search === null ? null : { search };
  });
}

@Component({ selector: 'coop-test-one', template: '' })
class One {
  readonly search = signal('al');
  readonly found = query(PaletteSearchDocument, () => ({ search: this.search() }), { keepsEarlier: false });
}

@Component({ selector: 'coop-test-feed', template: '' })
class Feed {
  readonly recent = query(RecentActivityDocument, () => ({ first: 1 }));
}

@Component({ selector: 'coop-test-page', template: '' })
class Page {}

const noUnits = { __typename: 'UnitConnection', nodes: [] };
const memberNamed = (displayName: string) => ({
  members: {
    __typename: 'MemberConnection',
    nodes: [{ __typename: 'Member', id: displayName, displayName, unit: null }],
  },
  units: noUnits,
});
const activity = (id: string, hasNextPage: boolean) => ({
  activity: {
    __typename: 'ActivityConnection',
    nodes: [
      {
        __typename: 'Activity',
        id,
        at: '2026-11-20T10:00:00Z',
        kind: 'unit.added',
        subjectType: 'Unit',
        subjectId: null,
        subjectName: id,
        payload: {},
        actor: null,
      },
    ],
    pageInfo: { __typename: 'PageInfo', hasNextPage, endCursor: id },
  },
});

describe('A query', () => {
  it('asks nothing while its variables are null, then follows them and keeps the last answer meanwhile', async () => {
    const { fixture, operation } = await stage(Search);
    const { found, search } = fixture.componentInstance;
    expect(found.data()).toBeUndefined();

    search.set('al');
    fixture.detectChanges();
    (await operation('PaletteSearch')).flushData(memberNamed('Alma'));
    await waitFor(() => expect(found.data()?.members?.nodes?.[0]?.displayName).toBe('Alma'));

    search.set('jo');
    fixture.detectChanges();
    const second = await operation('PaletteSearch');
    expect(found.loading()).toBe(true);
    expect(found.waiting()).toBe(false);
    expect(found.data()?.members?.nodes?.[0]?.displayName).toBe('Alma');
    second.flushData(memberNamed('Jonas'));
    await waitFor(() => expect(found.data()?.members?.nodes?.[0]?.displayName).toBe('Jonas'));
  });

  it('about one thing never shows it as another: not while that loads, and not when it cannot be had', async () => {
    const { fixture, operation } = await stage(One);
    const { found, search } = fixture.componentInstance;
    const name = () => found.data()?.members?.nodes?.[0]?.displayName;
    (await operation('PaletteSearch')).flushData(memberNamed('Alma'));
    await waitFor(() => expect(name()).toBe('Alma'));

    search.set('jo');
    fixture.detectChanges();
    const second = await operation('PaletteSearch');
    expect(found.data()).toBeUndefined();
    expect(found.waiting()).toBe(true);
    second.networkError(new Error('no network'));
    await waitFor(() => expect(found.failure()?.reason).toBe('offline'));
    expect(found.data()).toBeUndefined();

    search.set('al');
    fixture.detectChanges();
    await waitFor(() => expect(name()).toBe('Alma'));
    expect(found.failure()).toBeUndefined();
  });

  it('appends the next page', async () => {
    const { fixture, operation } = await stage(Feed);
    const { recent } = fixture.componentInstance;
    (await operation('RecentActivity')).flushData(activity('one', true));
    await waitFor(() => expect(recent.data()?.activity?.nodes).toHaveLength(1));

    const more = recent.more({ first: 1, after: 'one' });
    (await operation('RecentActivity')).flushData(activity('two', false));
    await more;

    await waitFor(() => expect(recent.data()?.activity?.nodes?.map(({ id }) => id)).toEqual(['one', 'two']));
    expect(recent.data()?.activity?.pageInfo.hasNextPage).toBe(false);
  });

  it('tells its failure with the trace id, and recovers when asked again', async () => {
    const { fixture, operation } = await stage(Feed);
    const { recent } = fixture.componentInstance;
    (await operation('RecentActivity')).graphqlErrors([{ message: 'Masked', extensions: { traceId: '4bf92f35' } }]);
    await waitFor(() => expect(recent.failure()).toEqual({ reason: 'unexpected', trace: '4bf92f35' }));
    expect(recent.waiting()).toBe(false);

    const again = recent.refetch();
    (await operation('RecentActivity')).flushData(activity('one', false));
    await again;

    await waitFor(() => expect(recent.data()?.activity?.nodes).toHaveLength(1));
    expect(recent.failure()).toBeUndefined();
  });

  it('leads to the sign-in page when the session has ended', async () => {
    const { operation } = await stage(Feed, { routes: [{ path: 'sign-in', component: Page }] });

    (await operation('RecentActivity')).graphqlErrors([
      { message: 'Sign in', extensions: { code: 'UNAUTHENTICATED' } },
    ]);

    await waitFor(() => expect(TestBed.inject(Router).url).toContain('/sign-in?'));
    expect(TestBed.inject(Session).signedIn()).toBe(false);
  });
});
