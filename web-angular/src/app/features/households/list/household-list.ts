import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { Plus } from 'lucide';

import { injectAddress } from '../../../core/address';
import { ActiveCoop } from '../../../core/auth/active-coop';
import { list } from '../../../core/graphql/list';
import { subscription } from '../../../core/graphql/subscription';
import { injectTexts } from '../../../core/i18n/texts';
import { HouseholdListChangedDocument, HouseholdListDocument } from '../../../graphql/households';
import { Cell, type Column, DataTable } from '../../../ui/data-table';
import { Dialogs } from '../../../ui/dialogs';
import { EmptyState } from '../../../ui/empty-state';
import { FailureBanner } from '../../../ui/failure-banner';
import { Icon } from '../../../ui/icon';
import { Page } from '../../../ui/page';
import { SearchField } from '../../../ui/search-field';
import { Skeleton } from '../../../ui/skeleton';
import { FormHouseholdForm } from '../form/form-household-form';

const pageSize = 50;

/** Who lives together, and where. */
@Component({
  selector: 'coop-household-list',
  imports: [Cell, DataTable, EmptyState, FailureBanner, Icon, MatButton, Page, RouterLink, SearchField, Skeleton],
  templateUrl: './household-list.html',
  styleUrls: ['../../../ui/filters.css', './household-list.css'],
})
export class HouseholdList {
  protected readonly icons = { Plus };
  protected readonly t = injectTexts();
  protected readonly coop = inject(ActiveCoop);
  protected readonly address = injectAddress();
  readonly #dialogs = inject(Dialogs);
  readonly #router = inject(Router);

  // From the address.
  readonly search = input<string>();

  protected readonly households = list(HouseholdListDocument, 'households', () => ({
    first: pageSize,
    search: this.search() || null,
  }));
  protected readonly page = this.households.page;
  protected readonly rows = this.households.rows;
  protected readonly columns = computed<readonly Column[]>(() => [
    { name: 'name', label: this.t('households.column.name') },
    { name: 'members', label: this.t('households.column.members') },
    { name: 'home', label: this.t('households.column.home') },
  ]);

  readonly #formed = signal<ReadonlySet<string>>(new Set());
  /** Households formed while one looks; they wait for a click, so that nothing jumps. */
  protected readonly formed = computed(() => {
    const shown = new Set(this.rows().map(({ id }) => id));
    return [...this.#formed()].filter((id) => !shown.has(id)).length;
  });

  constructor() {
    subscription(HouseholdListChangedDocument, {
      next: ({ householdChanged: { kind, householdId } }) => {
        if (kind === 'household.formed') this.#formed.update((ids) => new Set(ids).add(householdId));
      },
      resumed: () => void this.households.refetch(),
    });
  }

  protected showFormed(): void {
    this.#formed.set(new Set());
    void this.households.refetch();
  }

  protected async form(): Promise<void> {
    const formed = await this.#dialogs.open<string>(FormHouseholdForm);
    if (formed) await this.#router.navigate([...this.coop.link('households', formed)]);
  }
}
