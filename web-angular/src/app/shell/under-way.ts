import { computed, effect, inject, type Signal, signal } from '@angular/core';
import { Router } from '@angular/router';

/** What is there sooner needs no sign. */
const noticeable = 200;

/** Whether a page has been on its way for longer than one would not notice. */
export function underWay(): Signal<boolean> {
  const { currentNavigation } = inject(Router);
  const going = computed(() => currentNavigation() !== null);
  const long = signal(false);
  effect((onCleanup) => {
    if (!going()) return;
    const timer = setTimeout(() => long.set(true), noticeable);
    onCleanup(() => {
      clearTimeout(timer);
      long.set(false);
    });
  });
  return long.asReadonly();
}
