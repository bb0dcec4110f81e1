import { CdkDropListGroup } from '@angular/cdk/drag-drop';
import { Component, inject, input, output } from '@angular/core';
import type { MatMenu } from '@angular/material/menu';

import { injectTexts } from '../../../core/i18n/texts';
import { ColumnNames } from '../column-names';
import type { ColumnFacts } from './board-column';
import { type Accepts, CardList, type Dropped } from './card-list';
import { ColumnHead } from './column-head';
import type { Lane } from './lanes';

/** The board row by row, a person each: a card that goes into another row changes hands. */
@Component({
  selector: 'coop-board-lanes',
  imports: [CardList, CdkDropListGroup, ColumnHead],
  template: `
    <div class="lists">
      @for (facts of columns(); track facts.column) {
        <coop-column-head [facts]="facts" />
      }
    </div>
    <ng-content />
    <div class="rows" cdkDropListGroup>
      @for (lane of lanes(); track lane.person?.id) {
        <section [attr.aria-label]="nameOf(lane)">
          <h3>{{ nameOf(lane) }}</h3>
          <div class="lists" [attr.data-lane]="lane.person?.id ?? ''">
            @for (facts of columns(); track facts.column) {
              <coop-card-list
                [column]="facts.column"
                [person]="lane.person"
                [label]="names.of(facts.column)"
                [cards]="lane.cards[facts.column]"
                [menu]="menu()"
                [accepts]="accepts()"
                (dropped)="dropped.emit($event)"
                (dragging)="dragging.emit($event)"
              />
            }
          </div>
        </section>
      }
    </div>
  `,
  styles: `
    :host,
    .rows {
      display: grid;
      gap: 20px;
      min-width: 0;
    }
    :host {
      overflow-x: auto;
    }
    section {
      display: grid;
      gap: 8px;
      padding-top: 8px;
      border-top: var(--hairline);
    }
    .lists {
      display: grid;
      grid-template-columns: repeat(4, minmax(236px, 1fr));
      gap: 12px;
    }
  `,
})
export class BoardLanes {
  protected readonly t = injectTexts();
  protected readonly names = inject(ColumnNames);
  readonly columns = input.required<readonly ColumnFacts[]>();
  readonly lanes = input.required<readonly Lane[]>();
  readonly menu = input<MatMenu | null>(null);
  readonly accepts = input.required<Accepts>();
  readonly dropped = output<Dropped>();
  readonly dragging = output<boolean>();

  protected nameOf({ person }: Lane): string {
    return person?.displayName ?? this.t('tasks.lane.nobody');
  }
}
