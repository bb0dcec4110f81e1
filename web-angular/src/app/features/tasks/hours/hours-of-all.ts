import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';

import { ActiveCoop } from '../../../core/auth/active-coop';
import { today } from '../../../core/days';
import { query } from '../../../core/graphql/query';
import { Formats } from '../../../core/i18n/formats';
import { injectTexts } from '../../../core/i18n/texts';
import { HoursOfAllDocument } from '../../../graphql/tasks';
import { Badge } from '../../../ui/badge';
import { Cell, type Column, DataTable } from '../../../ui/data-table';
import { FailureBanner } from '../../../ui/failure-banner';
import { Skeleton } from '../../../ui/skeleton';

const pageSize = 50;

interface Exemption {
  readonly from: string;
  readonly until: string | null;
}

/** What everybody owes and has done; the board's to see. */
@Component({
  selector: 'coop-hours-of-all',
  imports: [Badge, Cell, DataTable, FailureBanner, RouterLink, Skeleton],
  template: `
    <section class="card" aria-labelledby="all-hours-heading">
      <div class="head">
        <h2 id="all-hours-heading">{{ t('hours.all.heading') }}</h2>
      </div>
      @if (found.failure(); as failure) {
        <coop-failure [failure]="failure" (retry)="found.refetch()" />
      } @else if (found.waiting()) {
        <coop-skeleton [lines]="8" />
      }
      @if (members().length) {
        <coop-data-table
          [caption]="t('hours.all.heading')"
          [columns]="columns()"
          [rows]="members()"
          [hasMore]="hasMore()"
          [loadingMore]="found.loading()"
          [failed]="!!found.failure()"
          (more)="more()"
        >
          <ng-template coopCell="name" let-member>
            <span>
              <a
                [routerLink]="coop.link('tasks', 'hours')"
                [queryParams]="{ member: member.id }"
                queryParamsHandling="merge"
              >
                {{ member.displayName }}
              </a>
              @if (isExempt(member.workExemptions)) {
                <coop-badge>{{ t('hours.exemption.exempt') }}</coop-badge>
              }
            </span>
          </ng-template>
          <ng-template coopCell="quota" let-member>{{ number(member.hours?.quotaHours) }}</ng-template>
          <ng-template coopCell="worked" let-member>{{ number(member.hours?.workedHours) }}</ng-template>
          <ng-template coopCell="balance" let-member>{{ number(member.hours?.balanceHours, true) }}</ng-template>
        </coop-data-table>
      }
    </section>
  `,
  styleUrl: '../../../ui/section.css',
})
export class HoursOfAll {
  protected readonly t = injectTexts();
  protected readonly coop = inject(ActiveCoop);
  readonly #formats = inject(Formats);
  readonly periodId = input.required<string>();

  protected readonly found = query(HoursOfAllDocument, () => ({ periodId: this.periodId(), first: pageSize }), {
    keepsEarlier: false,
  });
  readonly #page = computed(() => this.found.data()?.members);
  protected readonly members = computed(() => this.#page()?.nodes ?? []);
  protected readonly hasMore = computed(() => this.#page()?.pageInfo.hasNextPage ?? false);
  protected readonly columns = computed((): readonly Column[] => [
    { name: 'name', label: this.t('hours.all.name') },
    { name: 'quota', label: this.t('hours.all.quota'), figures: true },
    { name: 'worked', label: this.t('hours.all.worked'), figures: true },
    { name: 'balance', label: this.t('hours.all.balance'), figures: true },
  ]);

  refetch(): void {
    void this.found.refetch();
  }

  protected more(): void {
    const after = this.#page()?.pageInfo.endCursor;
    if (after && !this.found.loading()) void this.found.more({ first: pageSize, after });
  }

  protected isExempt(exemptions: readonly Exemption[]): boolean {
    const day = today();
    return exemptions.some(({ from, until }) => from <= day && (until === null || until >= day));
  }

  protected number(value: number | undefined, signed = false): string {
    if (value === undefined) return this.t('words.none');
    return this.#formats.number(value, {
      maximumFractionDigits: 2,
      signDisplay: signed ? 'exceptZero' : 'auto',
    });
  }
}
