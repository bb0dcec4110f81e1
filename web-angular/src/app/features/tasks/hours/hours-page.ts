import { Component, computed, DestroyRef, inject, input, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { ArrowLeft } from 'lucide';

import { injectAddress } from '../../../core/address';
import { ActiveCoop } from '../../../core/auth/active-coop';
import { today } from '../../../core/days';
import { query } from '../../../core/graphql/query';
import { subscription } from '../../../core/graphql/subscription';
import { injectPeriods } from '../../../core/i18n/periods';
import { injectTexts } from '../../../core/i18n/texts';
import { HoursChangedDocument, HoursOfMemberDocument, HoursPeriodsDocument } from '../../../graphql/tasks';
import { Dialogs } from '../../../ui/dialogs';
import { EmptyState } from '../../../ui/empty-state';
import { FailureBanner } from '../../../ui/failure-banner';
import { Icon } from '../../../ui/icon';
import { Page } from '../../../ui/page';
import { Skeleton } from '../../../ui/skeleton';
import { TasksNav } from '../tasks-nav';
import { AccountFigure } from './account-figure';
import { Exemptions } from './exemptions';
import { FairnessView } from './fairness-view';
import { HoursOfAll } from './hours-of-all';
import { Ledger } from './ledger';
import { PeriodForm } from './period-form';
import { HoursPeriods } from './periods';
import { RecordForm } from './record-form';

/** The hours of a meeting come line by line: what comes within this time is asked for once. */
const gathering = 300;

/** Who owes how many hours and has done how many: one's own, how it is spread, and for the board everybody's. */
@Component({
  selector: 'coop-hours-page',
  imports: [
    AccountFigure,
    EmptyState,
    Exemptions,
    FailureBanner,
    FairnessView,
    HoursOfAll,
    HoursPeriods,
    Icon,
    Ledger,
    MatButton,
    Page,
    RouterLink,
    Skeleton,
    TasksNav,
  ],
  templateUrl: './hours-page.html',
  styleUrls: ['../../../ui/section.css', './hours-page.css'],
})
export class HoursPage {
  protected readonly icons = { ArrowLeft };
  protected readonly t = injectTexts();
  protected readonly coop = inject(ActiveCoop);
  protected readonly days = injectPeriods();
  readonly #address = injectAddress();
  readonly #dialogs = inject(Dialogs);

  // From the address.
  readonly period = input<string>();
  readonly member = input<string>();

  protected readonly periods = query(HoursPeriodsDocument);
  protected readonly all = computed(() => this.periods.data()?.hoursPeriods ?? []);
  /** The one in the address, else that of today, else the latest. */
  protected readonly shown = computed(() => {
    const day = today();
    return (
      this.all().find(({ id }) => id === this.period()) ??
      this.all().find(({ from, until }) => from <= day && day <= until) ??
      this.all()[0]
    );
  });
  /** Whose hours; others' are the board's to see. */
  protected readonly memberId = computed(() => this.member() ?? this.coop.membership()?.memberId ?? '');
  protected readonly account = query(
    HoursOfMemberDocument,
    () => {
      const period = this.shown();
      return period ? { memberId: this.memberId(), periodId: period.id } : null;
    },
    { keepsEarlier: false },
  );
  protected readonly person = computed(() => this.account.data()?.member);

  private readonly ledger = viewChild(Ledger);
  private readonly others = viewChild(HoursOfAll);
  private readonly fairness = viewChild(FairnessView);

  #later: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    // A line of somebody else's changes how the work is spread.
    subscription(HoursChangedDocument, {
      next: () => {
        this.#later ??= setTimeout(() => {
          this.#later = undefined;
          this.refetch();
        }, gathering);
      },
      resumed: () => this.refetch(),
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.#later));
  }

  protected choose(id: string): void {
    this.#address({ period: id });
  }

  protected async open(): Promise<void> {
    if (await this.#dialogs.open(PeriodForm)) await this.periods.refetch();
  }

  protected async record(): Promise<void> {
    const person = this.member() ? this.person() : null;
    const member = person ? { id: person.id, name: person.displayName } : null;
    if (await this.#dialogs.open(RecordForm, member)) this.refetch();
  }

  protected refetch(): void {
    void this.periods.refetch();
    void this.account.refetch();
    this.ledger()?.refetch();
    this.others()?.refetch();
    this.fairness()?.refetch();
  }
}
