import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';

import { Session, type SessionAnswer } from '../../core/auth/session';
import { FreshStart } from '../../core/graphql/fresh-start';
import { localeOf, Texts } from '../../core/i18n/texts';

/** What follows a successful sign-in, whichever way it was done. */
@Injectable({ providedIn: 'root' })
export class Arrival {
  readonly #session = inject(Session);
  readonly #texts = inject(Texts);
  readonly #freshStart = inject(FreshStart);
  readonly #router = inject(Router);

  async welcome(answer: SessionAnswer, goTo?: string): Promise<void> {
    this.#session.adopt(answer);
    await this.#freshStart.forget();
    const language = answer.signedIn ? localeOf(answer.account.language) : null;
    if (language) await this.#texts.choose(language);
    await this.#router.navigateByUrl(ownAddress(goTo) ?? '/');
  }
}

/** Only addresses of this app: a link to the sign-in page must not send anyone elsewhere. */
export function ownAddress(address: string | undefined): string | null {
  return address && /^\/(?![/\\])/.test(address) ? address : null;
}
