import { Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';

import { localeNames, locales } from '../core/i18n/locales';
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
    <main>
      <coop-drawing name="house" />
      <router-outlet />
    </main>
    <footer>
      @for (locale of locales; track locale) {
        <button
          type="button"
          [attr.lang]="locale"
          [attr.aria-pressed]="texts.locale() === locale"
          (click)="texts.choose(locale)"
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
}
