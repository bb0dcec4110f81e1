import { Component, computed, inject, input } from '@angular/core';
import { MatAnchor, MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { CheckCheck, Settings2 } from 'lucide';

import { injectAddress } from '../../../core/address';
import { ActiveCoop } from '../../../core/auth/active-coop';
import { list } from '../../../core/graphql/list';
import { mutation } from '../../../core/graphql/mutation';
import { subscription } from '../../../core/graphql/subscription';
import { Formats } from '../../../core/i18n/formats';
import { languageOf } from '../../../core/i18n/locales';
import { injectTexts, Texts } from '../../../core/i18n/texts';
import { UnreadCount } from '../../../core/unread-count';
import {
  InboxChangedDocument,
  InboxDocument,
  type InboxEntry_NotificationFragment,
  MarkAllNotificationsReadDocument,
  MarkNotificationReadDocument,
} from '../../../graphql/notifications';
import { EmptyState } from '../../../ui/empty-state';
import { FailureBanner } from '../../../ui/failure-banner';
import { Icon } from '../../../ui/icon';
import { More } from '../../../ui/more';
import { Page } from '../../../ui/page';
import { Skeleton } from '../../../ui/skeleton';
import { Toast } from '../../../ui/toast';

const pageSize = 50;

/** What one is told of, the latest first; opening something reads it. */
@Component({
  selector: 'coop-inbox',
  imports: [EmptyState, FailureBanner, Icon, MatAnchor, MatButton, More, Page, RouterLink, Skeleton],
  templateUrl: './inbox.html',
  styleUrls: ['../../../ui/filters.css', './inbox.css'],
})
export class Inbox {
  protected readonly icons = { CheckCheck, Settings2 };
  protected readonly t = injectTexts();
  protected readonly formats = inject(Formats);
  protected readonly coop = inject(ActiveCoop);
  protected readonly address = injectAddress();
  readonly #texts = inject(Texts);
  readonly #toast = inject(Toast);
  readonly #router = inject(Router);
  readonly #unreadCount = inject(UnreadCount);
  readonly #read = mutation(MarkNotificationReadDocument);
  readonly #readAll = mutation(MarkAllNotificationsReadDocument);

  /** From the address: `true` for unread ones only. */
  readonly unread = input<string>();
  protected readonly unreadOnly = computed(() => this.unread() === 'true');

  protected readonly inbox = list(InboxDocument, 'notifications', () => ({
    first: pageSize,
    unreadOnly: this.unreadOnly() || null,
    language: languageOf(this.#texts.locale()),
  }));

  constructor() {
    const anew = () => void this.inbox.refetch();
    subscription(InboxChangedDocument, { next: anew, resumed: anew });
  }

  protected async open(entry: InboxEntry_NotificationFragment): Promise<void> {
    // What cannot be marked can be read all the same, and nobody waits for it.
    if (entry.path) void this.#router.navigate([...this.coop.link(...entry.path.split('/'))]);
    if ((await this.#mark(entry)) === 'failed') this.#toast.say(this.t('notifications.notMarked'));
  }

  protected async readAll(): Promise<void> {
    const outcome = await this.#readAll.run({});
    if (outcome.kind === 'failed') this.#toast.failed(outcome.failure, () => void this.readAll());
    else {
      this.#unreadCount.changed();
      await this.inbox.refetch();
    }
  }

  async #mark(entry: InboxEntry_NotificationFragment): Promise<'ok' | 'refused' | 'failed'> {
    if (entry.readAt) return 'ok';
    const outcome = await this.#read.run({ input: { notificationId: entry.id } });
    this.#unreadCount.changed();
    return outcome.kind;
  }
}
