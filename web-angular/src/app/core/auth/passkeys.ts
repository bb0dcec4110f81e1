import { inject, Injectable } from '@angular/core';

import type { Outcome } from '../errors/outcome';
import { ok, refused } from '../errors/outcome';
import { partOfApp } from '../errors/missing-part';
import { AuthRequests, type Problem } from './auth-requests';
import type { SessionAnswer } from './session';

export interface Passkey {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
}

export type SignInRefusal = Problem<'PASSKEY_REJECTED' | 'CANCELLED'>;
export type PasskeyRefusal = Problem<'PASSKEY_REJECTED' | 'INVALID_INPUT' | 'CANCELLED'>;

/** The browser's part of passkeys; its library is loaded when first needed. */
@Injectable({ providedIn: 'root' })
export class Passkeys {
  readonly #requests = inject(AuthRequests);
  /** Browsers tie a passkey to a name: a page opened by a bare address such as 127.0.0.1 can have none. */
  readonly nameless = isAddress(location.hostname);
  readonly supported = typeof PublicKeyCredential !== 'undefined' && !this.nameless;

  async signIn(): Promise<Outcome<SessionAnswer, SignInRefusal>> {
    const library = await partOfApp(import('@simplewebauthn/browser'));
    if (library.kind !== 'ok') return library;
    const { startAuthentication } = library.value;
    type OptionsJSON = Parameters<typeof startAuthentication>[0]['optionsJSON'];
    const options = await this.#requests.send<OptionsJSON>({
      method: 'POST',
      path: 'passkeys/sign-in/options',
      body: {},
    });
    if (options.kind !== 'ok') return options;
    const credential = await byPerson(startAuthentication({ optionsJSON: options.value }));
    if (credential.kind !== 'ok') return credential;
    return this.#requests.send<SessionAnswer, 'PASSKEY_REJECTED'>({
      method: 'POST',
      path: 'passkeys/sign-in',
      body: { credential: credential.value },
      problems: ['PASSKEY_REJECTED'],
    });
  }

  async add(name: string): Promise<Outcome<Passkey, PasskeyRefusal>> {
    const library = await partOfApp(import('@simplewebauthn/browser'));
    if (library.kind !== 'ok') return library;
    const { startRegistration } = library.value;
    type OptionsJSON = Parameters<typeof startRegistration>[0]['optionsJSON'];
    const options = await this.#requests.send<OptionsJSON>({ method: 'POST', path: 'passkeys/options', body: {} });
    if (options.kind !== 'ok') return options;
    const credential = await byPerson(startRegistration({ optionsJSON: options.value }));
    if (credential.kind !== 'ok') return credential;
    return this.#requests.send<Passkey, 'PASSKEY_REJECTED' | 'INVALID_INPUT'>({
      method: 'POST',
      path: 'passkeys',
      body: { name, credential: credential.value },
      problems: ['PASSKEY_REJECTED', 'INVALID_INPUT'],
    });
  }
}

function isAddress(hostname: string): boolean {
  return hostname.startsWith('[') || /^[\d.]+$/.test(hostname);
}

/** The browser's dialog: closing it, a time-out and an unfit device all reject, and none is worth an alarm. */
async function byPerson<T>(ceremony: Promise<T>): Promise<Outcome<T, Problem<'CANCELLED'>>> {
  try {
    return ok(await ceremony);
  } catch {
    return refused([{ code: 'CANCELLED' }]);
  }
}
