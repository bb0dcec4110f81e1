import { DestroyRef, DOCUMENT, effect, inject, untracked } from '@angular/core';

import { LiveConnection } from '../graphql/live-connection';
import { SignedOut } from './signed-out';

/** A tab that slept, lost its connection or comes back from the browser's history asks whether it is still the same person's. */
export function checkWhenAwake(): void {
  const signedOut = inject(SignedOut);
  const { resumptions } = inject(LiveConnection);
  const document = inject(DOCUMENT);
  const atFirst = resumptions();
  effect(() => {
    if (resumptions() !== atFirst) untracked(() => void signedOut.check());
  });

  const leaving = new AbortController();
  const { signal } = leaving;
  document.addEventListener('visibilitychange', () => void (document.hidden || signedOut.check()), { signal });
  document.defaultView?.addEventListener('pageshow', (shown) => void (shown.persisted && signedOut.check()), {
    signal,
  });
  inject(DestroyRef).onDestroy(() => leaving.abort());
}
