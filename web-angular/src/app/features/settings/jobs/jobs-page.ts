import { Component } from '@angular/core';

import { injectTexts } from '../../../core/i18n/texts';
import { Page } from '../../../ui/page';
import { JobList } from './job-list';

/** The jobs as a page of their own, outside of all co-ops. */
@Component({
  selector: 'coop-jobs-page',
  imports: [JobList, Page],
  template: `
    <coop-page [heading]="t('settings.jobs.heading')">
      <coop-job-list />
    </coop-page>
  `,
})
export class JobsPage {
  protected readonly t = injectTexts();
}
