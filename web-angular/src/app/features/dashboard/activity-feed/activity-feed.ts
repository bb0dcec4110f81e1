import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { House } from 'lucide';

import { query } from '../../../core/graphql/query';
import { subscription } from '../../../core/graphql/subscription';
import { Formats } from '../../../core/i18n/formats';
import { injectTexts } from '../../../core/i18n/texts';
import {
  ActivityAddedDocument,
  type ActivityLine_ActivityFragment,
  RecentActivityDocument,
} from '../../../graphql/dashboard';
import { Avatar } from '../../../ui/avatar';
import { EmptyState } from '../../../ui/empty-state';
import { FailureBanner } from '../../../ui/failure-banner';
import { Icon } from '../../../ui/icon';
import { Skeleton } from '../../../ui/skeleton';
import { activitySentence } from './activity-sentence';

const pageSize = 12;

/** What happened lately, growing at the top while one looks. */
@Component({
  selector: 'coop-activity-feed',
  imports: [Avatar, EmptyState, FailureBanner, Icon, MatButton, Skeleton],
  templateUrl: './activity-feed.html',
  styleUrl: './activity-feed.css',
})
export class ActivityFeed {
  protected readonly icons = { House };
  protected readonly t = injectTexts();
  protected readonly formats = inject(Formats);

  protected readonly recent = query(RecentActivityDocument, () => ({ first: pageSize }));
  protected readonly page = computed(() => this.recent.data()?.activity);
  readonly #arrived = signal<readonly ActivityLine_ActivityFragment[]>([]);
  protected readonly lines = computed(() => {
    const arrived = this.#arrived();
    const seen = new Set(arrived.map(({ id }) => id));
    return [...arrived, ...(this.page()?.nodes ?? []).filter(({ id }) => !seen.has(id))];
  });

  constructor() {
    subscription(ActivityAddedDocument, {
      next: ({ activityAdded: line }) => {
        // Nothing comes when the viewer may not see it.
        if (line) this.#arrived.update((known) => [line, ...known.filter(({ id }) => id !== line.id)]);
      },
      resumed: () => void this.recent.refetch(),
    });
  }

  protected sentence(line: ActivityLine_ActivityFragment): string {
    return activitySentence(line, this.t);
  }

  protected showMore(): void {
    const after = this.page()?.pageInfo.endCursor;
    if (after) void this.recent.more({ first: pageSize, after });
  }
}
