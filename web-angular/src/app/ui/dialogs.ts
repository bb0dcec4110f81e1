import type { ComponentType } from '@angular/cdk/portal';
import { inject, Injectable } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';

import { wayBack } from './way-back';

/** Opens a form in a dialog; resolves to what it closed with, or to nothing when it was cancelled. */
@Injectable({ providedIn: 'root' })
export class Dialogs {
  readonly #dialog = inject(MatDialog);

  open<TResult>(form: ComponentType<unknown>, data?: unknown): Promise<TResult | undefined> {
    const dialog = this.#dialog.open<unknown, unknown, TResult>(form, {
      data,
      restoreFocus: wayBack(),
      width: '34rem',
      maxWidth: 'calc(100vw - 24px)',
      maxHeight: 'calc(100dvh - 24px)',
    });
    return firstValueFrom(dialog.afterClosed());
  }
}
