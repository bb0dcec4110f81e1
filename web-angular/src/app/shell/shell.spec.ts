import { TestBed } from '@angular/core/testing';
import { Component } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { Router } from '@angular/router';
import { screen, waitFor, within } from '@testing-library/dom';
import { describe, expect, it } from 'vitest';

import { alma, expectAccessible, stage } from '../../testing/stage';
import type { SessionAnswer } from '../core/auth/session';
import { Shell } from './shell';

@Component({ template: '' })
class Page {}

const inTwoCoops: SessionAnswer = {
  ...(alma as Extract<SessionAnswer, { signedIn: true }>),
  coops: [
    { slug: 'lindenhof', name: 'Lindenhof', roles: ['ADMIN'], memberId: '1' },
    { slug: 'sonnenhang', name: 'Sonnenhang', roles: ['RESIDENT'], memberId: '2' },
  ],
};
const routes = [
  { path: 'c/:coop', component: Page },
  { path: 'c/:coop/import', component: Page },
  { path: 'account', component: Page },
  { path: 'sign-in', component: Page },
];

/** The rail of a wide screen and the bar of a phone: one of them is hidden. */
const hidden = true;
const rooms = () => screen.getAllByRole('navigation', { hidden }) as [rail: HTMLElement, bar: HTMLElement];

const people = (...names: readonly string[]) => ({
  members: {
    __typename: 'MemberConnection',
    nodes: names.map((displayName) => ({ __typename: 'Member', id: displayName, displayName, unit: null })),
  },
  units: { __typename: 'UnitConnection', nodes: [] },
});

describe('The shell', () => {
  it('switches the co-op', async () => {
    const { user, element } = await stage(Shell, { session: inTwoCoops, routes });
    await expectAccessible(element);

    await user.click(screen.getByRole('button', { name: 'Lindenhof, change co-op' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Sonnenhang' }));

    await waitFor(() => expect(TestBed.inject(Router).url).toBe('/c/sonnenhang'));
  });

  it('leads to every room also from the five places of a phone', async () => {
    const { user, element } = await stage(Shell, { routes });
    const [rail, bar] = rooms();
    const more = within(bar).getByRole('button', { hidden });
    expect(more.textContent).toContain('More');
    const near = within(bar)
      .getAllByRole('link', { hidden })
      .map(({ textContent }) => textContent.trim());
    expect(near).toEqual(['Start', 'Tasks', 'Members', 'Units']);

    await user.click(more);
    const far = (await screen.findAllByRole('menuitem')).map(({ textContent }) => textContent.trim());
    expect([...near, ...far]).toEqual(
      within(rail)
        .getAllByRole('link', { hidden })
        .map(({ textContent }) => textContent.trim()),
    );
    await user.click(screen.getByRole('menuitem', { name: 'Lists' }));

    await waitFor(() => expect(TestBed.inject(Router).url).toBe('/c/lindenhof/import'));
    await waitFor(() => expect(more.getAttribute('aria-current')).toBe('true'));
    await expectAccessible(element);
  });

  it('needs no further place for the rooms of a resident', async () => {
    await stage(Shell, {
      routes,
      session: { ...inTwoCoops, coops: [{ slug: 'lindenhof', name: 'L', roles: ['RESIDENT'], memberId: '1' }] },
    });
    const [, bar] = rooms();

    expect(within(bar).getAllByRole('link', { hidden }).length).toBe(5);
    expect(within(bar).queryByRole('button', { hidden })).toBeNull();
  });

  it('changes the appearance and the language, and keeps both', async () => {
    const { user, request } = await stage(Shell, { routes });
    await user.click(screen.getByRole('button', { name: 'Your account' }));
    await user.click(await screen.findByRole('menuitemradio', { name: 'Dark' }));
    expect(document.documentElement.dataset['theme']).toBe('dark');
    expect(localStorage.getItem('cooperator.theme')).toBe('dark');

    await user.click(await screen.findByRole('button', { name: 'Your account' }));
    await user.click(await screen.findByRole('menuitemradio', { name: 'Deutsch' }));
    expect(await screen.findByRole('button', { name: 'Ihr Konto' })).toBeTruthy();
    expect(localStorage.getItem('cooperator.locale')).toBe('de');
    const kept = await request('PATCH', '/auth/profile');
    expect(kept.request.body).toEqual({ language: 'DE' });
  });

  it('shows that a page is on its way, until it is there', async () => {
    let arrive: ((there: boolean) => void) | undefined;
    const slow = new Promise<boolean>((resolve) => (arrive = resolve));
    await stage(Shell, { routes: [...routes, { path: 'slow', canActivate: [() => slow], component: Page }] });
    const opened = TestBed.inject(Router).navigateByUrl('/slow');
    expect(await screen.findByText('Loading …')).toBeTruthy();

    arrive?.(true);
    await opened;
    await waitFor(() => expect(screen.queryByText('Loading …')).toBeNull());
  });

  it('signs out', async () => {
    const { user, request } = await stage(Shell, { routes });
    await user.click(screen.getByRole('button', { name: 'Your account' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }));

    (await request('POST', '/auth/sign-out')).flush(null);

    await waitFor(() => expect(TestBed.inject(Router).url).toBe('/sign-in'));
  });

  it('finds pages and people by keyboard', async () => {
    const { user, operation } = await stage(Shell, {
      routes: [...routes, { path: 'c/:coop/members/:id', component: Page }],
    });
    await user.keyboard('{Control>}k{/Control}');
    const box = await screen.findByRole('combobox', { name: 'Search and commands' });
    await waitFor(() => expect(document.activeElement).toBe(box));

    await user.type(box, 'nad');
    const unit = { __typename: 'Unit', id: 'u4', number: '4' };
    (await operation('PaletteSearch')).flushData({
      members: {
        __typename: 'MemberConnection',
        nodes: [{ __typename: 'Member', id: 'nadja', displayName: 'Nadja Öztürk', unit }],
      },
      units: { __typename: 'UnitConnection', nodes: [] },
    });
    const option = await screen.findByRole('option', { name: /Nadja Öztürk/ });
    expect(option.getAttribute('aria-selected')).toBe('true');
    expect(within(option).getByText('Unit 4')).toBeTruthy();
    await expectAccessible(screen.getByRole('dialog'));
    await user.keyboard('{Enter}');

    await waitFor(() => expect(TestBed.inject(Router).url).toBe('/c/lindenhof/members/nadja'));
  });

  it('opens by Enter only what answers the words as they stand', async () => {
    const { user, operation } = await stage(Shell, { routes });
    await user.keyboard('{Control>}k{/Control}');
    const box = await screen.findByRole('combobox', { name: 'Search and commands' });
    await waitFor(() => expect(document.activeElement).toBe(box));
    await user.type(box, 'nad');
    (await operation('PaletteSearch')).flushData(people('Nadja Öztürk'));
    await screen.findByRole('option', { name: /Nadja Öztürk/ });

    // Sooner than it is even asked.
    await user.type(box, 'x{Enter}');
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Loading …'));
    expect(screen.queryByRole('option', { name: /Nadja/ })).toBeNull();
    await user.keyboard('{Enter}');

    (await operation('PaletteSearch')).flushData(people('Jonas Weiß'));
    await screen.findByRole('option', { name: /Jonas Weiß/ });
    expect(screen.getByRole('status').textContent).toBe('');
  });

  it('tells a search that failed from one that found nothing', async () => {
    const { user, operation } = await stage(Shell, { routes });
    await user.keyboard('{Control>}k{/Control}');
    const box = await screen.findByRole('combobox', { name: 'Search and commands' });
    await waitFor(() => expect(document.activeElement).toBe(box));
    await user.type(box, 'xyz');
    (await operation('PaletteSearch')).networkError(new Error('no network'));

    expect((await screen.findByRole('alert')).textContent).toContain('could not reach the server');
    expect(screen.getByRole('status').textContent).toBe('');
    await expectAccessible(screen.getByRole('dialog'));
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    (await operation('PaletteSearch')).flushData(people());
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain('Nothing found'));
  });

  it('opens no search above a form that is open', async () => {
    const { user } = await stage(Shell, { routes });
    TestBed.inject(MatDialog).open(Page);
    await screen.findByRole('dialog');

    await user.keyboard('{Control>}k{/Control}');
    // The palette comes from a file of its own, long loaded after this.
    await import('./command-palette/palette-dialog');
    await new Promise((resolve) => setTimeout(resolve));

    expect(TestBed.inject(MatDialog).openDialogs).toHaveLength(1);
  });
});
