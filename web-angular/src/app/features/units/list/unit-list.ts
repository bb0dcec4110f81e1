import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { DoorOpen } from 'lucide';

import { injectAddress } from '../../../core/address';
import { ActiveCoop } from '../../../core/auth/active-coop';
import { isDay } from '../../../core/days';
import { never } from '../../../core/errors/outcome';
import { mutation, type RefusalOf } from '../../../core/graphql/mutation';
import { list } from '../../../core/graphql/list';
import { query } from '../../../core/graphql/query';
import { subscription } from '../../../core/graphql/subscription';
import { Formats } from '../../../core/i18n/formats';
import { injectTexts } from '../../../core/i18n/texts';
import {
  BuildingListDocument,
  type Building_BuildingFragment,
  RemoveBuildingDocument,
  type RemoveBuildingMutation,
  UnitListChangedDocument,
  UnitListDocument,
  type UnitRow_UnitFragment,
} from '../../../graphql/units';
import { Badge } from '../../../ui/badge';
import { Cell, type Column, DataTable } from '../../../ui/data-table';
import { DateField } from '../../../ui/date-field';
import { Confirm } from '../../../ui/confirm';
import { Dialogs } from '../../../ui/dialogs';
import { EmptyState } from '../../../ui/empty-state';
import { FailureBanner } from '../../../ui/failure-banner';
import { Icon } from '../../../ui/icon';
import { More } from '../../../ui/more';
import { Page } from '../../../ui/page';
import { SearchField } from '../../../ui/search-field';
import { Skeleton } from '../../../ui/skeleton';
import { Toast } from '../../../ui/toast';
import { BuildingForm } from '../form/building-form';
import { UnitForm } from '../form/unit-form';
import { byBuilding, byName } from './by-building';

const pageSize = 100;

/** All homes, by building: who lives there, today or on any other day. */
@Component({
  selector: 'coop-unit-list',
  imports: [
    Badge,
    Cell,
    DataTable,
    DateField,
    EmptyState,
    FailureBanner,
    Icon,
    MatButton,
    More,
    Page,
    RouterLink,
    SearchField,
    Skeleton,
  ],
  templateUrl: './unit-list.html',
  styleUrls: ['../../../ui/filters.css', '../../../ui/section.css', './unit-list.css'],
})
export class UnitList {
  protected readonly icons = { DoorOpen };
  protected readonly t = injectTexts();
  protected readonly formats = inject(Formats);
  protected readonly coop = inject(ActiveCoop);
  protected readonly address = injectAddress();
  readonly #dialogs = inject(Dialogs);
  readonly #router = inject(Router);
  readonly #confirm = inject(Confirm);
  readonly #toast = inject(Toast);
  readonly #remove = mutation(RemoveBuildingDocument);

  // From the address.
  readonly search = input<string>();
  readonly vacant = input<string>();
  readonly asOf = input<string>();

  protected readonly day = computed(() => {
    const day = this.asOf();
    return isDay(day) ? day : null;
  });
  protected readonly vacancy = computed(() =>
    this.vacant() === 'true' ? true : this.vacant() === 'false' ? false : null,
  );
  protected readonly filtered = computed(() => Boolean(this.search()) || this.vacancy() !== null);

  protected readonly units = list(UnitListDocument, 'units', () => ({
    first: pageSize,
    search: this.search() || null,
    vacant: this.vacancy(),
    asOf: this.day(),
  }));
  protected readonly buildings = query(BuildingListDocument);
  protected readonly page = this.units.page;
  protected readonly rows = this.units.rows;
  /** Whether all units are here: a building without any is empty then, and not one that is still to come. */
  protected readonly complete = computed(() => !this.units.hasMore());
  protected readonly groups = computed(() => {
    const buildings = this.complete() && !this.filtered() ? (this.buildings.data()?.buildings ?? []) : [];
    const groups = byBuilding(this.rows(), buildings);
    // What comes page by page only grows at its end, so that nothing jumps.
    return (this.page()?.totalCount ?? 0) > pageSize ? groups : groups.sort(byName);
  });
  protected readonly columns = computed<readonly Column[]>(() => [
    { name: 'number', label: this.t('units.column.number') },
    { name: 'residents', label: this.t('units.column.residents') },
    { name: 'type', label: this.t('units.column.type') },
    { name: 'floor', label: this.t('units.column.floor'), figures: true },
    { name: 'size', label: this.t('units.column.size'), figures: true },
  ]);

  constructor() {
    subscription(
      UnitListChangedDocument,
      {
        next: ({ unitChanged: { kind } }) => {
          // What is on screen follows through the cache; only another set of units needs to be asked for.
          if (kind === 'unit.added' || kind === 'unit.removed' || this.vacancy() !== null) void this.units.refetch();
        },
        resumed: () => void this.units.refetch(),
      },
      () => ({ asOf: this.day() }),
    );
  }

  protected empty(unit: UnitRow_UnitFragment): boolean {
    return unit.type !== 'COMMON' && unit.residents.length === 0;
  }

  protected clear(): void {
    this.address({ search: null, vacant: null });
  }

  protected async addBuilding(): Promise<void> {
    if (await this.#dialogs.open(BuildingForm, null)) await this.buildings.refetch();
  }

  protected changeBuilding(building: Building_BuildingFragment): void {
    void this.#dialogs.open(BuildingForm, building);
  }

  protected async removeBuilding(building: Building_BuildingFragment): Promise<void> {
    const sure = await this.#confirm.ask({
      heading: this.t('units.building.removeNamed', { name: building.name }),
      text: this.t('units.remove.text'),
      action: this.t('units.building.remove'),
    });
    if (!sure) return;
    const outcome = await this.#remove.run({ input: { buildingId: building.id } });
    if (outcome.kind === 'failed') this.#toast.failed(outcome.failure, () => void this.removeBuilding(building));
    else {
      if (outcome.kind === 'refused') outcome.errors.forEach((refusal) => this.#toast.say(this.#sentence(refusal)));
      await this.buildings.refetch();
    }
  }

  protected async addUnit(building: Building_BuildingFragment): Promise<void> {
    const added = await this.#dialogs.open<string>(UnitForm, { building });
    if (added) await this.#router.navigate([...this.coop.link('units', added)]);
  }

  #sentence(refusal: RefusalOf<RemoveBuildingMutation>): string {
    switch (refusal.__typename) {
      case 'InvalidInputError':
      case 'BuildingNotFoundError':
        return this.t('units.refused.buildingGone');
      case 'BuildingHasUnitsError':
        return this.t('units.refused.buildingHasUnits');
      default:
        return never(refusal);
    }
  }
}
