import { Component, type ElementRef, inject, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { filter, skip } from 'rxjs';

import { type Locale, localeNames, locales } from '../core/i18n/locales';
import { Texts } from '../core/i18n/texts';
import { Drawing } from '../ui/drawing';

/** The frame for people who are not signed in: the house, one card, the languages. */
@Component({
  selector: 'coop-bare',
  imports: [Drawing, RouterOutlet],
  template: `
    <header>
      <img src="favicon.svg" alt="" width="28" height="28" />
      theCooperator
    </header>
    <main #content tabindex="-1">
      <coop-drawing name="house" />
      <router-outlet />
    </main>
    <footer>
      @for (locale of locales; track locale) {
        <button
          type="button"
          [attr.lang]="locale"
          [attr.aria-pressed]="texts.locale() === locale"
          (click)="choose(locale)"
        >
          {{ localeNames[locale] }}
        </button>
      }
    </footer>
  `,
  styles: `
    :host {
      display: grid;
      grid-template: auto 1fr auto / minmax(0, 1fr);
      min-height: 100dvh;
    }
    header {
      display: flex;
      align-items: center;
      gap: 10px;
      padding: 16px 20px;
      font-weight: 650;
    }
    main {
      outline: none;
      display: grid;
      align-content: start;
      justify-items: center;
      gap: 4px;
      padding: 8px 16px 40px;
    }
    footer {
      display: flex;
      justify-content: center;
      gap: 4px;
      padding: 8px;
    }
    button {
      min-width: var(--target);
      min-height: var(--target);
      padding: 0 12px;
      border: 0;
      border-radius: var(--radius);
      background: none;
      color: var(--muted);
      font: inherit;
      cursor: pointer;
    }
    button[aria-pressed='true'] {
      color: var(--mat-sys-on-surface);
      font-weight: 550;
    }
    @media (min-height: 800px) {
      main {
        padding-top: 6vh;
      }
    }
  `,
})
export class Bare {
  protected readonly texts = inject(Texts);
  protected readonly locales = locales;
  protected readonly localeNames = localeNames;

  private readonly content = viewChild.required<ElementRef<HTMLElement>>('content');

  constructor() {
    const router = inject(Router);
    // A new page is where the focus goes; the very first one has it already.
    const isFirst = router.lastSuccessfulNavigation() === null;
    router.events
      .pipe(
        filter((event) => event instanceof NavigationEnd),
        skip(isFirst ? 1 : 0),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.content().nativeElement.focus({ preventScroll: true }));
  }

  protected choose(locale: Locale): void {
    this.texts.chosenAtTheDoor = locale;
    void this.texts.choose(locale);
  }
}
