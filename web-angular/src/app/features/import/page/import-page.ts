import { MediaMatcher } from '@angular/cdk/layout';
import { CdkFixedSizeVirtualScroll, CdkVirtualForOf, CdkVirtualScrollViewport } from '@angular/cdk/scrolling';
import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import { RouterLink } from '@angular/router';
import { ArrowLeft } from 'lucide';

import { ActiveCoop } from '../../../core/auth/active-coop';
import type { Failure } from '../../../core/errors/failure';
import { never } from '../../../core/errors/outcome';
import { mutation, type RefusalOf } from '../../../core/graphql/mutation';
import { query } from '../../../core/graphql/query';
import { subscription } from '../../../core/graphql/subscription';
import { injectTexts } from '../../../core/i18n/texts';
import {
  ApplyImportDocument,
  type ApplyImportMutation,
  type ImportChange,
  type ImportPage_ImportFragment,
  ImportPageDocument,
  ImportProgressDocument,
} from '../../../graphql/import';
import { Badge, type Tone } from '../../../ui/badge';
import { Banner } from '../../../ui/banner';
import { EmptyState } from '../../../ui/empty-state';
import { FailureBanner } from '../../../ui/failure-banner';
import { Icon } from '../../../ui/icon';
import { Page } from '../../../ui/page';
import { Skeleton } from '../../../ui/skeleton';
import { faultSentence } from './fault-sentence';

const mostFaults = 100_000;
const previewed = 20;
const tones: Readonly<Record<ImportChange, Tone>> = {
  NEW: 'good',
  CHANGED: 'due',
  UNCHANGED: 'neutral',
  FAULTY: 'wrong',
};

/** What a list would do before it does it: the first rows, every fault, and the button that takes it over. */
@Component({
  selector: 'coop-import-page',
  imports: [
    Badge,
    Banner,
    CdkFixedSizeVirtualScroll,
    CdkVirtualForOf,
    CdkVirtualScrollViewport,
    EmptyState,
    FailureBanner,
    Icon,
    MatButton,
    MatProgressBar,
    Page,
    RouterLink,
    Skeleton,
  ],
  templateUrl: './import-page.html',
  styleUrls: ['../../../ui/section.css', './import-page.css'],
})
export class ImportPage {
  protected readonly icons = { ArrowLeft };
  protected readonly t = injectTexts();
  protected readonly coop = inject(ActiveCoop);
  readonly #apply = mutation(ApplyImportDocument);
  /** Lines of the list are taller where there is less room; virtual scrolling has to know. */
  readonly #narrow = inject(MediaMatcher).matchMedia('(max-width: 719px)').matches;
  protected readonly rowHeight = (this.#narrow ? 6 : 4.5) * textSize();

  // From the address.
  readonly id = input.required<string>();

  protected readonly found = query(ImportPageDocument, () => ({ id: this.id(), faults: mostFaults, rows: previewed }), {
    keepsEarlier: false,
  });
  protected readonly list = computed(() => this.found.data()?.import);
  protected readonly applying = this.#apply.running;
  protected readonly percent = signal(0);
  protected readonly refusal = signal<string | undefined>(undefined);
  protected readonly failure = signal<Failure | undefined>(undefined);
  protected readonly figures = computed(() => {
    const list = this.list();
    return list
      ? ([
          ['new', list.newCount],
          ['changed', list.changedCount],
          ['unchanged', list.unchangedCount],
          ['faults', list.faultCount],
        ] as const)
      : [];
  });

  constructor() {
    subscription(
      ImportProgressDocument,
      { next: ({ importProgress }) => this.percent.set(importProgress.percent) },
      () => (this.list()?.state === 'READY' ? { importId: this.id() } : null),
    );
  }

  protected tone(change: ImportChange): Tone {
    return tones[change];
  }

  protected reason(fault: ImportPage_ImportFragment['faults'][number]): string {
    return faultSentence(fault, this.t);
  }

  protected async apply(): Promise<void> {
    this.percent.set(0);
    this.refusal.set(undefined);
    this.failure.set(undefined);
    const outcome = await this.#apply.run({ input: { importId: this.id() } });
    if (outcome.kind === 'refused') this.refusal.set(outcome.errors.map((refusal) => this.#sentence(refusal))[0]);
    if (outcome.kind === 'failed') this.failure.set(outcome.failure);
  }

  #sentence(refusal: RefusalOf<ApplyImportMutation>): string {
    switch (refusal.__typename) {
      case 'ImportNotFoundError':
        return this.t('lists.refused.gone');
      case 'ImportAlreadyAppliedError':
        return this.t('lists.refused.alreadyApplied');
      case 'ImportHasFaultsError':
        return this.t.plural('lists.refused.hasFaults', refusal.faultCount);
      case 'ImportOutdatedError':
        return this.t('lists.refused.outdated');
      default:
        return never(refusal);
    }
  }
}

/** How large the person has their texts, in pixels. */
function textSize(): number {
  return parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}
