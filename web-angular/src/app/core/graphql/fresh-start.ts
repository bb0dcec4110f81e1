import { inject, Injectable } from '@angular/core';
import { Apollo } from 'apollo-angular';

import { LiveConnection } from './live-connection';

/** Forgets everything the server told: before another person or another co-op comes on screen. */
@Injectable({ providedIn: 'root' })
export class FreshStart {
  readonly #apollo = inject(Apollo);
  readonly #live = inject(LiveConnection);

  async forget(): Promise<void> {
    this.#live.reset();
    await this.#apollo.client.clearStore();
  }
}
