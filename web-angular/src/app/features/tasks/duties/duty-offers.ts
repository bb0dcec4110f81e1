import { Component, inject, output } from '@angular/core';
import { MatButton } from '@angular/material/button';

import { ActiveCoop } from '../../../core/auth/active-coop';
import { list } from '../../../core/graphql/list';
import { mutation } from '../../../core/graphql/mutation';
import { Formats } from '../../../core/i18n/formats';
import { injectTexts } from '../../../core/i18n/texts';
import {
  AcceptDutySwapDocument,
  DeclineDutySwapDocument,
  type DutyOffer_DutySwapFragment,
  DutyOffersDocument,
} from '../../../graphql/tasks';
import { Avatar } from '../../../ui/avatar';
import { FailureBanner } from '../../../ui/failure-banner';
import { More } from '../../../ui/more';
import { Skeleton } from '../../../ui/skeleton';
import { Toast } from '../../../ui/toast';
import { injectTellSwap } from './swap-refusals';

/** What others cannot do on their day, and what they wish for it. */
@Component({
  selector: 'coop-duty-offers',
  imports: [Avatar, FailureBanner, MatButton, More, Skeleton],
  template: `
    <section class="card" aria-labelledby="offers-heading">
      <div class="head">
        <h2 id="offers-heading">{{ t('duties.offers.heading') }}</h2>
      </div>
      @if (found.failure(); as failure) {
        <coop-failure [failure]="failure" (retry)="found.refetch()" />
      } @else if (found.waiting()) {
        <coop-skeleton [lines]="2" [height]="44" />
      }
      @if (found.rows().length) {
        <ul class="entries">
          @for (offer of found.rows(); track offer.id) {
            <li>
              <coop-avatar [name]="offer.offeredBy.displayName" />
              <div class="about">
                {{ sentence(offer) }}
                <small class="muted">
                  {{ inReturn(offer) }}
                  @if (offer.note) {
                    <q>{{ offer.note }}</q>
                  }
                </small>
              </div>
              @if (offer.asksMe) {
                <div class="row">
                  @if (offer.toMember) {
                    <button
                      matButton
                      type="button"
                      [attr.aria-label]="t('duties.offers.declineNamed', name(offer))"
                      [disabled]="declining.running()"
                      (click)="decline(offer)"
                    >
                      {{ t('duties.offers.decline') }}
                    </button>
                  }
                  <button
                    matButton="filled"
                    type="button"
                    [attr.aria-label]="t('duties.offers.acceptNamed', name(offer))"
                    [disabled]="accepting.running()"
                    (click)="accept(offer)"
                  >
                    {{ t('duties.offers.accept') }}
                  </button>
                </div>
              }
            </li>
          }
        </ul>
        @if (found.hasMore()) {
          <coop-more [loading]="found.loading()" [failed]="!!found.failure()" (more)="found.more()" />
        }
      } @else if (!found.waiting() && !found.failure()) {
        <p class="muted">{{ t('duties.offers.none') }}</p>
      }
    </section>
  `,
  styleUrl: '../../../ui/section.css',
})
export class DutyOffers {
  protected readonly t = injectTexts();
  /** A day has changed hands, or stays where it was. */
  readonly answered = output();
  readonly #formats = inject(Formats);
  readonly #coop = inject(ActiveCoop);
  readonly #toast = inject(Toast);
  readonly #tell = injectTellSwap();
  protected readonly accepting = mutation(AcceptDutySwapDocument);
  protected readonly declining = mutation(DeclineDutySwapDocument);
  protected readonly found = list(DutyOffersDocument, 'openDutySwaps', () => ({ first: 50 }));

  refetch(): void {
    void this.found.refetch();
  }

  protected sentence(offer: DutyOffer_DutySwapFragment): string {
    if (offer.offeredBy.id === this.#coop.membership()?.memberId) return this.t('duties.offers.byMe', this.name(offer));
    if (!offer.toMember) return this.t('duties.offers.toAll', this.name(offer));
    if (offer.asksMe) return this.t('duties.offers.toMe', this.name(offer));
    return this.t('duties.offers.toOne', { ...this.name(offer), to: offer.toMember.displayName });
  }

  protected inReturn({ inReturn }: DutyOffer_DutySwapFragment): string {
    if (!inReturn) return this.t('duties.offers.gift');
    const day = this.#formats.shortWeekdayAndDay(inReturn.dueOn);
    return this.t('duties.offers.inReturn', { title: inReturn.duty.title, day });
  }

  protected name({ offeredBy, occurrence }: DutyOffer_DutySwapFragment) {
    return {
      name: offeredBy.displayName,
      title: occurrence.duty.title,
      day: this.#formats.shortWeekdayAndDay(occurrence.dueOn),
    };
  }

  protected async accept(offer: DutyOffer_DutySwapFragment): Promise<void> {
    const outcome = await this.accepting.run({ input: { swapId: offer.id } });
    if (this.#tell(outcome, () => void this.accept(offer)))
      this.#toast.say(this.t('duties.offers.accepted', this.name(offer)));
    if (outcome.kind !== 'failed') this.answered.emit();
  }

  protected async decline(offer: DutyOffer_DutySwapFragment): Promise<void> {
    const outcome = await this.declining.run({ input: { swapId: offer.id } });
    this.#tell(outcome, () => void this.decline(offer));
    if (outcome.kind !== 'failed') this.answered.emit();
  }
}
