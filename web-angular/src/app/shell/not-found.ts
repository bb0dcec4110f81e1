import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';

import { injectTexts } from '../core/i18n/texts';
import { EmptyState } from '../ui/empty-state';

@Component({
  selector: 'coop-not-found',
  imports: [EmptyState, MatButton, RouterLink],
  template: `
    <coop-empty-state
      wholePage
      drawing="search"
      [heading]="t('shell.notFound.heading')"
      [text]="t('shell.notFound.text')"
    >
      <a matButton="filled" routerLink="/">{{ t('shell.home') }}</a>
    </coop-empty-state>
  `,
})
export class NotFound {
  protected readonly t = injectTexts();
}
