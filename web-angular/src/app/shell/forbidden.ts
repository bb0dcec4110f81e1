import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';

import { injectTexts } from '../core/i18n/texts';
import { EmptyState } from '../ui/empty-state';

@Component({
  selector: 'coop-forbidden',
  imports: [EmptyState, MatButton, RouterLink],
  template: `
    <coop-empty-state
      wholePage
      drawing="door"
      [heading]="t('shell.forbidden.heading')"
      [text]="t('shell.forbidden.text')"
    >
      <a matButton="filled" routerLink="/">{{ t('shell.home') }}</a>
    </coop-empty-state>
  `,
})
export class Forbidden {
  protected readonly t = injectTexts();
}
