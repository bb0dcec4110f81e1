import { Component } from '@angular/core';
import { MatButton } from '@angular/material/button';

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

  protected tryAgain(): void {
    location.reload();
  }
}
