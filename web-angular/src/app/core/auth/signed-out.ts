import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';

import { Session } from './session';

/** What happens when an answer says that the session is over: sign in again, then back to where one was. */
@Injectable({ providedIn: 'root' })
export class SignedOut {
  readonly #session = inject(Session);
  readonly #router = inject(Router);

  notice(): void {
    if (!this.#session.signedIn()) return;
    this.#session.end();
    void this.#router.navigate(['/sign-in'], { queryParams: { return: this.#router.url, ended: true } });
  }
}
