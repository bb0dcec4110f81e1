import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';

import { injectTexts } from '../../../core/i18n/texts';
import type { TaskColumn } from '../../../graphql/tasks';
import { type Arrangement, type Card, columns, type Place, placeAt } from './arrangement';
import { ColumnNames } from '../column-names';

export interface MoveFormData {
  readonly card: Card;
  readonly arrangement: Arrangement;
}

/** Where a card goes, chosen rather than dragged; closes with the place. */
@Component({
  selector: 'coop-move-form',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  template: `
    <h2 matDialogTitle>{{ t('tasks.move.heading', { title: data.card.title }) }}</h2>
    <mat-dialog-content>
      <label>
        {{ t('tasks.move.column') }}
        <select #columnBox class="control" (change)="choose(columnBox.value)">
          @for (name of columns; track name) {
            <option [value]="name" [selected]="name === column()">{{ names.of(name) }}</option>
          }
        </select>
      </label>
      @if (column() !== 'DONE') {
        <label>
          {{ t('tasks.move.position') }}
          <select #positionBox class="control" (change)="index.set(+positionBox.value)">
            <option value="0" [selected]="index() === 0">{{ t('tasks.move.top') }}</option>
            @for (other of others(); track other.id) {
              <option [value]="$index + 1" [selected]="index() === $index + 1">
                {{ t('tasks.move.after', { title: other.title }) }}
              </option>
            }
          </select>
        </label>
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" matDialogClose>{{ t('ui.cancel') }}</button>
      <button matButton="filled" type="button" (click)="dialog.close(place())">{{ t('tasks.move.action') }}</button>
    </mat-dialog-actions>
  `,
  styles: `
    mat-dialog-content {
      display: grid;
      gap: 18px;
      padding-block: 6px;
      color: var(--mat-sys-on-surface);
    }
    label {
      display: grid;
      gap: 6px;
      font-weight: 550;
    }
    select {
      font-weight: 400;
    }
  `,
})
export class MoveForm {
  protected readonly t = injectTexts();
  protected readonly names = inject(ColumnNames);
  protected readonly data = inject<MoveFormData>(MAT_DIALOG_DATA);
  protected readonly dialog = inject<MatDialogRef<MoveForm, Place>>(MatDialogRef);
  protected readonly columns = columns;
  protected readonly column = signal(this.data.card.column);
  protected readonly others = computed(() =>
    this.data.arrangement[this.column()].filter(({ id }) => id !== this.data.card.id),
  );
  protected readonly index = signal(
    Math.max(
      0,
      this.data.arrangement[this.data.card.column].findIndex(({ id }) => id === this.data.card.id),
    ),
  );
  protected readonly place = computed(() => placeAt(this.column(), this.others(), this.index()));

  protected choose(column: string): void {
    this.column.set(column as TaskColumn);
    this.index.set(this.others().length);
  }
}
