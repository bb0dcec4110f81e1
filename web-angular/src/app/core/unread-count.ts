import { Injectable, signal } from '@angular/core';

/** Lets whoever reads notifications tell the bell in the header that there are fewer unread ones now. */
@Injectable({ providedIn: 'root' })
export class UnreadCount {
  readonly #changes = signal(0);

  /** Grows each time something was read. */
  readonly changes = this.#changes.asReadonly();

  changed(): void {
    this.#changes.update((count) => count + 1);
  }
}
