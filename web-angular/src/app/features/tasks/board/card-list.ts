import { CdkDrag, type CdkDragDrop, CdkDropList } from '@angular/cdk/drag-drop';
import { Component, input, output } from '@angular/core';
import type { MatMenu } from '@angular/material/menu';

import type { TaskColumn } from '../../../graphql/tasks';
import { type Card, type Place, placeAt } from './arrangement';
import { TaskCard } from './task-card';

export interface Dropped {
  readonly card: Card;
  readonly place: Place;
}

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
      [cdkDropListData]="column()"
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
  readonly label = input.required<string>();
  readonly cards = input.required<readonly Card[]>();
  /** The menu of each card; who has none only looks on. */
  readonly menu = input<MatMenu | null>(null);
  readonly dropped = output<Dropped>();
  /** Whether a card is in the air. */
  readonly dragging = output<boolean>();

  protected drop(event: CdkDragDrop<TaskColumn, TaskColumn, Card>): void {
    const card = event.item.data;
    const others = this.cards().filter(({ id }) => id !== card.id);
    this.dropped.emit({ card, place: placeAt(this.column(), others, event.currentIndex) });
  }

  // A finger that rests on a card is about to take it up.
  protected keepFromMenu(event: Event): void {
    if ((event as PointerEvent).pointerType === 'touch') event.preventDefault();
  }
}
