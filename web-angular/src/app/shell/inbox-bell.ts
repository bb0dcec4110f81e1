import { Component, computed, DestroyRef, effect, inject, untracked } from '@angular/core';
import { MatIconAnchor } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Bell } from 'lucide';

import { ActiveCoop } from '../core/auth/active-coop';
import { query } from '../core/graphql/query';
import { subscription } from '../core/graphql/subscription';
import { languageOf } from '../core/i18n/locales';
import { injectTexts, Texts } from '../core/i18n/texts';
import { UnreadCount } from '../core/unread-count';
import { NotificationArrivedDocument, UnreadNotificationsDocument } from '../graphql/shell';
import { Icon } from '../ui/icon';
import { Toast } from '../ui/toast';

/** How much there is that one has not read, live, and the way there. */
@Component({
  selector: 'coop-inbox-bell',
  imports: [Icon, MatIconAnchor, RouterLink],
  template: `
    @if (coop.membership()) {
      <a matIconButton [routerLink]="coop.link('notifications')" [attr.aria-label]="label()">
        <svg [coopIcon]="icons.Bell" size="22"></svg>
        @if (unread() > 0) {
          <span class="count" aria-hidden="true">{{ unread() > 99 ? '99+' : unread() }}</span>
        }
      </a>
    }
  `,
  styles: `
    a {
      position: relative;
    }
    .count {
      position: absolute;
      top: 2px;
      inset-inline-end: 0;
      min-width: 18px;
      padding: 0 5px;
      border-radius: 9px;
      font-size: 0.7rem;
      line-height: 18px;
      font-weight: 650;
      text-align: center;
      background: var(--mat-sys-primary);
      color: var(--mat-sys-on-primary);
    }
  `,
})
export class InboxBell {
  protected readonly icons = { Bell };
  protected readonly t = injectTexts();
  protected readonly coop = inject(ActiveCoop);
  readonly #texts = inject(Texts);
  readonly #toast = inject(Toast);
  readonly #changes = inject(UnreadCount).changes;
  readonly #count = query(UnreadNotificationsDocument, () => (this.coop.membership() ? {} : null));

  protected readonly unread = computed(() => this.#count.data()?.unreadNotificationCount ?? 0);
  protected readonly label = computed(() =>
    this.unread() ? this.t.plural('shell.inbox.unread', this.unread()) : this.t('shell.inbox.none'),
  );

  constructor() {
    subscription(
      NotificationArrivedDocument,
      {
        next: ({ notificationReceived: { notification } }) => {
          if (notification) this.#toast.say(notification.text);
          void this.#count.refetch();
        },
        resumed: () => void this.#count.refetch(),
      },
      () => (this.coop.membership() ? { language: languageOf(this.#texts.locale()) } : null),
    );
    // Each person and each co-op has a bell of their own: what was said to the one before goes with it.
    inject(DestroyRef).onDestroy(() => this.#toast.clear());
    effect(() => {
      if (this.#changes() > 0) untracked(() => void this.#count.refetch());
    });
  }
}
