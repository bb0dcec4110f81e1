import { type ErrorHandler, inject, Injectable, Injector } from '@angular/core';

import type { Toast } from '../../ui/toast';
import { Texts } from '../i18n/texts';
import { failureOfPart, isPartMissing } from './missing-part';
import { NewBuild } from './new-build';

/** A page may miss the same file in many places at once. */
const quiet = 10_000;

/**
 * Logs what nobody caught. When a part of the app did not load, it says so and leaves the reload to the person: something
 * may stand in a form that is not sent yet.
 */
@Injectable()
export class StaleBuildHandler implements ErrorHandler {
  readonly #newBuild = inject(NewBuild);
  // Errors come from everywhere: what says so must not be needed to make this.
  readonly #injector = inject(Injector);
  #quietUntil = 0;

  handleError(error: unknown): void {
    console.error(error);
    if (!isPartMissing(error) || this.#newBuild.leaving || Date.now() < this.#quietUntil) return;
    this.#quietUntil = Date.now() + quiet;
    // No part of the first load, but of every page that has something to say.
    import('../../ui/toast').then((ui) => this.#tell(this.#injector.get(ui.Toast)), console.error);
  }

  #tell(toast: Toast): void {
    const failure = failureOfPart();
    if (failure.reason === 'offline') {
      toast.failed(failure);
      return;
    }
    const { t } = this.#injector.get(Texts);
    toast.offer(t(`ui.failure.${failure.reason}`), t('ui.reload'), () => location.reload());
  }
}
