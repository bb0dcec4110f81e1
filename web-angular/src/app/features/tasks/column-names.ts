import { Injectable, signal } from '@angular/core';

import { injectTexts } from '../../core/i18n/texts';
import type { TaskColumn } from '../../graphql/tasks';

interface Named {
  readonly column: TaskColumn;
  readonly name: string | null;
}

/** What the co-op calls its columns, as far as it has been told; the usual names else. */
@Injectable({ providedIn: 'root' })
export class ColumnNames {
  readonly #t = injectTexts();
  readonly #own = signal<ReadonlyMap<TaskColumn, string>>(new Map());

  learn(columns: readonly Named[]): void {
    this.#own.set(new Map(columns.flatMap(({ column, name }) => (name ? [[column, name] as const] : []))));
  }

  of(column: TaskColumn): string {
    return this.#own().get(column) ?? this.#t(`tasks.column.${column}`);
  }
}
