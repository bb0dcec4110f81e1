import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Copy, Ticket } from 'lucide';

import { authQuery } from '../../../core/auth/auth-query';
import { AuthRequests } from '../../../core/auth/auth-requests';
import { Formats } from '../../../core/i18n/formats';
import { injectTexts } from '../../../core/i18n/texts';
import { Badge } from '../../../ui/badge';
import { Banner } from '../../../ui/banner';
import { Confirm } from '../../../ui/confirm';
import { Copying } from '../../../ui/copying';
import { EmptyState } from '../../../ui/empty-state';
import { FailureBanner } from '../../../ui/failure-banner';
import { Icon } from '../../../ui/icon';
import { Skeleton } from '../../../ui/skeleton';
import { Toast } from '../../../ui/toast';
import { TokenForm } from './token-form';

interface AccessToken {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly coop: string | null;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly lastUsedAt: string | null;
}

/** Keys for programs that act in one's name. */
@Component({
  selector: 'coop-token-list',
  imports: [Badge, Banner, EmptyState, FailureBanner, Icon, MatButton, Skeleton, TokenForm],
  styleUrl: '../section.css',
  templateUrl: './token-list.html',
})
export class TokenList {
  protected readonly icons = { Copy, Ticket };
  protected readonly t = injectTexts();
  protected readonly formats = inject(Formats);
  readonly #requests = inject(AuthRequests);
  readonly #confirm = inject(Confirm);
  readonly #toast = inject(Toast);
  protected readonly copying = inject(Copying);

  protected readonly tokens = authQuery<readonly AccessToken[]>('tokens');
  protected readonly creating = signal(false);
  /** The new token's text, shown this once. */
  protected readonly created = signal<string | undefined>(undefined);

  protected show(token: string): void {
    this.created.set(token);
    this.creating.set(false);
    this.tokens.refetch();
  }

  protected expired(token: AccessToken): boolean {
    return token.expiresAt !== null && new Date(token.expiresAt).getTime() <= Date.now();
  }

  protected async revoke(token: AccessToken): Promise<void> {
    const sure = await this.#confirm.ask({
      heading: this.t('account.tokens.revokeHeading', { name: token.name }),
      text: this.t('account.tokens.revokeText'),
      action: this.t('account.tokens.revoke'),
    });
    if (!sure) return;
    const outcome = await this.#requests.remove(`tokens/${token.id}`);
    if (outcome.kind === 'failed') this.#toast.failed(outcome.failure);
    this.tokens.refetch();
  }
}
