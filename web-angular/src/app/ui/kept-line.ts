import { DestroyRef, effect, inject, signal, untracked, type WritableSignal } from '@angular/core';

import { Drafts } from './drafts';

/** What stands in a box and is not sent yet: kept under the name when the box goes, or is for something else. */
export function keptLine(name: () => string): WritableSignal<string> {
  const drafts = inject(Drafts);
  const typed = signal('');
  let kept: string | undefined;
  const keep = () => {
    if (kept !== undefined && typed().trim()) drafts.keep(kept, typed());
  };
  effect(() => {
    const next = name();
    untracked(() => {
      keep();
      kept = next;
      typed.set((drafts.take(next) as string | undefined) ?? '');
    });
  });
  inject(DestroyRef).onDestroy(keep);
  return typed;
}
