import { Component, computed, type ElementRef, inject, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { isActive, NavigationEnd, Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { Ellipsis, Search } from 'lucide';
import { distinctUntilChanged, filter, map, skip } from 'rxjs';

import { ActiveCoop } from '../core/auth/active-coop';
import { checkWhenAwake } from '../core/auth/awake';
import { LiveConnection } from '../core/graphql/live-connection';
import { injectTexts } from '../core/i18n/texts';
import { Online } from '../core/online';
import { Banner } from '../ui/banner';
import { Icon } from '../ui/icon';
import { AccountMenu } from './account-menu';
import { CommandPalette } from './command-palette/command-palette';
import { CoopSwitcher } from './coop-switcher';
import { InboxBell } from './inbox-bell';
import { navigation } from './navigation';
import { underWay } from './under-way';

/** How many fit into a phone's bottom bar. */
const places = 5;

/** The frame around every page: header, navigation, notices, and the way to anything by keyboard. */
@Component({
  selector: 'coop-shell',
  imports: [
    AccountMenu,
    Banner,
    CoopSwitcher,
    Icon,
    InboxBell,
    MatMenu,
    MatMenuItem,
    MatMenuTrigger,
    RouterLink,
    RouterLinkActive,
    RouterOutlet,
  ],
  host: { '(document:keydown)': 'openPaletteByKey($event)' },
  templateUrl: './shell.html',
  styleUrl: './shell.css',
})
export class Shell {
  protected readonly icons = { Ellipsis, Search };
  protected readonly t = injectTexts();
  protected readonly activeCoop = inject(ActiveCoop);
  protected readonly online = inject(Online).online;
  protected readonly underWay = underWay();
  protected readonly stale = inject(LiveConnection).stale;
  readonly #palette = inject(CommandPalette);
  readonly #router = inject(Router);

  protected readonly entries = computed(() => {
    if (!this.activeCoop.membership()) return [];
    return navigation.filter(({ role }) => !role || this.activeCoop.may(role));
  });
  // When there are more rooms than places, the last place leads to the others.
  protected readonly ahead = computed(() => {
    const all = this.entries();
    return all.length > places ? all.slice(0, places - 1) : all;
  });
  protected readonly further = computed(() => this.entries().slice(this.ahead().length));
  readonly #furtherOpen = computed(() =>
    this.further().map(({ path }) => isActive(this.#router.createUrlTree([...this.linkTo(path)]), this.#router)),
  );
  protected readonly inFurther = computed(() => this.#furtherOpen().some((open) => open()));

  private readonly content = viewChild.required<ElementRef<HTMLElement>>('content');

  constructor() {
    checkWhenAwake();
    // A new page is where the focus goes, or a keyboard would go on from the link of the page before.
    this.#router.events
      .pipe(
        filter((event) => event instanceof NavigationEnd),
        map(({ urlAfterRedirects }) => urlAfterRedirects.split(/[?#]/)[0]),
        distinctUntilChanged(),
        skip(1),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.content().nativeElement.focus({ preventScroll: true }));
  }

  protected linkTo(path: string): readonly string[] {
    return path ? this.activeCoop.link(path) : this.activeCoop.link();
  }

  protected openPalette(): void {
    this.#palette.open();
  }

  protected openPaletteByKey(event: KeyboardEvent): void {
    if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.#palette.open();
  }
}
