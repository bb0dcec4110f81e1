import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';

import type { Outcome } from '../errors/outcome';
import { FreshStart } from '../graphql/fresh-start';
import { Kept } from '../kept';
import { AuthRequests } from './auth-requests';
import { Session } from './session';
import { SignedOut } from './signed-out';

/** Ends this browser's session and forgets what it saw. */
@Injectable({ providedIn: 'root' })
export class SignOut {
  readonly #requests = inject(AuthRequests);
  readonly #session = inject(Session);
  readonly #signedOut = inject(SignedOut);
  readonly #freshStart = inject(FreshStart);
  readonly #kept = inject(Kept);
  readonly #router = inject(Router);

  async now(): Promise<Outcome<unknown, never>> {
    this.#signedOut.expected = true;
    const outcome = await this.#requests.send({ method: 'POST', path: 'sign-out' });
    if (outcome.kind === 'ok') this.#session.end();
    this.#signedOut.expected = false;
    if (outcome.kind === 'ok') {
      this.#kept.forget();
      await this.#freshStart.forget();
      await this.#router.navigateByUrl('/sign-in');
    }
    return outcome;
  }
}
