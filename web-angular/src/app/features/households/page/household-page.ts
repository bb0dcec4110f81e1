import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { ArrowLeft, UserPlus } from 'lucide';

import { ActiveCoop } from '../../../core/auth/active-coop';
import { query } from '../../../core/graphql/query';
import { subscription } from '../../../core/graphql/subscription';
import { injectPeriods } from '../../../core/i18n/periods';
import { injectTexts } from '../../../core/i18n/texts';
import {
  HouseholdPageChangedDocument,
  HouseholdPageDocument,
  type HouseholdPage_HouseholdFragment,
} from '../../../graphql/households';
import { Avatar } from '../../../ui/avatar';
import { Dialogs } from '../../../ui/dialogs';
import { EmptyState } from '../../../ui/empty-state';
import { FailureBanner } from '../../../ui/failure-banner';
import { Icon } from '../../../ui/icon';
import { Page } from '../../../ui/page';
import { Skeleton } from '../../../ui/skeleton';
import { DissolveHouseholdForm } from '../form/dissolve-household-form';
import { JoinHouseholdForm } from '../form/join-household-form';
import { LeaveHouseholdForm } from '../form/leave-household-form';
import { RenameHouseholdForm } from '../form/rename-household-form';

type Place = HouseholdPage_HouseholdFragment['members'][number];

/** One household: who lives in it, where it lives and lived. */
@Component({
  selector: 'coop-household-page',
  imports: [Avatar, EmptyState, FailureBanner, Icon, MatButton, Page, RouterLink, Skeleton],
  templateUrl: './household-page.html',
  styleUrl: '../../../ui/section.css',
})
export class HouseholdPage {
  protected readonly icons = { ArrowLeft, UserPlus };
  protected readonly t = injectTexts();
  protected readonly coop = inject(ActiveCoop);
  protected readonly period = injectPeriods();
  readonly #dialogs = inject(Dialogs);

  // From the address.
  readonly id = input.required<string>();

  protected readonly found = query(HouseholdPageDocument, () => ({ id: this.id() }), { keepsEarlier: false });
  protected readonly household = computed(() => this.found.data()?.household);
  protected readonly board = computed(() => this.coop.may('ADMIN'));

  constructor() {
    // Events carry the household as it is now: the page follows through the cache.
    subscription(HouseholdPageChangedDocument, {
      next: () => undefined,
      resumed: () => void this.found.refetch(),
    });
  }

  protected rename(household: HouseholdPage_HouseholdFragment): void {
    void this.#dialogs.open(RenameHouseholdForm, household);
  }

  protected dissolve(household: HouseholdPage_HouseholdFragment): void {
    void this.#dialogs.open(DissolveHouseholdForm, household);
  }

  protected join(household: HouseholdPage_HouseholdFragment): void {
    void this.#dialogs.open(JoinHouseholdForm, household);
  }

  protected leave(household: HouseholdPage_HouseholdFragment, place: Place): void {
    void this.#dialogs.open(LeaveHouseholdForm, { household, place });
  }
}
