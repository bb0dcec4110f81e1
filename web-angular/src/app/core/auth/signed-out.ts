import { inject, Injectable } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { Router } from '@angular/router';

import { ActiveCoop } from './active-coop';
import { Session } from './session';

/** What happens when the server says that the session is over: sign in again, then back to where one was. */
@Injectable({ providedIn: 'root' })
export class SignedOut {
  readonly #session = inject(Session);
  readonly #activeCoop = inject(ActiveCoop);
  readonly #router = inject(Router);
  readonly #dialogs = inject(MatDialog);
  #checking: Promise<void> | undefined;

  /** Whether this tab itself is signing out: what ends then was to end. */
  expected = false;

  notice(): void {
    if (!this.#session.signedIn()) return;
    this.#session.end();
    // A form that was open keeps its draft.
    this.#dialogs.closeAll();
    void this.#router.navigate(['/sign-in'], { queryParams: { return: this.#router.url, ended: true } });
  }

  /** Something may be over: the server has closed our connection, or this tab has slept while another one went on. */
  check(): Promise<void> {
    // Everything on the page that listens asks at the same moment.
    this.#checking ??= this.#check().finally(() => (this.#checking = undefined));
    return this.#checking;
  }

  async #check(): Promise<void> {
    // When the server can not be reached, the connection that comes back meets the same refusal.
    const answer = await this.#session.ask().catch(() => null);
    if (answer === null || this.expected || !this.#session.signedIn()) return;
    if (!answer.signedIn) {
      this.notice();
      return;
    }
    if (answer.account.id !== this.#session.account()?.id) {
      this.#startAnew();
      return;
    }
    const wasInside = this.#activeCoop.membership() !== null;
    this.#session.adopt(answer);
    if (!wasInside || this.#activeCoop.membership() !== null) return;
    this.#dialogs.closeAll();
    await this.#router.navigateByUrl('/not-found', { skipLocationChange: true });
  }

  /** In another tab somebody else has signed in: what stands here, read or typed, is not theirs to see or to send. */
  #startAnew(): void {
    // Nobody acts here any more, and nothing that waits asks to stay.
    this.#session.end();
    location.reload();
  }
}
