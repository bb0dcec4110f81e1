import { Clipboard } from '@angular/cdk/clipboard';
import { inject, Injectable } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';

import { Toast } from './toast';

/** Copies a text to be kept elsewhere, also where the browser's own clipboard is not to be had, and says whether it did. */
@Injectable({ providedIn: 'root' })
export class Copying {
  readonly #clipboard = inject(Clipboard);
  readonly #toast = inject(Toast);
  readonly #transloco = inject(TranslocoService);

  copy(text: string): void {
    const copied = this.#clipboard.copy(text);
    this.#toast.say(this.#transloco.translate(copied ? 'ui.copied' : 'ui.notCopied'));
  }
}
