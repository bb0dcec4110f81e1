import { Component, computed, effect, inject, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Check, Printer } from 'lucide';

import { ActiveCoop } from '../../../core/auth/active-coop';
import { plusDays, today } from '../../../core/days';
import { list } from '../../../core/graphql/list';
import { Formats } from '../../../core/i18n/formats';
import { injectTexts } from '../../../core/i18n/texts';
import { DutyRosterDocument } from '../../../graphql/tasks';
import { FailureBanner } from '../../../ui/failure-banner';
import { Icon } from '../../../ui/icon';
import { Skeleton } from '../../../ui/skeleton';
import { byMonth } from './months';

const weeks = 8;

/** Who has which duty in the next weeks: looked at here, or printed for the stairwell and ticked off by hand. */
@Component({
  selector: 'coop-duty-roster',
  imports: [FailureBanner, Icon, MatButton, RouterLink, Skeleton],
  templateUrl: './duty-roster.html',
  styleUrls: ['../../../ui/section.css', './duty-roster.css'],
})
export class DutyRoster {
  protected readonly icons = { Check, Printer };
  protected readonly t = injectTexts();
  protected readonly formats = inject(Formats);
  protected readonly coop = inject(ActiveCoop);

  protected readonly from = today();
  protected readonly until = plusDays(this.from, weeks * 7);
  protected readonly found = list(DutyRosterDocument, 'dutyRoster', () => ({
    from: this.from,
    until: this.until,
    first: 100,
  }));
  protected readonly months = computed(() => byMonth(this.found.rows()));
  readonly taskIds = computed(() => new Set(this.found.rows().map(({ task }) => task.id)));

  constructor() {
    // A roster on paper has no "show more".
    effect(() => {
      if (this.found.hasMore() && !this.found.loading() && !this.found.failure()) untracked(() => this.found.more());
    });
  }

  refetch(): void {
    void this.found.refetch();
  }

  protected names(people: readonly { readonly displayName: string }[]): string {
    return this.formats.list(people.map(({ displayName }) => displayName));
  }

  protected print(): void {
    window.print();
  }
}
