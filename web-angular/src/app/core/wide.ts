import { BreakpointObserver } from '@angular/cdk/layout';
import { inject, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { map } from 'rxjs';

const wide = '(min-width: 720px)';

/** Whether things have room beside each other; on a phone they come one at a time. */
export function injectWide(): Signal<boolean> {
  const observer = inject(BreakpointObserver);
  return toSignal(observer.observe(wide).pipe(map(({ matches }) => matches)), {
    initialValue: observer.isMatched(wide),
  });
}
