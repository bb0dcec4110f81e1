import { CdkDrag, type CdkDragDrop, CdkDropList } from '@angular/cdk/drag-drop';
import { Component, computed, input, output } from '@angular/core';
import type { MatMenu } from '@angular/material/menu';

import type { TaskColumn } from '../../../graphql/tasks';
import { type Card, type Person, type Place, placeAt } from './arrangement';
import type { Spot } from './lanes';
import { TaskCard } from './task-card';

export interface Dropped {
  readonly card: Card;
  readonly from: Spot;
  readonly to: Spot;
  /** Null where it keeps its place and only changes the row. */
  readonly place: Place | null;
}

/** Whether a card may go from one list to another. */
export type Accepts = (card: Card, from: Spot, to: Spot) => boolean;

/** Cards one below the other, taken up by mouse or by a long press and dropped into any list of their group. */
@Component({
  selector: 'coop-card-list',
  imports: [CdkDrag, CdkDropList, TaskCard],
  template: `
    <ol
      class="cards"
      cdkDropList
      [attr.aria-label]="label()"
      [attr.data-column]="column()"
      [cdkDropListData]="spot()"
      [cdkDropListEnterPredicate]="mayEnter"
      [cdkDropListSortingDisabled]="column() === 'DONE'"
      (cdkDropListDropped)="drop($event)"
    >
      @for (card of cards(); track card.id) {
        <li
          cdkDrag
          [attr.data-task]="card.id"
          [cdkDragData]="card"
          [cdkDragDisabled]="!menu()"
          [cdkDragStartDelay]="{ touch: 280, mouse: 0 }"
          (cdkDragStarted)="dragging.emit(true)"
          (cdkDragEnded)="dragging.emit(false)"
          (contextmenu)="keepFromMenu($event)"
        >
          <coop-task-card [card]="card" [menu]="menu()" />
        </li>
      }
    </ol>
  `,
  styleUrl: './card-list.css',
})
export class CardList {
  readonly column = input.required<TaskColumn>();
  /** Whose row it is part of. */
  readonly person = input<Person | null>(null);
  readonly label = input.required<string>();
  readonly cards = input.required<readonly Card[]>();
  /** The menu of each card; who has none only looks on. */
  readonly menu = input<MatMenu | null>(null);
  readonly accepts = input<Accepts>(() => true);
  readonly dropped = output<Dropped>();
  /** Whether a card is in the air. */
  readonly dragging = output<boolean>();

  protected readonly spot = computed<Spot>(() => ({ column: this.column(), person: this.person() }));

  protected readonly mayEnter = (drag: CdkDrag<Card>): boolean =>
    this.accepts()(drag.data, (drag.dropContainer as CdkDropList<Spot>).data, this.spot());

  protected drop({ item, previousContainer, container, previousIndex, currentIndex }: CdkDragDrop<Spot, Spot, Card>) {
    if (previousContainer === container && previousIndex === currentIndex) return;
    const card = item.data;
    const from = previousContainer.data;
    const to = this.spot();
    const others = this.cards().filter(({ id }) => id !== card.id);
    // A row without neighbours says nothing about the place in the column.
    const keepsPlace = from.column === to.column && others.length === 0;
    this.dropped.emit({ card, from, to, place: keepsPlace ? null : placeAt(to.column, others, currentIndex) });
  }

  // A finger that rests on a card is about to take it up.
  protected keepFromMenu(event: Event): void {
    if ((event as PointerEvent).pointerType === 'touch') event.preventDefault();
  }
}
