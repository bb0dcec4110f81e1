import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { Copy, Webhook } from 'lucide';

import { ActiveCoop } from '../../../core/auth/active-coop';
import { never, type Outcome } from '../../../core/errors/outcome';
import { mutation, type RefusalOf } from '../../../core/graphql/mutation';
import { query } from '../../../core/graphql/query';
import { Formats } from '../../../core/i18n/formats';
import { injectTexts } from '../../../core/i18n/texts';
import {
  DisableWebhookDocument,
  type DisableWebhookMutation,
  EnableWebhookDocument,
  type EnableWebhookMutation,
  RemoveWebhookDocument,
  type RemoveWebhookMutation,
  RotateWebhookSecretDocument,
  type RotateWebhookSecretMutation,
  TestWebhookDocument,
  type TestWebhookMutation,
  type Webhook_WebhookFragment,
  WebhookListDocument,
} from '../../../graphql/settings';
import { Badge } from '../../../ui/badge';
import { Banner } from '../../../ui/banner';
import { Confirm } from '../../../ui/confirm';
import { Copying } from '../../../ui/copying';
import { Dialogs } from '../../../ui/dialogs';
import { EmptyState } from '../../../ui/empty-state';
import { FailureBanner } from '../../../ui/failure-banner';
import { Icon } from '../../../ui/icon';
import { Skeleton } from '../../../ui/skeleton';
import { Toast } from '../../../ui/toast';
import { WebhookForm } from './webhook-form';

type Refusal =
  | RefusalOf<RotateWebhookSecretMutation>
  | RefusalOf<EnableWebhookMutation>
  | RefusalOf<DisableWebhookMutation>
  | RefusalOf<RemoveWebhookMutation>
  | RefusalOf<TestWebhookMutation>;

/** Programs of others that are told what happens. */
@Component({
  selector: 'coop-webhook-list',
  imports: [Badge, Banner, EmptyState, FailureBanner, Icon, MatButton, Skeleton],
  templateUrl: './webhook-list.html',
  styleUrls: ['../../../ui/section.css', './webhook-list.css'],
})
export class WebhookList {
  protected readonly icons = { Copy, Webhook };
  protected readonly t = injectTexts();
  protected readonly formats = inject(Formats);
  readonly #coop = inject(ActiveCoop);
  readonly #router = inject(Router);
  readonly #dialogs = inject(Dialogs);
  readonly #confirm = inject(Confirm);
  readonly #toast = inject(Toast);
  protected readonly copying = inject(Copying);
  readonly #rotate = mutation(RotateWebhookSecretDocument);
  readonly #enable = mutation(EnableWebhookDocument);
  readonly #disable = mutation(DisableWebhookDocument);
  readonly #remove = mutation(RemoveWebhookDocument);
  readonly #test = mutation(TestWebhookDocument);

  protected readonly webhooks = query(WebhookListDocument);
  /** A new secret, shown this once. */
  protected readonly secret = signal<string | undefined>(undefined);

  protected async add(): Promise<void> {
    const secret = await this.#dialogs.open<string>(WebhookForm, null);
    if (secret) await this.#show(secret);
  }

  protected async change(webhook: Webhook_WebhookFragment): Promise<void> {
    await this.#dialogs.open(WebhookForm, webhook);
  }

  protected async rotate(webhook: Webhook_WebhookFragment): Promise<void> {
    const sure = await this.#confirm.ask({
      heading: this.t('settings.webhooks.rotateHeading'),
      text: this.t('settings.webhooks.rotateText'),
      action: this.t('settings.webhooks.rotate'),
    });
    if (!sure) return;
    const outcome = await this.#rotate.run({ input: { webhookId: webhook.id } });
    if (this.#done(outcome) && outcome.kind === 'ok' && outcome.value.webhookSecret) {
      await this.#show(outcome.value.webhookSecret.secret);
    }
  }

  protected async toggle(webhook: Webhook_WebhookFragment): Promise<void> {
    const input = { input: { webhookId: webhook.id } };
    this.#done(webhook.enabled ? await this.#disable.run(input) : await this.#enable.run(input));
  }

  protected async remove(webhook: Webhook_WebhookFragment): Promise<void> {
    const sure = await this.#confirm.ask({
      heading: this.t('settings.webhooks.removeHeading', { url: webhook.url }),
      text: this.t('settings.webhooks.removeText'),
      action: this.t('settings.webhooks.remove'),
    });
    if (sure && this.#done(await this.#remove.run({ input: { webhookId: webhook.id } }))) await this.webhooks.refetch();
  }

  /** Sends a test and goes where one sees what becomes of it. */
  protected async test(webhook: Webhook_WebhookFragment): Promise<void> {
    if (this.#done(await this.#test.run({ input: { webhookId: webhook.id } }))) {
      await this.#router.navigate([...this.#coop.link('settings', 'deliveries')], {
        queryParams: { channel: 'WEBHOOK' },
      });
    }
  }

  async #show(secret: string): Promise<void> {
    this.secret.set(secret);
    await this.webhooks.refetch();
  }

  #done(outcome: Outcome<unknown, Refusal>): boolean {
    if (outcome.kind === 'failed') this.#toast.failed(outcome.failure);
    if (outcome.kind === 'refused') outcome.errors.forEach((refusal) => this.#toast.say(this.#sentence(refusal)));
    return outcome.kind === 'ok';
  }

  #sentence(refusal: Refusal): string {
    switch (refusal.__typename) {
      case 'WebhookNotFoundError':
        return this.t('settings.refused.webhookGone');
      case 'WebhookDisabledError':
        return this.t('settings.refused.webhookDisabled');
      default:
        return never(refusal);
    }
  }
}
