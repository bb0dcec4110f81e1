import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';

import { ActiveCoop } from '../../core/auth/active-coop';
import { query } from '../../core/graphql/query';
import { Formats } from '../../core/i18n/formats';
import { injectTexts } from '../../core/i18n/texts';
import { DashboardDocument } from '../../graphql/dashboard';
import { FailureBanner } from '../../ui/failure-banner';
import { Page } from '../../ui/page';
import { Skeleton } from '../../ui/skeleton';
import { ActivityFeed } from './activity-feed/activity-feed';
import { MyWork } from './my-work/my-work';

/** The co-op at a glance: how many we are, what stands empty, what happened lately. */
@Component({
  selector: 'coop-dashboard-page',
  imports: [ActivityFeed, FailureBanner, MyWork, Page, RouterLink, Skeleton],
  templateUrl: './dashboard-page.html',
  styleUrl: './dashboard-page.css',
})
export class DashboardPage {
  protected readonly t = injectTexts();
  protected readonly formats = inject(Formats);
  protected readonly activeCoop = inject(ActiveCoop);

  protected readonly glance = query(DashboardDocument);
  protected readonly me = computed(() => this.glance.data()?.me?.member);
  protected readonly heading = computed(() => {
    const name = this.me()?.givenName;
    return name ? this.t('dashboard.greeting', { name }) : this.t('dashboard.title');
  });
  protected readonly figures = computed(() => {
    const coop = this.glance.data()?.coop;
    if (!coop) return [];
    return [
      { name: 'members', count: coop.memberCount, link: this.activeCoop.link('members') },
      { name: 'households', count: coop.householdCount, link: this.activeCoop.link('households') },
      { name: 'units', count: coop.unitCount, link: this.activeCoop.link('units') },
      { name: 'vacant', count: coop.vacantUnitCount, link: this.activeCoop.link('units'), query: { vacant: true } },
    ];
  });
}
