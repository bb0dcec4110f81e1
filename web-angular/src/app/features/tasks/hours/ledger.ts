import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';

import { ActiveCoop } from '../../../core/auth/active-coop';
import { query } from '../../../core/graphql/query';
import { Formats } from '../../../core/i18n/formats';
import { injectTexts } from '../../../core/i18n/texts';
import {
  type HoursLine_HoursLineFragment,
  HoursLedgerDocument,
  type HoursPeriod_HoursPeriodFragment,
} from '../../../graphql/tasks';
import { Badge } from '../../../ui/badge';
import { Cell, type Column, DataTable } from '../../../ui/data-table';
import { Dialogs } from '../../../ui/dialogs';
import { FailureBanner } from '../../../ui/failure-banner';
import { Skeleton } from '../../../ui/skeleton';
import { ReverseForm } from './reverse-form';

const pageSize = 50;

/** All that was written down for one member in a period. Lines stay; what was wrong is taken back by another one. */
@Component({
  selector: 'coop-ledger',
  imports: [Badge, Cell, DataTable, FailureBanner, MatButton, RouterLink, Skeleton],
  templateUrl: './ledger.html',
  styleUrl: '../../../ui/section.css',
})
export class Ledger {
  protected readonly t = injectTexts();
  protected readonly formats = inject(Formats);
  protected readonly coop = inject(ActiveCoop);
  readonly memberId = input.required<string>();
  readonly period = input.required<HoursPeriod_HoursPeriodFragment>();
  readonly changed = output();
  readonly #dialogs = inject(Dialogs);

  protected readonly found = query(
    HoursLedgerDocument,
    () => ({
      memberId: this.memberId(),
      from: this.period().from,
      until: this.period().until,
      first: pageSize,
    }),
    { keepsEarlier: false },
  );
  readonly #page = computed(() => this.found.data()?.hoursLines);
  protected readonly lines = computed(() => this.#page()?.nodes ?? []);
  protected readonly hasMore = computed(() => this.#page()?.pageInfo.hasNextPage ?? false);
  readonly #reversed = computed(() => new Set(this.lines().map((line) => line.reversedLineId)));
  protected readonly columns = computed((): readonly Column[] => {
    const named = (name: string, more: Partial<Column> = {}) => ({
      name,
      label: this.t(`hours.line.${name}`),
      ...more,
    });
    const columns = [named('day'), named('what'), named('hours', { figures: true }), named('by')];
    return this.coop.may('ADMIN') ? [...columns, named('actions')] : columns;
  });

  refetch(): void {
    void this.found.refetch();
  }

  protected more(): void {
    const after = this.#page()?.pageInfo.endCursor;
    if (after && !this.found.loading()) void this.found.more({ first: pageSize, after });
  }

  protected isReversed({ id }: HoursLine_HoursLineFragment): boolean {
    return this.#reversed().has(id);
  }

  protected signed(hours: number): string {
    return this.formats.number(hours, { maximumFractionDigits: 2, signDisplay: 'exceptZero' });
  }

  protected async reverse(line: HoursLine_HoursLineFragment): Promise<void> {
    if (await this.#dialogs.open(ReverseForm, line)) this.changed.emit();
  }
}
