import { screen, waitFor, within } from '@testing-library/dom';
import { describe, expect, it } from 'vitest';

import { expectAccessible, openDialog, stage } from '../../../testing/stage';
import type { TextSource } from '../../core/i18n/texts';
import { deviceName } from './devices/device-name';
import { DeviceList } from './devices/device-list';
import { ProfilePage } from './profile/profile-page';
import { SecurityPage } from './security/security-page';
import { TokenList } from './tokens/token-list';

const texts: readonly [string, TextSource] = [
  'account',
  { en: () => import('./i18n/en.json'), de: () => import('./i18n/de.json') },
];
const profile = (totpEnabled: boolean) => ({
  me: {
    __typename: 'Me',
    account: {
      __typename: 'Account',
      id: 'account-alma',
      email: 'alma@example.org',
      name: 'Alma Berger',
      language: 'EN',
      totpEnabled,
    },
    member: {
      __typename: 'Member',
      id: 'member-alma',
      displayName: 'Alma Berger',
      contact: { __typename: 'ContactDetails', email: 'alma@example.org', phone: null },
      contactVisibility: { __typename: 'ContactVisibilitySettings', email: 'MEMBERS', phone: 'BOARD' },
    },
  },
});

describe('The profile', () => {
  it('shows a refused phone number beside it and keeps it', async () => {
    const { operation, user, element } = await stage(ProfilePage, { texts });
    (await operation('MyProfile')).flushData(profile(false));
    const phone = await screen.findByLabelText<HTMLInputElement>(/^\s*Phone/);
    await expectAccessible(element);

    await user.type(phone, 'ask my neighbour');
    await user.click(screen.getAllByRole('button', { name: 'Save' })[1] as HTMLElement);
    const change = await operation('ChangeContactDetails');
    expect(change.operation.variables['input']).toMatchObject({
      phone: 'ask my neighbour',
      emailVisibility: 'MEMBERS',
    });
    const refusal = {
      __typename: 'InvalidInputError',
      code: 'TOO_LONG',
      message: 'This can not be longer than 50 characters.',
      path: ['phone'],
      min: null,
      max: 50,
    };
    const payload = { __typename: 'ChangeContactDetailsPayload', member: null, errors: [refusal] };
    change.flushData({ changeContactDetails: payload });

    expect(await screen.findByText('Please use at most 50 characters.')).toBeTruthy();
    expect(phone.getAttribute('aria-invalid')).toBe('true');
    expect(phone.value).toBe('ask my neighbour');
  });
});

describe('Security', () => {
  it('turns the authenticator app on and shows the recovery codes once', async () => {
    const { operation, request, user, element } = await stage(SecurityPage, { texts });
    (await operation('MyProfile')).flushData(profile(false));
    (await request('GET', '/auth/passkeys')).flush([]);

    await user.click(await screen.findByRole('button', { name: 'Set up' }));
    (await request('POST', '/auth/totp/setup')).flush({ secret: 'JBSWY3DP', uri: 'otpauth://totp/a?secret=JBSWY3DP' });
    await user.type(await screen.findByLabelText('The code the app shows now'), '123 456');
    expect(screen.getByText('JBSWY3DP')).toBeTruthy();
    await expectAccessible(element);
    await user.click(screen.getByRole('button', { name: 'Turn on' }));
    const confirm = await request('POST', '/auth/totp/confirm');
    expect(confirm.request.body).toEqual({ code: '123456' });
    confirm.flush({ recoveryCodes: ['aaaa-1111', 'bbbb-2222'] });

    expect(await screen.findByText('bbbb-2222')).toBeTruthy();
    (await operation('MyProfile')).flushData(profile(true));
    await user.click(screen.getByRole('button', { name: 'I have kept them' }));
    await waitFor(() => expect(screen.queryByText('bbbb-2222')).toBeNull());
    expect(await screen.findByText('On')).toBeTruthy();
  });

  it('renames a passkey by keyboard alone', async () => {
    const { request, user, element } = await stage(SecurityPage, { texts });
    const phone = { id: 'key-1', name: 'Phone', createdAt: '2026-11-01T10:00:00Z' };
    (await request('GET', '/auth/passkeys')).flush([phone]);
    const renameButton = () => screen.findByRole('button', { name: /^Rename the passkey/ });

    // Escape leaves it as it was; the keyboard is where it began.
    (await renameButton()).focus();
    await user.keyboard('{Enter}');
    const name = await screen.findByLabelText<HTMLInputElement>('Name');
    await waitFor(() => expect(document.activeElement).toBe(name));
    await expectAccessible(element);
    await user.keyboard('Something else{Escape}');
    await waitFor(async () => expect(document.activeElement).toBe(await renameButton()));
    expect(screen.getByText('Phone')).toBeTruthy();

    await user.keyboard('{Enter}');
    await waitFor(() => expect(document.activeElement?.tagName).toBe('INPUT'));
    await user.keyboard('Key on the ring{Enter}');
    const rename = await request('PATCH', '/auth/passkeys/key-1');
    expect(rename.request.body).toEqual({ name: 'Key on the ring' });
    const renamed = { ...phone, name: 'Key on the ring' };
    rename.flush(renamed);
    (await request('GET', '/auth/passkeys')).flush([renamed]);
    expect(await screen.findByText('Key on the ring')).toBeTruthy();
    await waitFor(async () => expect(document.activeElement).toBe(await renameButton()));
  });

  it('says that a passkey to rename is gone', async () => {
    const { request, user } = await stage(SecurityPage, { texts });
    (await request('GET', '/auth/passkeys')).flush([{ id: 'k', name: 'Phone', createdAt: '2026-11-01T10:00:00Z' }]);
    await user.click(await screen.findByRole('button', { name: 'Rename the passkey “Phone”' }));
    await user.type(await screen.findByLabelText('Name'), 'Key{Enter}');
    const rename = await request('PATCH', '/auth/passkeys/k');
    rename.flush({ code: 'PASSKEY_NOT_FOUND' }, { status: 404, statusText: 'Not Found' });
    expect(await screen.findByText(/no longer there/)).toBeTruthy();
  });

  it('says beside the field that the current password is wrong', async () => {
    const { request, user } = await stage(SecurityPage, { texts });
    (await request('GET', '/auth/passkeys')).flush([]);

    await user.type(screen.getByLabelText('Current password'), 'not this one');
    await user.type(screen.getByLabelText('New password'), 'seven quiet lindens');
    await user.click(screen.getByRole('button', { name: 'Change the password' }));
    const change = await request('POST', '/auth/password/change');
    change.flush({ code: 'WRONG_CREDENTIALS' }, { status: 401, statusText: 'Unauthorized' });

    expect(await screen.findByText('This is not your current password.')).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Current password')));
    expect(screen.getByLabelText<HTMLInputElement>('New password').value).toBe('seven quiet lindens');
  });
});

describe('Devices', () => {
  it('asks before it signs another device out', async () => {
    const { request, user, element } = await stage(DeviceList, { texts });
    const device = { createdAt: '2026-11-01T10:00:00Z', lastSeenAt: '2026-11-20T10:00:00Z', ipAddress: null };
    const list = [
      { ...device, id: '1', kind: 'BROWSER', current: true, userAgent: 'X11; Linux Firefox/150.0' },
      { ...device, id: '2', kind: 'BROWSER', current: false, userAgent: 'iPhone Version/19 Safari/605' },
      { ...device, id: '3', kind: 'PROGRAM', current: false, userAgent: null },
    ];
    (await request('GET', '/auth/sessions')).flush(list);
    expect(await screen.findByText('This device')).toBeTruthy();
    expect(screen.getByText(/A program/)).toBeTruthy();
    await expectAccessible(element);

    await user.click(screen.getByRole('button', { name: 'Sign out Safari, iPhone' }));
    const dialog = await openDialog(undefined, 'alertdialog');
    await user.click(within(dialog).getByRole('button', { name: 'Sign out' }));

    (await request('DELETE', '/auth/sessions/2')).flush(null);
    (await request('GET', '/auth/sessions')).flush(list.slice(0, 1));
    await waitFor(() => expect(screen.queryByText('Safari, iPhone')).toBeNull());
  });

  it.each([
    ['Mozilla/5.0 (Windows NT 10.0) Chrome/150.0 Safari/537.36 Edg/150.0', 'Edge, Windows'],
    ['Mozilla/5.0 (Linux; Android 16) Chrome/150.0 Mobile Safari/537.36', 'Chrome, Android'],
    ['curl/8.0', null],
  ])('are named from %s', (userAgent, name) => {
    expect(deviceName(userAgent)).toBe(name);
  });
});

describe('Access tokens', () => {
  it('are created with as little as possible, shown once, then listed', async () => {
    const { request, user, element } = await stage(TokenList, { texts });
    (await request('GET', '/auth/tokens')).flush([]);
    expect(await screen.findByText('No tokens yet')).toBeTruthy();

    await user.click(screen.getByRole('button', { name: 'Create a token' }));
    await user.type(await screen.findByLabelText('Name'), 'Calendar script');
    await user.selectOptions(screen.getByLabelText('Where'), 'Lindenhof');
    await expectAccessible(element);
    await user.click(screen.getByRole('button', { name: 'Create a token' }));
    const create = await request('POST', '/auth/tokens');
    expect(create.request.body).toEqual({
      name: 'Calendar script',
      scopes: ['read'],
      coop: 'lindenhof',
      expiresInDays: 90,
    });
    create.flush({ id: '1', token: 'coop_pat_secret' });

    expect(await screen.findByText('coop_pat_secret')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'I have kept it' }));
    await waitFor(() => expect(screen.queryByText('coop_pat_secret')).toBeNull());
  });
});
