import { Component, computed, DestroyRef, effect, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';

import { injectAddress } from '../../../core/address';
import { never } from '../../../core/errors/outcome';
import { list } from '../../../core/graphql/list';
import { mutation, type RefusalOf } from '../../../core/graphql/mutation';
import { Formats } from '../../../core/i18n/formats';
import { injectTexts } from '../../../core/i18n/texts';
import {
  type Delivery_DeliveryFragment,
  type DeliveryChannel,
  DeliveryLogDocument,
  type DeliveryState,
  ReplayDeliveryDocument,
  type ReplayDeliveryMutation,
} from '../../../graphql/settings';
import { Badge, type Tone } from '../../../ui/badge';
import { Cell, type Column, DataTable } from '../../../ui/data-table';
import { EmptyState } from '../../../ui/empty-state';
import { FailureBanner } from '../../../ui/failure-banner';
import { Skeleton } from '../../../ui/skeleton';
import { Toast } from '../../../ui/toast';

const pageSize = 50;
/** While something is on its way the log looks again after this. */
const lookAgain = 2000;
const tones: Readonly<Record<DeliveryState, Tone>> = {
  PENDING: 'neutral',
  SENT: 'good',
  FAILED: 'due',
  DEAD: 'wrong',
  DROPPED: 'neutral',
  UNREACHABLE: 'due',
  PRINTED: 'good',
};

/** What has left the house, or was to; what was given up can be sent again. */
@Component({
  selector: 'coop-delivery-log',
  imports: [Badge, Cell, DataTable, EmptyState, FailureBanner, MatButton, Skeleton],
  templateUrl: './delivery-log.html',
  styleUrls: ['../../../ui/filters.css', './delivery-log.css'],
})
export class DeliveryLog {
  protected readonly t = injectTexts();
  protected readonly formats = inject(Formats);
  protected readonly address = injectAddress();
  readonly #toast = inject(Toast);
  readonly #replay = mutation(ReplayDeliveryDocument);

  // From the address.
  readonly channel = input<string>();
  readonly state = input<string>();

  protected readonly channels = ['EMAIL', 'WEBHOOK'] as const;
  protected readonly states = ['PENDING', 'SENT', 'FAILED', 'DEAD', 'DROPPED', 'UNREACHABLE', 'PRINTED'] as const;
  protected readonly ofChannel = computed<DeliveryChannel | null>(
    () => this.channels.find((channel) => channel === this.channel()) ?? null,
  );
  protected readonly ofState = computed<DeliveryState | null>(
    () => this.states.find((state) => state === this.state()) ?? null,
  );
  protected readonly log = list(DeliveryLogDocument, 'deliveries', () => ({
    first: pageSize,
    channel: this.ofChannel(),
    state: this.ofState(),
  }));
  protected readonly columns = computed<readonly Column[]>(() => [
    { name: 'to', label: this.t('settings.deliveries.to') },
    { name: 'kind', label: this.t('settings.deliveries.kind') },
    { name: 'at', label: this.t('settings.deliveries.at') },
    { name: 'state', label: this.t('settings.deliveries.state') },
    { name: 'action', label: this.t('settings.deliveries.action') },
  ]);

  constructor() {
    let timer: ReturnType<typeof setTimeout> | undefined;
    effect(() => {
      clearTimeout(timer);
      const waiting = this.log.rows().some(({ state }) => state === 'PENDING');
      if (waiting && !this.log.loading()) timer = setTimeout(() => void this.log.refetch(), lookAgain);
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(timer));
  }

  protected tone(state: DeliveryState): Tone {
    return tones[state];
  }

  /** A letter's kind is for people, an event's name is the one that programs know. */
  protected what({ channel, kind }: Delivery_DeliveryFragment): string {
    const words = `settings.kind.${kind}`;
    return channel === 'EMAIL' && this.t.has(words) ? this.t(words) : kind;
  }

  protected chosen(select: Event): string | null {
    return (select.target as HTMLSelectElement).value || null;
  }

  protected async replay(delivery: Delivery_DeliveryFragment): Promise<void> {
    const outcome = await this.#replay.run({ input: { deliveryId: delivery.id } });
    if (outcome.kind === 'failed') this.#toast.failed(outcome.failure, () => void this.replay(delivery));
    if (outcome.kind === 'refused') outcome.errors.forEach((refusal) => this.#toast.say(this.#sentence(refusal)));
    await this.log.refetch();
  }

  #sentence(refusal: RefusalOf<ReplayDeliveryMutation>): string {
    switch (refusal.__typename) {
      case 'DeliveryNotFoundError':
        return this.t('settings.refused.deliveryGone');
      case 'DeliveryNotDeadError':
        return this.t('settings.refused.notDead');
      default:
        return never(refusal);
    }
  }
}
