import { Component, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { Check, ChevronsUpDown } from 'lucide';

import { ActiveCoop } from '../core/auth/active-coop';
import { Session } from '../core/auth/session';
import { injectTexts } from '../core/i18n/texts';
import { Icon } from '../ui/icon';

/** The co-op one is in; a menu when there are several. */
@Component({
  selector: 'coop-switcher',
  imports: [Icon, MatButton, MatMenu, MatMenuItem, MatMenuTrigger, RouterLink],
  template: `
    <img src="favicon.svg" alt="" width="28" height="28" />
    @if (coops().length > 1) {
      <button
        matButton="text"
        type="button"
        [matMenuTriggerFor]="menu"
        [attr.aria-label]="t('shell.switchCoop', { name: name() })"
      >
        <span class="name">{{ name() }}</span>
        <svg [coopIcon]="icons.ChevronsUpDown" iconPositionEnd size="16"></svg>
      </button>
      <mat-menu #menu>
        @for (coop of coops(); track coop.slug) {
          <button mat-menu-item type="button" (click)="enter(coop.slug)">
            <span class="choice">
              {{ coop.name }}
              @if (coop.slug === activeCoop.slug()) {
                <svg [coopIcon]="icons.Check" size="18"></svg>
                <span class="visually-hidden">{{ t('shell.chosen') }}</span>
              }
            </span>
          </button>
        }
      </mat-menu>
    } @else {
      <a class="name" routerLink="/">{{ name() }}</a>
    }
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: 8px;
      min-width: 0;
    }
    button {
      --mat-button-text-label-text-color: var(--mat-sys-on-surface);
      min-width: 0;
    }
    .name {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
      font-weight: 650;
    }
    a {
      padding: 10px 4px;
      color: inherit;
      text-decoration: none;
    }
    .choice {
      display: flex;
      gap: 12px;
      align-items: center;
      justify-content: space-between;
    }
  `,
})
export class CoopSwitcher {
  protected readonly icons = { Check, ChevronsUpDown };
  protected readonly t = injectTexts();
  protected readonly coops = inject(Session).coops;
  protected readonly activeCoop = inject(ActiveCoop);
  readonly #router = inject(Router);

  protected readonly name = () => this.activeCoop.name() || 'theCooperator';

  protected enter(slug: string): void {
    void this.#router.navigate(['/c', slug]);
  }
}
