import { Component, computed, inject, input } from '@angular/core';

import { Formats } from '../../../core/i18n/formats';
import { injectTexts } from '../../../core/i18n/texts';
import type { HoursFigure_HoursAccountFragment } from '../../../graphql/tasks';

/** What somebody owes and has done, in one figure: the sentence says it, the bar shows it. */
@Component({
  selector: 'coop-account-figure',
  template: `
    <p class="figure">
      <strong>{{ hours(account().workedHours) }}</strong>
      <span class="muted">{{ t('hours.figure.of', { quota: hours(account().quotaHours) }) }}</span>
    </p>
    <div class="bar" aria-hidden="true"><div [style.width.%]="percent()"></div></div>
    <p>{{ balance() }}</p>
  `,
  styles: `
    :host {
      display: grid;
      gap: 10px;
    }
    .figure {
      display: flex;
      flex-wrap: wrap;
      gap: 0 10px;
      align-items: baseline;
    }
    strong {
      font-size: var(--text-page);
      font-weight: 650;
      line-height: 1.2;
      font-variant-numeric: tabular-nums;
    }
    .bar {
      height: 12px;
      border: 1px solid var(--mat-sys-outline);
      border-radius: 6px;
      overflow: hidden;
    }
    .bar div {
      height: 100%;
      background: var(--mat-sys-primary);
      print-color-adjust: exact;
    }
  `,
})
export class AccountFigure {
  protected readonly t = injectTexts();
  readonly #formats = inject(Formats);
  readonly account = input.required<HoursFigure_HoursAccountFragment>();

  protected readonly percent = computed(() => {
    const { workedHours, quotaHours } = this.account();
    return quotaHours > 0 ? Math.min(100, Math.max(0, (workedHours / quotaHours) * 100)) : 100;
  });
  protected readonly balance = computed(() => {
    const { balanceHours, quotaHours } = this.account();
    if (quotaHours === 0) return this.t('hours.figure.nothingOwed');
    if (balanceHours < 0) return this.#inWords('hours.figure.owed', -balanceHours);
    if (balanceHours > 0) return this.#inWords('hours.figure.beyond', balanceHours);
    return this.t('hours.figure.even');
  });

  protected hours(value: number): string {
    return this.t.plural('hours.amount', value);
  }

  #inWords(key: string, hours: number): string {
    return this.t.plural(key, hours, { count: this.#formats.number(hours, { maximumFractionDigits: 2 }) });
  }
}
