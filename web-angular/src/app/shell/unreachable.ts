import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';

import type { Wanted } from '../core/errors/failed-navigation';
import { injectTexts } from '../core/i18n/texts';
import { EmptyState } from '../ui/empty-state';

/** The app is here but the server did not answer. */
@Component({
  selector: 'coop-unreachable',
  imports: [EmptyState, MatButton],
  template: `
    <coop-empty-state
      wholePage
      drawing="kite"
      [heading]="t('shell.unreachable.heading')"
      [text]="t('shell.unreachable.text')"
    >
      <button matButton="filled" type="button" (click)="tryAgain()">{{ t('ui.retry') }}</button>
    </coop-empty-state>
  `,
})
export class Unreachable {
  protected readonly t = injectTexts();

  readonly #router = inject(Router);

  /** Opens what was wanted, within the app: what was typed elsewhere is still there. */
  protected tryAgain(): void {
    const { wanted } = (this.#router.lastSuccessfulNavigation()?.extras.state ?? {}) as Partial<Wanted>;
    if (wanted === undefined) location.reload();
    else void this.#router.navigateByUrl(wanted);
  }
}
