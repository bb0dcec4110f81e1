import { Component, inject, Injectable } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialog,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import { TranslocoPipe } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';

import { wayBack } from './way-back';

export interface Question {
  readonly heading: string;
  readonly text: string;
  /** The verb on the button: "End session", never "OK". */
  readonly action: string;
}

@Component({
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, TranslocoPipe],
  template: `
    <h2 matDialogTitle>{{ question.heading }}</h2>
    <mat-dialog-content>{{ question.text }}</mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" [matDialogClose]="false" cdkFocusInitial>{{ 'ui.cancel' | transloco }}</button>
      <button matButton="filled" type="button" [matDialogClose]="true">{{ question.action }}</button>
    </mat-dialog-actions>
  `,
})
class ConfirmDialog {
  protected readonly question = inject<Question>(MAT_DIALOG_DATA);
}

/** Asks before what cannot be undone. */
@Injectable({ providedIn: 'root' })
export class Confirm {
  readonly #dialog = inject(MatDialog);

  async ask(question: Question): Promise<boolean> {
    const dialog = this.#dialog.open(ConfirmDialog, {
      data: question,
      restoreFocus: wayBack(),
      role: 'alertdialog',
      maxWidth: 'min(28rem, calc(100vw - 32px))',
    });
    return (await firstValueFrom(dialog.afterClosed())) === true;
  }
}
