import { CdkDropList } from '@angular/cdk/drag-drop';
import type { CdkDragDrop } from '@angular/cdk/drag-drop';
import { Component, inject, input, model, output } from '@angular/core';

import { injectTexts } from '../../../core/i18n/texts';
import type { TaskColumn } from '../../../graphql/tasks';
import type { Card } from './arrangement';
import type { ColumnFacts } from './board-column';
import { ColumnNames } from '../column-names';

export interface DroppedOnTab {
  readonly card: Card;
  readonly column: TaskColumn;
}

/** On a phone: which column one looks at. A card dropped on a tab goes into its column. */
@Component({
  selector: 'coop-column-tabs',
  imports: [CdkDropList],
  template: `
    <div role="group" [attr.aria-label]="t('tasks.columns')">
      @for (facts of columns(); track facts.column) {
        <button
          type="button"
          cdkDropList
          cdkDropListSortingDisabled
          [cdkDropListData]="facts.column"
          [attr.aria-pressed]="facts.column === shown()"
          (cdkDropListDropped)="drop($event, facts.column)"
          (click)="shown.set(facts.column)"
        >
          <span class="name">{{ names.of(facts.column) }}</span>
          <span class="count" [class.full]="facts.wipLimit !== null && facts.count >= facts.wipLimit">
            {{ facts.wipLimit === null ? facts.count : facts.count + '/' + facts.wipLimit }}
          </span>
        </button>
      }
    </div>
  `,
  styles: `
    :host {
      position: sticky;
      top: 60px;
      z-index: 5;
      padding-block: 4px;
      background: var(--mat-sys-surface);
    }
    div {
      display: grid;
      grid-auto-flow: column;
      grid-auto-columns: minmax(0, 1fr);
      gap: 2px;
      padding: 3px;
      border-radius: var(--radius);
      background: var(--mat-sys-surface-container-high);
    }
    button {
      display: grid;
      align-content: center;
      justify-items: center;
      min-height: 52px;
      padding: 4px 2px;
      border: 0;
      border-radius: 8px;
      background: none;
      color: var(--mat-sys-on-surface);
      font: inherit;
      font-size: var(--text-small);
      line-height: 1.25;
      cursor: pointer;
    }
    .name {
      max-width: 100%;
      overflow: hidden;
      text-overflow: ellipsis;
    }
    button[aria-pressed='true'] {
      background: var(--card);
      font-weight: 650;
    }
    /* Where colours are the person's own, what is chosen has an outline. */
    @media (forced-colors: active) {
      button[aria-pressed='true'] {
        outline: 2px solid Highlight;
        outline-offset: -2px;
      }
    }
    .count {
      font-variant-numeric: tabular-nums;
    }
    .full {
      font-weight: 650;
    }
    /* The card's shadow has no room in a tab. */
    :host ::ng-deep .cdk-drag-placeholder {
      display: none;
    }
    .cdk-drop-list-dragging {
      outline: 2px solid var(--mat-sys-primary);
    }
  `,
})
export class ColumnTabs {
  protected readonly t = injectTexts();
  protected readonly names = inject(ColumnNames);
  readonly columns = input.required<readonly ColumnFacts[]>();
  readonly shown = model.required<TaskColumn>();
  readonly dropped = output<DroppedOnTab>();

  protected drop(event: CdkDragDrop<TaskColumn, TaskColumn, Card>, column: TaskColumn): void {
    this.dropped.emit({ card: event.item.data, column });
  }
}
