import { screen, waitFor } from '@testing-library/dom';
import { describe, expect, it, vi } from 'vitest';

import { stage } from '../../../testing/stage';
import { Passkeys } from '../../core/auth/passkeys';
import { partOfApp } from '../../core/errors/missing-part';
import type { TextSource } from '../../core/i18n/texts';
import { PasskeyButton } from './passkey-button';

const texts: readonly [string, TextSource] = [
  'signIn',
  { en: () => import('./i18n/en.json'), de: () => import('./i18n/de.json') },
];

describe('Signing in by passkey', () => {
  it('says when its part of the app does not load, and can be tried again', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const signIn = () => partOfApp(Promise.reject(new TypeError('Importing a module script failed.')));
    const { user } = await stage(PasskeyButton, {
      texts,
      providers: [{ provide: Passkeys, useValue: { supported: true, signIn } }],
    });
    const button = screen.getByRole<HTMLButtonElement>('button');
    await user.click(button);

    expect(await screen.findByText(/A part of the app could not be loaded/)).toBeTruthy();
    await waitFor(() => expect(button.disabled).toBe(false));
    error.mockRestore();
  });
});
