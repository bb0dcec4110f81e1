import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';

import { OwnLanguage } from '../../core/auth/own-language';
import { Session, type SessionAnswer } from '../../core/auth/session';
import { FreshStart } from '../../core/graphql/fresh-start';

/** What follows a successful sign-in, whichever way it was done. */
@Injectable({ providedIn: 'root' })
export class Arrival {
  readonly #session = inject(Session);
  readonly #language = inject(OwnLanguage);
  readonly #freshStart = inject(FreshStart);
  readonly #router = inject(Router);

  async welcome(answer: SessionAnswer, goTo?: string): Promise<void> {
    this.#session.adopt(answer);
    await this.#freshStart.forget();
    await this.#language.arrive();
    await this.#router.navigateByUrl(ownAddress(goTo) ?? '/');
  }
}

/** Only addresses of this app: a link to the sign-in page must not send anyone elsewhere. */
export function ownAddress(address: string | undefined): string | null {
  return address && /^\/(?![/\\])/.test(address) ? address : null;
}
