import { CdkScrollable } from '@angular/cdk/scrolling';
import { afterNextRender, Component, computed, inject, input, output, signal } from '@angular/core';
import type { MatMenu } from '@angular/material/menu';

import { injectTexts } from '../../../core/i18n/texts';
import type { TaskColumn } from '../../../graphql/tasks';
import { More } from '../../../ui/more';
import { AddCard } from './add-card';
import type { Card } from './arrangement';
import { CardList, type Dropped } from './card-list';
import { ColumnHead } from './column-head';
import { ColumnNames } from '../column-names';

/** As many as a screen shows of a column: they are drawn first, and the rest once they have been seen. */
const seenFirst = 8;

export interface ColumnFacts {
  readonly column: TaskColumn;
  readonly count: number;
  readonly wipLimit: number | null;
}

/** A column: what it is called and how full it is, its cards, and a line for another. */
@Component({
  selector: 'coop-board-column',
  imports: [AddCard, CardList, CdkScrollable, ColumnHead, More],
  template: `
    <section [attr.aria-label]="name()">
      @if (!headless()) {
        <coop-column-head [facts]="facts()" />
      }
      <div class="scroll" cdkScrollable>
        <coop-card-list
          [column]="facts().column"
          [label]="name()"
          [cards]="drawn()"
          [menu]="menu()"
          (dropped)="dropped.emit($event)"
          (dragging)="dragging.emit($event)"
        />
        @if (seen() && hasMore()) {
          <coop-more [loading]="loading()" (more)="more.emit()" />
        }
      </div>
      @if (menu() && facts().column !== 'DONE') {
        <coop-add-card [column]="facts().column" (added)="added.emit($event)" />
      }
    </section>
  `,
  styleUrl: './board-column.css',
})
export class BoardColumn {
  readonly #names = inject(ColumnNames);
  protected readonly t = injectTexts();
  readonly facts = input.required<ColumnFacts>();
  readonly cards = input.required<readonly Card[]>();
  readonly menu = input<MatMenu | null>(null);
  readonly hasMore = input(false);
  readonly loading = input(false);
  /** Whether something else already says which column this is. */
  readonly headless = input(false);
  readonly dropped = output<Dropped>();
  readonly dragging = output<boolean>();
  readonly more = output();
  readonly added = output<Card>();

  protected readonly name = computed(() => this.#names.of(this.facts().column));
  protected readonly seen = signal(false);
  protected readonly drawn = computed(() => (this.seen() ? this.cards() : this.cards().slice(0, seenFirst)));

  constructor() {
    afterNextRender(() => requestAnimationFrame(() => setTimeout(() => this.seen.set(true))));
  }
}
