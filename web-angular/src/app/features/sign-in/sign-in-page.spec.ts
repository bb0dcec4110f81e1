import { screen, waitFor } from '@testing-library/dom';
import { describe, expect, it } from 'vitest';

import { expectAccessible, nobody, type Stage, stage } from '../../../testing/stage';
import type { TextSource } from '../../core/i18n/texts';
import { SignInPage } from './sign-in-page';

const texts: readonly [string, TextSource] = [
  'signIn',
  { en: () => import('./i18n/en.json'), de: () => import('./i18n/de.json') },
];

async function enterPassword({ user }: Stage<SignInPage>): Promise<void> {
  await user.type(screen.getByLabelText('E-mail'), 'alma@example.org');
  await user.type(screen.getByLabelText('Password'), 'a long sentence');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
}

describe('Signing in', () => {
  it('asks for what is missing before anything is sent', async () => {
    const { user, element } = await stage(SignInPage, { session: nobody, texts });

    await user.click(screen.getByRole('button', { name: 'Sign in' }));

    const email = screen.getByLabelText('E-mail');
    expect(await screen.findAllByText('Please fill this in.')).toHaveLength(2);
    expect(email.getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(email);
    await expectAccessible(element);
  });

  it('says kindly that e-mail and password do not match, and keeps what was typed', async () => {
    const scene = await stage(SignInPage, { session: nobody, texts });
    await enterPassword(scene);

    const request = await scene.request('POST', '/auth/sign-in');
    expect(request.request.headers.get('Cooperator-Client')).toBe('web');
    request.flush({ code: 'WRONG_CREDENTIALS' }, { status: 401, statusText: 'Unauthorized' });

    expect((await screen.findByRole('alert')).textContent).toContain('do not match');
    expect(screen.getByLabelText<HTMLInputElement>('Password').value).toBe('a long sentence');
  });

  it('tells until when the account is locked', async () => {
    const scene = await stage(SignInPage, { session: nobody, texts });
    await enterPassword(scene);

    const request = await scene.request('POST', '/auth/sign-in');
    request.flush({ code: 'LOCKED_OUT', until: '2026-11-20T18:15:00Z' }, { status: 423, statusText: 'Locked' });

    expect((await screen.findByRole('alert')).textContent).toContain('You can try again from');
  });

  it('can be tried again unchanged after the server was away', async () => {
    const scene = await stage(SignInPage, { session: nobody, texts });
    await enterPassword(scene);
    (await scene.request('POST', '/auth/sign-in')).error(new ProgressEvent('error'));
    expect((await screen.findByRole('alert')).textContent).toContain('could not reach the server');

    await scene.user.click(screen.getByRole('button', { name: 'Sign in' }));

    await scene.request('POST', '/auth/sign-in');
  });

  it('quotes the trace id of a failure nobody planned', async () => {
    const scene = await stage(SignInPage, { session: nobody, texts });
    await enterPassword(scene);

    const request = await scene.request('POST', '/auth/sign-in');
    request.flush({ code: 'INTERNAL', traceId: '4bf92f35' }, { status: 500, statusText: 'Internal Server Error' });

    expect((await screen.findByRole('alert')).textContent).toContain('4bf92f35');
  });

  it('asks for the code of the authenticator app, or a recovery code instead', async () => {
    const scene = await stage(SignInPage, { session: nobody, texts });
    await enterPassword(scene);
    (await scene.request('POST', '/auth/sign-in')).flush({ secondFactor: ['TOTP', 'RECOVERY_CODE'] });

    const code = await screen.findByLabelText('Code');
    await waitFor(() => expect(document.activeElement).toBe(code));
    await scene.user.type(code, '12 34 56');
    await expectAccessible(scene.element);
    await scene.user.click(screen.getByRole('button', { name: 'Sign in' }));
    const first = await scene.request('POST', '/auth/sign-in/second-factor');
    expect(first.request.body).toEqual({ code: '123456', rememberDevice: false });
    first.flush({ code: 'WRONG_CODE' }, { status: 401, statusText: 'Unauthorized' });
    await screen.findByText(/This code is not right/);

    await scene.user.click(screen.getByRole('button', { name: 'Use a recovery code instead' }));
    await scene.user.type(screen.getByLabelText('Recovery code'), 'k7fd-2q9m');
    await scene.user.click(screen.getByRole('button', { name: 'Sign in' }));
    const second = await scene.request('POST', '/auth/sign-in/second-factor');
    expect(second.request.body).toEqual({ recoveryCode: 'k7fd-2q9m', rememberDevice: false });
  });

  it('starts over kindly when the second step took too long', async () => {
    const scene = await stage(SignInPage, { session: nobody, texts });
    await enterPassword(scene);
    (await scene.request('POST', '/auth/sign-in')).flush({ secondFactor: ['TOTP'] });
    await scene.user.type(await screen.findByLabelText('Code'), '123456');
    await scene.user.click(screen.getByRole('button', { name: 'Sign in' }));

    const code = await scene.request('POST', '/auth/sign-in/second-factor');
    code.flush({ code: 'SECOND_FACTOR_EXPIRED' }, { status: 401, statusText: 'Unauthorized' });

    expect(await screen.findByText(/took a little too long/)).toBeTruthy();
    expect(screen.getByLabelText('Password')).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 })));
  });

  it('speaks German', async () => {
    const { element } = await stage(SignInPage, { session: nobody, texts, locale: 'de' });

    expect(screen.getByRole('heading', { name: 'Anmelden' })).toBeTruthy();
    expect(screen.getByLabelText('Passwort')).toBeTruthy();
    await expectAccessible(element);
  });
});
