import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withNavigationErrorHandler } from '@angular/router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { whenNavigationFails } from './failed-navigation';

@Component({ selector: 'coop-test-page', template: '' })
class Page {}

const assign = vi.fn();

beforeEach(() => {
  vi.stubGlobal('location', { href: 'https://coop.example/', assign });
  TestBed.configureTestingModule({
    providers: [
      provideRouter(
        [
          { path: 'unreachable', component: Page, title: 'unreachable' },
          {
            path: 'gone',
            loadComponent: () =>
              Promise.reject(new TypeError('error loading dynamically imported module: /chunk-1.js')),
          },
          { path: 'refused', canActivate: [() => Promise.reject(new Error('no answer'))], component: Page },
        ],
        withNavigationErrorHandler(whenNavigationFails),
      ),
    ],
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  sessionStorage.clear();
  assign.mockClear();
});

async function go(address: string) {
  const router = TestBed.inject(Router);
  await router.navigateByUrl(address).catch(() => undefined);
  return router.routerState.snapshot.root.firstChild?.title;
}

describe('A page that cannot be opened', () => {
  it('is opened in the new app when its file is gone, but only once', async () => {
    expect(await go('/gone?month=2026-11')).toBeUndefined();
    expect(assign).toHaveBeenCalledExactlyOnceWith('/gone?month=2026-11');

    expect(await go('/gone')).toBe('unreachable');
    expect(assign).toHaveBeenCalledOnce();
  });

  it('is unreachable without a network', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);

    expect(await go('/gone')).toBe('unreachable');
    expect(assign).not.toHaveBeenCalled();
  });

  it('is unreachable when the server does not answer', async () => {
    expect(await go('/refused?month=2026-11')).toBe('unreachable');
    // For another try.
    const { extras } = TestBed.inject(Router).lastSuccessfulNavigation() ?? {};
    expect(extras?.state).toEqual({ wanted: '/refused?month=2026-11' });
    expect(assign).not.toHaveBeenCalled();
  });
});
