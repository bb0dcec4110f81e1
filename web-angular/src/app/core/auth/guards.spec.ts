import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, RouterOutlet, type Routes } from '@angular/router';
import { describe, expect, it } from 'vitest';

import { alma, nobody, stage } from '../../../testing/stage';
import { ActiveCoop } from './active-coop';
import { enterCoop, homeward, needs, notSignedIn, signedIn } from './guards';
import type { SessionAnswer } from './session';

@Component({ selector: 'coop-test-page', template: '' })
class Page {}

@Component({ selector: 'coop-test-app', imports: [RouterOutlet], template: '<router-outlet />' })
class App {}

const routes: Routes = [
  { path: 'sign-in', canActivate: [notSignedIn], component: Page },
  {
    path: '',
    canActivate: [signedIn],
    children: [
      { path: '', pathMatch: 'full', canActivate: [homeward], children: [] },
      {
        path: 'c/:coop',
        canActivate: [enterCoop],
        children: [
          { path: '', component: Page },
          { path: 'import', canActivate: [needs('ADMIN')], component: Page, title: 'import' },
        ],
      },
      { path: 'account', component: Page },
      { path: 'not-found', component: Page, title: 'not-found' },
      { path: 'forbidden', component: Page, title: 'forbidden' },
    ],
  },
];

const someone = (...coops: readonly (readonly [slug: string, role: 'ADMIN' | 'RESIDENT'])[]): SessionAnswer => ({
  ...(alma as Extract<SessionAnswer, { signedIn: true }>),
  coops: coops.map(([slug, role]) => ({ slug, name: slug, roles: [role], memberId: slug })),
});

async function go(session: SessionAnswer, address: string) {
  await stage(App, { session, routes });
  const router = TestBed.inject(Router);
  await router.navigateByUrl(address);
  return { url: router.url, page: router.routerState.snapshot.root.firstChild?.firstChild?.title };
}

describe('Coming in', () => {
  it('signs in first, then returns', async () => {
    expect((await go(nobody, '/c/lindenhof')).url).toBe('/sign-in?return=%2Fc%2Flindenhof');
  });

  it('passes the sign-in page by when signed in', async () => {
    expect((await go(alma, '/sign-in')).url).toBe('/c/lindenhof');
  });

  it('leads home to the co-op used last', async () => {
    expect((await go(someone(['sonnenhang', 'RESIDENT'], ['lindenhof', 'ADMIN']), '/')).url).toBe('/c/lindenhof');
  });

  it('leads someone who is in no co-op to the account', async () => {
    expect((await go(someone(), '/')).url).toBe('/account');
  });

  it('enters the co-op of the address', async () => {
    await go(someone(['lindenhof', 'ADMIN'], ['sonnenhang', 'RESIDENT']), '/c/sonnenhang');

    expect(TestBed.inject(ActiveCoop).slug()).toBe('sonnenhang');
    expect(TestBed.inject(ActiveCoop).may('ADMIN')).toBe(false);
  });

  it('finds nothing in a co-op of others, and keeps one’s own', async () => {
    expect((await go(alma, '/c/sonnenhang')).page).toBe('not-found');
    expect(TestBed.inject(ActiveCoop).slug()).toBe('lindenhof');
  });

  it('keeps board rooms for the board', async () => {
    expect((await go(someone(['lindenhof', 'RESIDENT']), '/c/lindenhof/import')).page).toBe('forbidden');
  });
});
