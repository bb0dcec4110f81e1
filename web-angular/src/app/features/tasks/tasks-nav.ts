import { Component, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';

import { ActiveCoop } from '../../core/auth/active-coop';
import { injectTexts } from '../../core/i18n/texts';

/** The pages about shared work. */
@Component({
  selector: 'coop-tasks-nav',
  imports: [RouterLink, RouterLinkActive],
  template: `
    <nav [attr.aria-label]="t('tasks.nav.label')">
      @for (page of pages; track page.path) {
        <a
          routerLinkActive="active"
          ariaCurrentWhenActive="page"
          [routerLink]="page.path ? coop.link('tasks', page.path) : coop.link('tasks')"
          [routerLinkActiveOptions]="{
            paths: 'exact',
            queryParams: 'ignored',
            fragment: 'ignored',
            matrixParams: 'ignored',
          }"
        >
          {{ t(page.label) }}
        </a>
      }
    </nav>
  `,
  styles: `
    nav {
      display: flex;
      gap: 4px;
      overflow-x: auto;
      border-bottom: var(--hairline);
    }
    a {
      display: inline-flex;
      align-items: center;
      min-height: var(--target);
      padding: 0 14px;
      border-bottom: 2px solid transparent;
      color: var(--muted);
      font-weight: 550;
      text-decoration: none;
      white-space: nowrap;
    }
    a:hover {
      color: var(--mat-sys-on-surface);
    }
    a:focus-visible {
      outline-offset: -2px;
    }
    a.active {
      border-bottom-color: var(--mat-sys-primary);
      color: var(--mat-sys-on-surface);
    }
    @media print {
      :host {
        display: none;
      }
    }
  `,
})
export class TasksNav {
  protected readonly t = injectTexts();
  protected readonly coop = inject(ActiveCoop);
  protected readonly pages = [
    { path: '', label: 'tasks.nav.board' },
    { path: 'calendar', label: 'tasks.nav.calendar' },
    { path: 'duties', label: 'tasks.nav.duties' },
    { path: 'hours', label: 'tasks.nav.hours' },
  ] as const;
}
