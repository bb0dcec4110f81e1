import { Component } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';

import { injectTexts } from '../../core/i18n/texts';
import { Page } from '../../ui/page';

/** What the board sets up and looks after. */
@Component({
  selector: 'coop-settings-page',
  imports: [Page, RouterLink, RouterLinkActive, RouterOutlet],
  template: `
    <coop-page [heading]="t('settings.heading')">
      <nav [attr.aria-label]="t('settings.heading')">
        @for (part of parts; track part) {
          <a [routerLink]="part" routerLinkActive="active" ariaCurrentWhenActive="page">
            {{ t('settings.' + part + '.heading') }}
          </a>
        }
      </nav>
      <router-outlet />
    </coop-page>
  `,
  styles: `
    nav {
      display: flex;
      gap: 4px 20px;
      overflow-x: auto;
      border-bottom: var(--hairline);
    }
    a {
      flex: none;
      padding: 11px 2px 9px;
      border-bottom: 2px solid transparent;
      color: var(--muted);
      font-weight: 550;
      text-decoration: none;
    }
    a:hover {
      color: var(--mat-sys-on-surface);
    }
    a.active {
      color: var(--mat-sys-primary);
      border-color: currentcolor;
    }
    a:focus-visible {
      outline-offset: -2px;
    }
    @media print {
      nav {
        display: none;
      }
    }
  `,
})
export class SettingsPage {
  protected readonly t = injectTexts();
  protected readonly parts = ['webhooks', 'deliveries', 'letters', 'jobs'] as const;
}
