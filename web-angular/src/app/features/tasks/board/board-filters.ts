import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { ListFilter } from 'lucide';

import { injectAddress } from '../../../core/address';
import { query } from '../../../core/graphql/query';
import { injectTexts } from '../../../core/i18n/texts';
import { injectWide } from '../../../core/wide';
import { TaskLabelListDocument } from '../../../graphql/tasks';
import { Icon } from '../../../ui/icon';
import { SearchField } from '../../../ui/search-field';
import type { AddressedFilter } from './board-filter';
import { ActiveCoop } from '../../../core/auth/active-coop';

interface Person {
  readonly id: string;
  readonly displayName: string;
}

/** Which tasks are shown, written into the address; folded away on a phone. */
@Component({
  selector: 'coop-board-filters',
  imports: [Icon, MatButton, SearchField],
  template: `
    <div class="filters" role="search" [attr.aria-label]="t('tasks.title')">
      <coop-search-field
        [label]="t('tasks.filter.search')"
        [value]="filter().search"
        (searched)="address({ search: $event || null })"
      />
      @if (!wide()) {
        <button
          matButton="outlined"
          type="button"
          [attr.aria-expanded]="unfolded()"
          (click)="unfolded.set(!unfolded())"
        >
          <svg [coopIcon]="icons.ListFilter" size="18"></svg>
          {{ t('tasks.filter.more') }}
        </button>
      }
      @if (wide() || unfolded()) {
        <label class="filter">
          {{ t('tasks.filter.who') }}
          <select #whoBox class="control" (change)="address({ who: whoBox.value || null })">
            <option value="" [selected]="!filter().who">{{ t('tasks.filter.everybody') }}</option>
            @if (coop.may('RESIDENT')) {
              <option value="mine" [selected]="filter().who === 'mine'">{{ t('tasks.filter.mine') }}</option>
            }
            <option value="nobody" [selected]="filter().who === 'nobody'">{{ t('tasks.filter.nobody') }}</option>
            @for (person of people(); track person.id) {
              <option [value]="person.id" [selected]="filter().who === person.id">{{ person.displayName }}</option>
            }
          </select>
        </label>
        <label class="filter">
          {{ t('tasks.filter.label') }}
          <select #labelBox class="control" (change)="address({ label: labelBox.value || null })">
            <option value="" [selected]="!filter().label">{{ t('tasks.filter.anyLabel') }}</option>
            @for (label of labels(); track label.id) {
              <option [value]="label.id" [selected]="filter().label === label.id">{{ label.name }}</option>
            }
          </select>
        </label>
        <div class="switches">
          <label class="choice">
            <input
              #overdueBox
              type="checkbox"
              [checked]="filter().overdue === 'true'"
              (change)="address({ overdue: overdueBox.checked || null })"
            />
            {{ t('tasks.filter.overdue') }}
          </label>
          @if (wide()) {
            <label class="choice">
              <input
                #lanesBox
                type="checkbox"
                [checked]="lanes()"
                (change)="address({ lanes: lanesBox.checked || null })"
              />
              {{ t('tasks.filter.lanes') }}
            </label>
          }
        </div>
      }
    </div>
  `,
  styleUrl: '../../../ui/filters.css',
  styles: `
    .filters {
      --filters: 3;
    }
    .switches {
      display: flex;
      flex-wrap: wrap;
      gap: 0 20px;
    }
    @media (max-width: 719px) {
      .filters > button,
      .filters > .switches {
        grid-column: 1 / -1;
      }
    }
  `,
})
export class BoardFilters {
  protected readonly icons = { ListFilter };
  protected readonly t = injectTexts();
  protected readonly coop = inject(ActiveCoop);
  protected readonly address = injectAddress();
  protected readonly wide = injectWide();
  readonly filter = input.required<AddressedFilter>();
  readonly lanes = input(false);
  readonly people = input<readonly Person[]>([]);

  readonly #labels = query(TaskLabelListDocument);
  protected readonly labels = computed(() => this.#labels.data()?.taskLabels ?? []);
  protected readonly unfolded = signal(false);
}
