import { Component, viewChild } from '@angular/core';

import { subscription } from '../../../core/graphql/subscription';
import { injectTexts } from '../../../core/i18n/texts';
import { DutySwapChangedDocument, DutyTaskChangedDocument } from '../../../graphql/tasks';
import { Page } from '../../../ui/page';
import { TasksNav } from '../tasks-nav';
import { DutyList } from './duty-list';
import { DutyOffers } from './duty-offers';
import { DutyRoster } from './duty-roster';
import { MyDuties } from './my-duties';

/** What has to be done again and again, by turns: mine, what is offered, and all that is ahead. */
@Component({
  selector: 'coop-duties-page',
  imports: [DutyList, DutyOffers, DutyRoster, MyDuties, Page, TasksNav],
  template: `
    <coop-page [heading]="t('duties.title')" [lede]="t('duties.lede')">
      <coop-tasks-nav />
      <div class="two">
        <coop-my-duties />
        <coop-duty-offers (answered)="refetch()" />
      </div>
      <coop-duty-roster />
      <coop-duty-list (changed)="refetchAll()" />
    </coop-page>
  `,
  styles: `
    .two {
      display: grid;
      gap: 24px;
      align-items: start;
    }
    @media (min-width: 1024px) {
      .two {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
    }
    @page {
      size: A4 portrait;
      margin: 15mm;
    }
    /* The roster is what hangs in the stairwell. */
    @media print {
      .two,
      coop-duty-list {
        display: none;
      }
    }
  `,
})
export class DutiesPage {
  protected readonly t = injectTexts();
  private readonly mine = viewChild(MyDuties);
  private readonly offers = viewChild(DutyOffers);
  private readonly roster = viewChild(DutyRoster);
  private readonly duties = viewChild(DutyList);

  constructor() {
    subscription(DutySwapChangedDocument, { next: () => this.refetch(), resumed: () => this.refetchAll() });
    subscription(DutyTaskChangedDocument, {
      // Of all that happens to tasks, what happens to those of duties; a new one may be one of them.
      next: ({ taskChanged: { kind, taskId } }) => {
        if (kind === 'task.added' || this.roster()?.taskIds().has(taskId)) this.refetch();
      },
    });
  }

  protected refetch(): void {
    this.mine()?.refetch();
    this.offers()?.refetch();
    this.roster()?.refetch();
  }

  protected refetchAll(): void {
    this.refetch();
    this.duties()?.refetch();
  }
}
