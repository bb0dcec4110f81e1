import { inject, Injectable } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { TranslocoService } from '@jsverse/transloco';

/** A short word at the edge of the screen, read out politely. */
@Injectable({ providedIn: 'root' })
export class Toast {
  readonly #bar = inject(MatSnackBar);
  readonly #transloco = inject(TranslocoService);

  say(text: string): void {
    this.#bar.open(text, undefined, { duration: 5000 });
  }

  /** With a way back; longer on screen. */
  offer(text: string, action: string, act: () => void): void {
    this.#bar.open(text, action, { duration: 10_000 }).onAction().subscribe(act);
  }

  /** An action failed: why, the trace id to quote, another try. Stays until answered. */
  failed(failure: { readonly reason: string; readonly trace: string | null }, retry?: () => void): void {
    const sentence = this.#transloco.translate(`ui.failure.${failure.reason}`);
    const trace = failure.trace ? ` ${this.#transloco.translate('ui.failure.trace')} ${failure.trace}` : '';
    const action = this.#transloco.translate(retry ? 'ui.retry' : 'ui.close');
    const bar = this.#bar.open(sentence + trace, action, { politeness: 'assertive' });
    if (retry) bar.onAction().subscribe(retry);
  }
}
