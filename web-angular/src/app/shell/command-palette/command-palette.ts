import { inject, Injectable } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';

/** Opens the palette, loading it on first use. Above another dialog it stays away: that one is to be answered first. */
@Injectable({ providedIn: 'root' })
export class CommandPalette {
  readonly #dialog = inject(MatDialog);

  async open(): Promise<void> {
    if (this.#busy()) return;
    const { PaletteDialog } = await import('./palette-dialog');
    // One may have come meanwhile, also this one.
    if (this.#busy()) return;
    this.#dialog.open(PaletteDialog, {
      width: '36rem',
      maxWidth: 'calc(100vw - 24px)',
      position: { top: '10vh' },
      ariaLabelledBy: 'palette-label',
      autoFocus: '#palette-input',
    });
  }

  #busy(): boolean {
    return this.#dialog.openDialogs.length > 0;
  }
}
