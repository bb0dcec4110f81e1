import { inject, Injector } from '@angular/core';
import type { CanActivateFn } from '@angular/router';

import { Kept } from '../../../core/kept';

/** Sends moves that wait from an earlier visit, whichever page is opened first, and never stands in its way. */
export const sendKept: CanActivateFn = () => {
  const injector = inject(Injector);
  if (inject(Kept).list('moves').length > 0) {
    // Without a network they wait for the next visit.
    void import('./moves').then(({ Moves }) => Moves.start(injector)).catch(() => undefined);
  }
  return true;
};
