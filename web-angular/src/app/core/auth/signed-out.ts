import { inject, Injectable } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { Router } from '@angular/router';

import { Session } from './session';

/** What happens when an answer says that the session is over: sign in again, then back to where one was. */
@Injectable({ providedIn: 'root' })
export class SignedOut {
  readonly #session = inject(Session);
  readonly #router = inject(Router);
  readonly #dialogs = inject(MatDialog);

  notice(): void {
    if (!this.#session.signedIn()) return;
    this.#session.end();
    // A form that was open keeps its draft.
    this.#dialogs.closeAll();
    void this.#router.navigate(['/sign-in'], { queryParams: { return: this.#router.url, ended: true } });
  }
}
