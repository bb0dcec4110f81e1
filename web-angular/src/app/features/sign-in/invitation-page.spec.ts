import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { screen, waitFor } from '@testing-library/dom';
import { describe, expect, it } from 'vitest';

import { alma, expectAccessible, nobody, stage } from '../../../testing/stage';
import type { SessionAnswer } from '../../core/auth/session';
import type { TextSource } from '../../core/i18n/texts';
import { InvitationPage } from './invitation-page';

@Component({ template: '' })
class Page {}

const texts: readonly [string, TextSource] = [
  'signIn',
  { en: () => import('./i18n/en.json'), de: () => import('./i18n/de.json') },
];
const path = '/auth/invitations/lindenhof/secret';
const invitation = {
  coop: { slug: 'lindenhof', name: 'Lindenhof' },
  email: 'nadja@example.org',
  name: 'Nadja Öztürk',
  accountExists: false,
  expiresAt: '2026-12-01T10:00:00Z',
};

const open = (session: SessionAnswer) =>
  stage(InvitationPage, {
    session,
    texts,
    inputs: { coop: 'lindenhof', token: 'secret' },
    routes: [{ path: 'c/:coop', component: Page }],
  });

describe('An invitation', () => {
  it('becomes an account with a name and a password, and leads into the co-op', async () => {
    const { request, user, element } = await open(nobody);
    (await request('GET', path)).flush(invitation);

    expect(await screen.findByRole('heading', { name: 'Welcome to Lindenhof' })).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Your name').value).toBe('Nadja Öztürk');
    await expectAccessible(element);
    await user.type(screen.getByLabelText('New password'), 'seven quiet lindens');
    await user.click(screen.getByRole('button', { name: 'Join' }));

    const accept = await request('POST', `${path}/accept`);
    expect(accept.request.body).toEqual({ name: 'Nadja Öztürk', password: 'seven quiet lindens', language: 'EN' });
    accept.flush(alma);
    await waitFor(() => expect(TestBed.inject(Router).url).toBe('/c/lindenhof'));
  });

  it('shows what is wrong with the password beside it', async () => {
    const { request, user } = await open(nobody);
    (await request('GET', path)).flush(invitation);
    await user.type(await screen.findByLabelText('New password'), 'passwordpassword');
    await user.click(screen.getByRole('button', { name: 'Join' }));

    const errors = [{ path: 'password', code: 'PASSWORD_TOO_COMMON', message: 'Known.' }];
    const accept = await request('POST', `${path}/accept`);
    accept.flush({ code: 'INVALID_INPUT', errors }, { status: 400, statusText: 'Bad Request' });

    await screen.findByText(/Many people use this password/);
    expect(screen.getByLabelText('New password').getAttribute('aria-invalid')).toBe('true');
  });

  it('asks someone who has an account for its password only', async () => {
    const { request } = await open(nobody);
    (await request('GET', path)).flush({ ...invitation, accountExists: true });

    expect(await screen.findByLabelText('Password')).toBeTruthy();
    expect(screen.queryByLabelText('Your name')).toBeNull();
  });

  it('is one button for the invited person who is signed in', async () => {
    const { request, user } = await open(alma);
    (await request('GET', path)).flush({ ...invitation, email: 'Alma@example.org', accountExists: true });

    await user.click(await screen.findByRole('button', { name: 'Join' }));

    expect((await request('POST', `${path}/accept`)).request.body).toEqual({});
  });

  it.each([
    ['INVITATION_EXPIRED', 410, /It has run out/],
    ['INVITATION_USED', 410, /It was used already/],
    ['INVITATION_NOT_FOUND', 404, /We do not know this invitation/],
  ])('that ended with %s says so and offers the sign-in', async (code, status, words) => {
    const { request, element } = await open(nobody);
    (await request('GET', path)).flush({ code }, { status, statusText: code });

    expect(await screen.findByText(words)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Back to sign-in' })).toBeTruthy();
    await expectAccessible(element);
  });
});
