import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, contentChildren, Directive, inject, input, output, TemplateRef } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { ArrowDown, ArrowUp } from 'lucide';

import { Icon } from './icon';
import { More } from './more';

export interface Column {
  readonly name: string;
  readonly label: string;
  readonly sortable?: boolean;
  /** Figures stand at the end of their cell. */
  readonly figures?: boolean;
}

export interface Sorting {
  readonly column: string;
  readonly descending: boolean;
}

/** The template of one column's cells: `<ng-template coopCell="name" let-row>`. */
@Directive({ selector: 'ng-template[coopCell]' })
export class Cell {
  readonly coopCell = input.required<string>();
  readonly template = inject<TemplateRef<{ $implicit: unknown }>>(TemplateRef);
}

/** One way to sort: a column and a direction. */
interface Order extends Sorting {
  readonly label: string;
  /** The key of its name. */
  readonly name: string;
}

/**
 * A table on wide screens, sorted by its headers; cards on a phone, where a list of the same orders stands above them.
 * Continued when its end comes near.
 */
@Component({
  selector: 'coop-data-table',
  imports: [Icon, NgTemplateOutlet, More, TranslocoPipe],
  templateUrl: './data-table.html',
  styleUrl: './data-table.css',
})
export class DataTable<TRow extends { readonly id: string }> {
  protected readonly icons = { ArrowDown, ArrowUp };
  /** What the table is of, for screen readers. */
  readonly caption = input.required<string>();
  readonly columns = input.required<readonly Column[]>();
  readonly rows = input.required<readonly TRow[]>();
  readonly sorting = input<Sorting>();
  readonly hasMore = input(false);
  readonly loadingMore = input(false);
  readonly failed = input(false);

  readonly sortingChange = output<Sorting>();
  readonly more = output();

  private readonly cells = contentChildren(Cell);
  protected readonly templates = computed(
    () => new Map(this.cells().map((cell) => [cell.coopCell(), cell.template] as const)),
  );

  protected readonly orders = computed<readonly Order[]>(() =>
    this.columns()
      .filter(({ sortable }) => sortable)
      .flatMap(({ name: column, label }) => [
        { column, label, descending: false, name: 'ui.sort.ascending' },
        { column, label, descending: true, name: 'ui.sort.descending' },
      ]),
  );

  protected direction(column: Column): 'ascending' | 'descending' | null {
    const sorting = this.sorting();
    if (sorting?.column !== column.name) return null;
    return sorting.descending ? 'descending' : 'ascending';
  }

  protected sortBy(column: Column): void {
    this.sortingChange.emit({ column: column.name, descending: this.direction(column) === 'ascending' });
  }

  protected isSorted({ column, descending }: Order): boolean {
    const sorting = this.sorting();
    return sorting?.column === column && sorting.descending === descending;
  }

  protected sortIn(index: string): void {
    const order = this.orders()[Number(index)];
    if (order) this.sortingChange.emit({ column: order.column, descending: order.descending });
  }
}
