import { Component, computed, inject, input } from '@angular/core';
import { TriangleAlert } from 'lucide';

import { injectTexts } from '../../../core/i18n/texts';
import { Icon } from '../../../ui/icon';
import { ColumnNames } from '../column-names';
import type { ColumnFacts } from './board-column';

/** What a column is called, how many cards it has, and how many it may have. */
@Component({
  selector: 'coop-column-head',
  imports: [Icon],
  host: { '[class.full]': 'full()' },
  template: `
    <h2>{{ names.of(facts().column) }}</h2>
    <span class="count">
      @if (facts().wipLimit; as limit) {
        @if (full()) {
          <svg [coopIcon]="icons.TriangleAlert" size="15"></svg>
          {{ t('tasks.column.full') }}
        }
        <span aria-hidden="true">{{ facts().count }}/{{ limit }}</span>
        <span class="visually-hidden">{{ t('tasks.column.ofLimit', { count: facts().count, limit }) }}</span>
      } @else {
        <span aria-hidden="true">{{ facts().count }}</span>
        <span class="visually-hidden">{{ t.plural('tasks.count', facts().count) }}</span>
      }
    </span>
  `,
  styles: `
    :host {
      display: flex;
      gap: 10px;
      align-items: center;
      justify-content: space-between;
      min-height: var(--target);
      padding-inline: 4px;
    }
    h2 {
      font-size: var(--text-body);
      overflow-wrap: anywhere;
    }
    .count {
      display: inline-flex;
      flex: none;
      gap: 5px;
      align-items: center;
      padding: 1px 8px;
      border-radius: var(--radius-small);
      color: var(--muted);
      font-size: var(--text-small);
      font-variant-numeric: tabular-nums;
    }
    :host(.full) .count {
      background: var(--mat-sys-tertiary-container);
      color: var(--mat-sys-on-tertiary-container);
      font-weight: 550;
    }
  `,
})
export class ColumnHead {
  protected readonly icons = { TriangleAlert };
  protected readonly t = injectTexts();
  protected readonly names = inject(ColumnNames);
  readonly facts = input.required<ColumnFacts>();
  protected readonly full = computed(() => {
    const { wipLimit, count } = this.facts();
    return wipLimit !== null && count >= wipLimit;
  });
}
