import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { ArrowLeft, KeyRound } from 'lucide';

import { ActiveCoop } from '../../../core/auth/active-coop';
import { today } from '../../../core/days';
import { never } from '../../../core/errors/outcome';
import { mutation, type RefusalOf } from '../../../core/graphql/mutation';
import { query } from '../../../core/graphql/query';
import { subscription } from '../../../core/graphql/subscription';
import { Formats } from '../../../core/i18n/formats';
import { injectPeriods } from '../../../core/i18n/periods';
import { injectTexts } from '../../../core/i18n/texts';
import {
  RemoveUnitDocument,
  type RemoveUnitMutation,
  type UnitOccupancy_OccupancyFragment,
  UnitPageChangedDocument,
  UnitPageDocument,
  type UnitPage_UnitFragment,
  WithdrawOccupancyDocument,
  type WithdrawOccupancyMutation,
} from '../../../graphql/units';
import { Avatar } from '../../../ui/avatar';
import { Badge } from '../../../ui/badge';
import { Confirm } from '../../../ui/confirm';
import { Dialogs } from '../../../ui/dialogs';
import { EmptyState } from '../../../ui/empty-state';
import { FailureBanner } from '../../../ui/failure-banner';
import { Icon } from '../../../ui/icon';
import { Page } from '../../../ui/page';
import { Skeleton } from '../../../ui/skeleton';
import { Toast } from '../../../ui/toast';
import { CorrectOccupancyForm } from '../form/correct-occupancy-form';
import { MoveInForm } from '../form/move-in-form';
import { MoveOutForm } from '../form/move-out-form';
import { UnitForm } from '../form/unit-form';
import { LookBack } from './look-back';
import { OccupancyTimeline } from './occupancy-timeline';

/** One unit: who lives there, who lived there, and the facts. */
@Component({
  selector: 'coop-unit-page',
  imports: [
    Avatar,
    Badge,
    EmptyState,
    FailureBanner,
    Icon,
    LookBack,
    MatButton,
    OccupancyTimeline,
    Page,
    RouterLink,
    Skeleton,
  ],
  templateUrl: './unit-page.html',
  styleUrl: '../../../ui/section.css',
})
export class UnitPage {
  protected readonly icons = { ArrowLeft, KeyRound };
  protected readonly t = injectTexts();
  protected readonly formats = inject(Formats);
  protected readonly coop = inject(ActiveCoop);
  protected readonly period = injectPeriods();
  readonly #dialogs = inject(Dialogs);
  readonly #confirm = inject(Confirm);
  readonly #toast = inject(Toast);
  readonly #router = inject(Router);
  readonly #remove = mutation(RemoveUnitDocument);
  readonly #withdraw = mutation(WithdrawOccupancyDocument);

  // From the address.
  readonly id = input.required<string>();
  readonly asOf = input<string>();
  readonly knownOn = input<string>();

  protected readonly found = query(UnitPageDocument, () => ({ id: this.id() }), { keepsEarlier: false });
  protected readonly unit = computed(() => this.found.data()?.unit);
  protected readonly board = computed(() => this.coop.may('ADMIN'));
  protected readonly heading = computed(() => {
    const unit = this.unit();
    return unit ? this.t('words.unit', { number: unit.number, building: unit.building.name }) : '';
  });

  constructor() {
    // Events carry the unit as it is now: the page follows through the cache.
    subscription(UnitPageChangedDocument, {
      next: () => undefined,
      resumed: () => void this.found.refetch(),
    });
  }

  protected nameOf({ household, member }: UnitOccupancy_OccupancyFragment): string {
    return household?.name ?? member?.displayName ?? '';
  }

  protected linkOf({ household, member }: UnitOccupancy_OccupancyFragment): readonly string[] {
    return household ? this.coop.link('households', household.id) : this.coop.link('members', member?.id ?? '');
  }

  protected goesOn({ until }: UnitOccupancy_OccupancyFragment): boolean {
    return until === null || until > today();
  }

  protected planned({ from }: UnitOccupancy_OccupancyFragment): boolean {
    return from > today();
  }

  protected moveIn(unit: UnitPage_UnitFragment): void {
    void this.#dialogs.open(MoveInForm, unit);
  }

  protected moveOut(occupancy: UnitOccupancy_OccupancyFragment): void {
    void this.#dialogs.open(MoveOutForm, occupancy);
  }

  protected correct(occupancy: UnitOccupancy_OccupancyFragment): void {
    void this.#dialogs.open(CorrectOccupancyForm, occupancy);
  }

  protected async withdraw(occupancy: UnitOccupancy_OccupancyFragment): Promise<void> {
    const sure = await this.#confirm.ask({
      heading: this.t('units.withdraw.heading', { name: this.nameOf(occupancy) }),
      text: this.t('units.withdraw.text'),
      action: this.t('units.withdraw.action'),
    });
    if (!sure) return;
    const outcome = await this.#withdraw.run({ input: { occupancyId: occupancy.id } });
    if (outcome.kind === 'failed') this.#toast.failed(outcome.failure, () => void this.withdraw(occupancy));
    else if (outcome.kind === 'refused')
      outcome.errors.forEach((refusal) => this.#toast.say(this.#notWithdrawn(refusal)));
  }

  protected change(unit: UnitPage_UnitFragment): void {
    void this.#dialogs.open(UnitForm, { building: unit.building, unit });
  }

  protected async remove(unit: UnitPage_UnitFragment): Promise<void> {
    const sure = await this.#confirm.ask({
      heading: this.t('units.remove.heading', { unit: unit.number }),
      text: this.t('units.remove.text'),
      action: this.t('units.remove.action'),
    });
    if (!sure) return;
    const outcome = await this.#remove.run({ input: { unitId: unit.id } });
    if (outcome.kind === 'failed') this.#toast.failed(outcome.failure, () => void this.remove(unit));
    else if (outcome.kind === 'refused') outcome.errors.forEach((refusal) => this.#toast.say(this.#sentence(refusal)));
    else await this.#router.navigate([...this.coop.link('units')]);
  }

  #notWithdrawn(refusal: RefusalOf<WithdrawOccupancyMutation>): string {
    switch (refusal.__typename) {
      case 'InvalidInputError':
      case 'OccupancyNotFoundError':
      case 'OccupancySupersededError':
        return this.t('units.withdraw.superseded');
      case 'OccupancyBegunError':
        return this.t('units.withdraw.begun');
      default:
        return never(refusal);
    }
  }

  #sentence(refusal: RefusalOf<RemoveUnitMutation>): string {
    switch (refusal.__typename) {
      case 'InvalidInputError':
      case 'UnitNotFoundError':
        return this.t('units.refused.gone');
      case 'UnitHasHistoryError':
        return this.t('units.refused.hasHistory');
      default:
        return never(refusal);
    }
  }
}
