import { DestroyRef, effect, inject, untracked, type WritableSignal } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';

import { Drafts } from './drafts';

/**
 * For a form that is part of a page: left by a link, or because the session ended, it keeps what was typed for the next
 * time. What is accepted is to be marked by `form().reset()`.
 */
export function keepTyped<TModel>(name: string, form: () => FieldTree<TModel>): void {
  const drafts = inject(Drafts);
  effect(() =>
    untracked(() => {
      const draft = drafts.take(name);
      if (draft === undefined) return;
      const state = form()();
      // Only this same form has put it there.
      (state.value as WritableSignal<unknown>).set(draft);
      state.markAsDirty();
    }),
  );
  inject(DestroyRef).onDestroy(() => {
    const { dirty, value } = form()();
    if (dirty()) drafts.keep(name, value());
  });
}
