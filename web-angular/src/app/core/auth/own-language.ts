import { inject, Injectable } from '@angular/core';

import { languageOf, type Locale } from '../i18n/locales';
import { localeOf, Texts } from '../i18n/texts';
import { AuthRequests } from './auth-requests';
import { Session } from './session';
import { SignedOut } from './signed-out';

/** The language of who is signed in: what they choose goes into their account, and comes along to other devices. */
@Injectable({ providedIn: 'root' })
export class OwnLanguage {
  readonly #texts = inject(Texts);
  readonly #session = inject(Session);
  readonly #requests = inject(AuthRequests);
  readonly #signedOut = inject(SignedOut);

  async choose(locale: Locale): Promise<void> {
    await this.#texts.choose(locale);
    if (this.#texts.locale() === locale) await this.#keep(locale);
  }

  /** After signing in: what was chosen at the door wins over what the account says. */
  async arrive(): Promise<void> {
    const chosen = this.#texts.chosenAtTheDoor;
    this.#texts.chosenAtTheDoor = null;
    const account = this.#session.account();
    const own = account ? localeOf(account.language) : null;
    // Nobody waits at the door until it is kept.
    if (chosen) void this.#keep(chosen);
    else if (own) await this.#texts.choose(own);
  }

  async #keep(locale: Locale): Promise<void> {
    const account = this.#session.account();
    if (!account || localeOf(account.language) === locale) return;
    const body = { language: languageOf(locale) };
    const outcome = await this.#requests.send({ method: 'PATCH', path: 'profile', body });
    // Here the language holds all the same; the account is asked again at the next choice.
    if (outcome.kind === 'ok') await this.#signedOut.check();
  }
}
