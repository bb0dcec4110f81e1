import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { MatIconButton } from '@angular/material/button';
import { MatDivider } from '@angular/material/divider';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { CalendarClock, Check, LogOut, UserRound } from 'lucide';

import { OwnLanguage } from '../core/auth/own-language';
import { Session } from '../core/auth/session';
import { SignOut } from '../core/auth/sign-out';
import { localeNames, locales } from '../core/i18n/locales';
import { injectTexts, Texts } from '../core/i18n/texts';
import { Theme, themes } from '../core/theme';
import { Avatar } from '../ui/avatar';
import { Icon } from '../ui/icon';
import { Toast } from '../ui/toast';

/** One's account, the theme, the language, and the way out. */
@Component({
  selector: 'coop-account-menu',
  imports: [Avatar, Icon, MatDivider, MatIconButton, MatMenu, MatMenuItem, MatMenuTrigger, RouterLink],
  templateUrl: './account-menu.html',
  styles: `
    .choice {
      display: flex;
      gap: 12px;
      align-items: center;
      justify-content: space-between;
    }
    .heading {
      padding: 10px 12px 2px;
      font-size: var(--text-small);
      color: var(--muted);
    }
    .who {
      padding: 8px 12px 10px;
      line-height: 1.35;
    }
    .who strong,
    .who small {
      display: block;
    }
  `,
})
export class AccountMenu {
  protected readonly icons = { CalendarClock, Check, LogOut, UserRound };
  protected readonly t = injectTexts();
  protected readonly account = inject(Session).account;
  protected readonly theme = inject(Theme);
  protected readonly texts = inject(Texts);
  protected readonly language = inject(OwnLanguage);
  readonly #signOut = inject(SignOut);
  readonly #toast = inject(Toast);

  protected readonly themes = themes;
  protected readonly locales = locales;
  protected readonly localeNames = localeNames;

  protected async signOut(): Promise<void> {
    const outcome = await this.#signOut.now();
    if (outcome.kind === 'failed') this.#toast.failed(outcome.failure, () => void this.signOut());
  }
}
