import { Component, computed, inject, input } from '@angular/core';

import { query } from '../../../core/graphql/query';
import { Formats } from '../../../core/i18n/formats';
import { injectTexts } from '../../../core/i18n/texts';
import { HoursFairnessDocument } from '../../../graphql/tasks';
import { FailureBanner } from '../../../ui/failure-banner';
import { Skeleton } from '../../../ui/skeleton';

interface Bounds {
  readonly fromPercent: number | null;
  readonly belowPercent: number | null;
}

/** How the work is spread over all, told of nobody in particular: a table whose rows are bars as well. */
@Component({
  selector: 'coop-fairness-view',
  imports: [FailureBanner, Skeleton],
  templateUrl: './fairness-view.html',
  styleUrls: ['../../../ui/section.css', './fairness-view.css'],
})
export class FairnessView {
  protected readonly t = injectTexts();
  protected readonly formats = inject(Formats);
  readonly periodId = input.required<string>();
  protected readonly found = query(HoursFairnessDocument, () => ({ id: this.periodId() }), { keepsEarlier: false });
  protected readonly fairness = computed(() => this.found.data()?.hoursPeriod?.fairness);
  readonly #largest = computed(() => Math.max(1, ...(this.fairness()?.distribution ?? []).map((cell) => cell.members)));

  refetch(): void {
    void this.found.refetch();
  }

  protected width(members: number): number {
    return (members / this.#largest()) * 100;
  }

  protected percent(value: number): string {
    return this.formats.number(value / 100, { style: 'percent' });
  }

  protected bounds({ fromPercent, belowPercent }: Bounds): string {
    if (fromPercent !== null && belowPercent !== null)
      return this.t('hours.fairness.between', {
        from: this.percent(fromPercent),
        below: this.percent(belowPercent),
      });
    if (fromPercent !== null) return this.t('hours.fairness.from', { from: this.percent(fromPercent) });
    if (belowPercent !== null) return this.t('hours.fairness.below', { below: this.percent(belowPercent) });
    return this.t('hours.fairness.any');
  }
}
