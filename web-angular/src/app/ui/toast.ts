import { inject, Injectable } from '@angular/core';
import { MatSnackBar, type MatSnackBarRef } from '@angular/material/snack-bar';
import { TranslocoService } from '@jsverse/transloco';

/** A short word at the edge of the screen, read out politely. */
@Injectable({ providedIn: 'root' })
export class Toast {
  readonly #bar = inject(MatSnackBar);
  readonly #transloco = inject(TranslocoService);
  /** What waits for an answer. */
  #standing: MatSnackBarRef<unknown> | undefined;
  #waiting: string | undefined;

  /** Never in the place of something that waits for an answer: the latest word comes after it. */
  say(text: string): void {
    if (this.#standing) this.#waiting = text;
    else this.#bar.open(text, undefined, { duration: 5000 });
  }

  /** With a way back; longer on screen. */
  offer(text: string, action: string, act: () => void): void {
    this.#stand(this.#bar.open(text, action, { duration: 10_000 }))
      .onAction()
      .subscribe(act);
  }

  /** An action failed: why, the trace id to quote, another try. Stays until answered. */
  failed(failure: { readonly reason: string; readonly trace: string | null }, retry?: () => void): void {
    const sentence = this.#transloco.translate(`ui.failure.${failure.reason}`);
    const trace = failure.trace ? ` ${this.#transloco.translate('ui.failure.trace')} ${failure.trace}` : '';
    const action = this.#transloco.translate(retry ? 'ui.retry' : 'ui.close');
    const bar = this.#stand(this.#bar.open(sentence + trace, action, { politeness: 'assertive' }));
    if (retry) bar.onAction().subscribe(retry);
  }

  /** What was said is over: another person, or another co-op, is on screen. */
  clear(): void {
    this.#waiting = undefined;
    this.#bar.dismiss();
  }

  #stand<T>(bar: MatSnackBarRef<T>): MatSnackBarRef<T> {
    this.#standing = bar;
    bar.afterDismissed().subscribe(() => {
      // The next one may be there already.
      if (this.#standing !== bar) return;
      this.#standing = undefined;
      const text = this.#waiting;
      this.#waiting = undefined;
      if (text !== undefined) this.say(text);
    });
    return bar;
  }
}
