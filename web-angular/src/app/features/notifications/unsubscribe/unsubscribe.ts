import { HttpClient } from '@angular/common/http';
import { Component, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { firstValueFrom } from 'rxjs';

import { injectTexts } from '../../../core/i18n/texts';
import { Banner } from '../../../ui/banner';
import { Page } from '../../../ui/page';

/** Behind the link in letters: one press ends letters of that kind, without signing in. */
@Component({
  selector: 'coop-unsubscribe',
  imports: [Banner, MatButton, Page],
  template: `
    <coop-page class="narrow" [heading]="t('notifications.unsubscribe.heading')">
      @switch (state()) {
        @case ('done') {
          <coop-banner tone="good">{{ t('notifications.unsubscribe.done') }}</coop-banner>
        }
        @case ('failed') {
          <coop-banner tone="wrong">{{ t('notifications.unsubscribe.failed') }}</coop-banner>
        }
        @default {
          <p>{{ t('notifications.unsubscribe.text') }}</p>
          <p>
            <button matButton="filled" type="button" [disabled]="state() === 'sending'" (click)="unsubscribe()">
              {{ t('notifications.unsubscribe.action') }}
            </button>
          </p>
        }
      }
    </coop-page>
  `,
})
export class Unsubscribe {
  protected readonly t = injectTexts();
  readonly #http = inject(HttpClient);

  /** From the address. */
  readonly token = input<string>('');
  protected readonly state = signal<'asked' | 'sending' | 'done' | 'failed'>('asked');

  protected async unsubscribe(): Promise<void> {
    this.state.set('sending');
    const sent = firstValueFrom(this.#http.post('/unsubscribe', null, { params: { token: this.token() } }));
    this.state.set(
      await sent.then(
        () => 'done' as const,
        // A wrong link and a lost connection look alike here: the letter's own link can be tried again.
        () => 'failed' as const,
      ),
    );
  }
}
