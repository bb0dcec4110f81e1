import { inject, Injectable } from '@angular/core';
import { MatDialog, type MatDialogRef } from '@angular/material/dialog';

/** Opens the palette, loading it on first use. */
@Injectable({ providedIn: 'root' })
export class CommandPalette {
  readonly #dialog = inject(MatDialog);
  #open: MatDialogRef<unknown> | undefined;

  async open(): Promise<void> {
    if (this.#open) return;
    const { PaletteDialog } = await import('./palette-dialog');
    this.#open = this.#dialog.open(PaletteDialog, {
      width: '36rem',
      maxWidth: 'calc(100vw - 24px)',
      position: { top: '10vh' },
      ariaLabelledBy: 'palette-label',
      autoFocus: '#palette-input',
    });
    this.#open.afterClosed().subscribe(() => (this.#open = undefined));
  }
}
