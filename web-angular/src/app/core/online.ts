import { DOCUMENT, inject, Injectable, signal } from '@angular/core';

/** Whether the device believes to have a network. */
@Injectable({ providedIn: 'root' })
export class Online {
  readonly #online = signal(navigator.onLine);
  readonly online = this.#online.asReadonly();

  constructor() {
    const view = inject(DOCUMENT).defaultView;
    view?.addEventListener('online', () => this.#online.set(true));
    view?.addEventListener('offline', () => this.#online.set(false));
  }
}
