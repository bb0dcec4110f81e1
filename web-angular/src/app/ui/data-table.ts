import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, contentChildren, Directive, inject, input, output, TemplateRef } from '@angular/core';
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

/** A table on wide screens, cards on a phone; sorted by its headers, continued when its end comes near. */
@Component({
  selector: 'coop-data-table',
  imports: [Icon, NgTemplateOutlet, More],
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

  protected direction(column: Column): 'ascending' | 'descending' | null {
    const sorting = this.sorting();
    if (sorting?.column !== column.name) return null;
    return sorting.descending ? 'descending' : 'ascending';
  }

  protected sortBy(column: Column): void {
    this.sortingChange.emit({ column: column.name, descending: this.direction(column) === 'ascending' });
  }
}
