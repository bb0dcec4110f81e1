import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';

import { injectAddress } from '../../../core/address';
import { ActiveCoop } from '../../../core/auth/active-coop';
import { endOf, isDay, today } from '../../../core/days';
import { query } from '../../../core/graphql/query';
import { Formats } from '../../../core/i18n/formats';
import { injectPeriods } from '../../../core/i18n/periods';
import { injectTexts } from '../../../core/i18n/texts';
import { UnitLookBackDocument, type UnitLookBackQuery } from '../../../graphql/units';
import { DateField } from '../../../ui/date-field';
import { FailureBanner } from '../../../ui/failure-banner';
import { Skeleton } from '../../../ui/skeleton';

type Occupancy = NonNullable<UnitLookBackQuery['unit']>['occupancies'][number];
type Household = NonNullable<Occupancy['household']>;

/** Who lived in a unit on a day, and as the co-op knew it on another day. Both days stand in the address. */
@Component({
  selector: 'coop-look-back',
  imports: [DateField, FailureBanner, MatButton, RouterLink, Skeleton],
  host: { role: 'region', 'aria-labelledby': 'look-back-heading' },
  templateUrl: './look-back.html',
  styleUrl: '../../../ui/section.css',
  styles: `
    :host {
      display: grid;
      gap: 12px;
    }
  `,
})
export class LookBack {
  protected readonly t = injectTexts();
  protected readonly coop = inject(ActiveCoop);
  protected readonly address = injectAddress();
  protected readonly period = injectPeriods();
  protected readonly today = today();
  readonly #formats = inject(Formats);

  readonly unitId = input.required<string>();
  readonly asOf = input<string>();
  readonly knownOn = input<string>();

  protected readonly day = computed(() => dayOf(this.asOf()));
  protected readonly known = computed(() => dayOf(this.knownOn()));
  protected readonly found = query(
    UnitLookBackDocument,
    () => {
      const [asOf, known] = [this.day(), this.known()];
      if (!asOf && !known) return null;
      return { id: this.unitId(), asOf, knownAt: known ? endOf(known) : null, onADay: asOf !== null };
    },
    { keepsEarlier: false },
  );
  protected readonly occupancies = computed(() => this.found.data()?.unit?.occupancies ?? []);
  protected readonly heading = computed(() => {
    const day = this.#formatted(this.day());
    const known = this.#formatted(this.known());
    if (day && known) return this.t('units.lookBack.onDayAsKnown', { day, known });
    if (day) return this.t('units.lookBack.onDay', { day });
    return known ? this.t('units.lookBack.asKnown', { known }) : '';
  });

  protected peopleOf({ members }: Household): string {
    return this.#formats.list((members ?? []).map(({ member }) => member.displayName));
  }

  protected recorded({ recordedAt, recordedBy }: Occupancy): string {
    const at = this.#formats.moment(recordedAt);
    return recordedBy
      ? this.t('units.lookBack.recordedBy', { at, name: recordedBy.displayName })
      : this.t('units.lookBack.recorded', { at });
  }

  #formatted(day: string | null): string {
    return day ? this.#formats.day(day) : '';
  }
}

function dayOf(text: string | undefined): string | null {
  return isDay(text) ? text : null;
}
