import { Location } from '@angular/common';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, RouterOutlet, type Routes } from '@angular/router';
import { waitFor } from '@testing-library/dom';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { alma, nobody, stage } from '../../../testing/stage';
import { ActiveCoop } from './active-coop';
import { Session, type SessionAnswer } from './session';
import { SignedOut } from './signed-out';

@Component({ selector: 'coop-test-page', template: '' })
class Page {}

@Component({ selector: 'coop-test-app', imports: [RouterOutlet], template: '<router-outlet />' })
class App {}

const routes: Routes = [
  { path: 'sign-in', component: Page, title: 'sign-in' },
  { path: 'c/lindenhof/units', component: Page, title: 'units' },
  { path: 'not-found', component: Page, title: 'not-found' },
];

/** On a page of the co-op, the connection is closed; the server then says who is signed in. */
async function closedWhile(answer: SessionAnswer | 'unreachable', beforeAnswer: () => unknown = () => undefined) {
  const { request } = await stage(App, { routes });
  const router = TestBed.inject(Router);
  await router.navigateByUrl('/c/lindenhof/units');
  const checked = TestBed.inject(SignedOut).check();
  const asked = await request('GET', '/auth/session');
  beforeAnswer();
  if (answer === 'unreachable') asked.error(new ProgressEvent('error'));
  else asked.flush(answer);
  await checked;
  return () => router.routerState.snapshot.root.firstChild?.title;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

const signedIn = alma as Extract<SessionAnswer, { signedIn: true }>;
const kim: SessionAnswer = { ...signedIn, account: { ...signedIn.account, id: 'account-kim', name: 'Kim' } };

describe('When the server closes the connection', () => {
  it('a session that is over leads to the sign-in, and from there back', async () => {
    const page = await closedWhile(nobody);
    await waitFor(() => expect(page()).toBe('sign-in'));
    expect(TestBed.inject(Session).signedIn()).toBe(false);
    expect(TestBed.inject(Router).url).toBe('/sign-in?return=%2Fc%2Flindenhof%2Funits&ended=true');
  });

  it('a co-op that is no longer the person’s is not there any more', async () => {
    const page = await closedWhile({ ...signedIn, coops: [] });
    expect(page()).toBe('not-found');
    expect(TestBed.inject(Location).path()).toBe('/c/lindenhof/units');
  });

  it.each([['who still has everything', alma] as const, ['whose server is away', 'unreachable'] as const])(
    'a person %s stays',
    async (_, answer) => {
      const page = await closedWhile(answer);
      expect(page()).toBe('units');
      expect(TestBed.inject(Session).signedIn()).toBe(true);
    },
  );

  it('nothing on the page is asked or heard anew when all is as it was', async () => {
    const membership = () => TestBed.inject(ActiveCoop).membership();
    let before: unknown;
    await closedWhile(structuredClone(alma), () => (before = membership()));
    expect(membership()).toBe(before);
  });

  it('a tab in which somebody else is signed in now begins anew', async () => {
    const reload = vi.fn();
    await closedWhile(kim, () => vi.stubGlobal('location', { reload }));
    expect(reload).toHaveBeenCalledOnce();
    expect(TestBed.inject(Session).account()).toBeNull();
  });

  it('a person who is just signing out is not told that the session has ended', async () => {
    const page = await closedWhile(nobody, () => (TestBed.inject(SignedOut).expected = true));
    expect(page()).toBe('units');
  });
});
