import { Component, input } from '@angular/core';
import { type FieldTree, FormRoot } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { TranslocoPipe } from '@jsverse/transloco';

import { type Ending, FormNotes } from './form-notes';

/** A form in a dialog: its heading, why it was refused, its fields (projected), and the verb on its button. */
@Component({
  selector: 'coop-form-dialog',
  imports: [
    FormNotes,
    FormRoot,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    TranslocoPipe,
  ],
  template: `
    <h2 matDialogTitle>{{ heading() }}</h2>
    <form [formRoot]="form()">
      <mat-dialog-content>
        <coop-form-notes [of]="sending()" />
        <ng-content />
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" [matDialogClose]="undefined">{{ 'ui.cancel' | transloco }}</button>
        <button matButton="filled" type="submit" [disabled]="form()().submitting()">{{ action() }}</button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    :host,
    form {
      display: contents;
    }
    form mat-dialog-content.mat-mdc-dialog-content {
      display: grid;
      gap: 18px;
      align-content: start;
      color: var(--mat-sys-on-surface);
    }
    mat-dialog-actions {
      gap: 8px;
      padding: 12px 24px 20px;
    }
  `,
})
export class FormDialog<TModel> {
  readonly heading = input.required<string>();
  readonly action = input.required<string>();
  readonly form = input.required<FieldTree<TModel>>();
  readonly sending = input.required<Ending>();
}
