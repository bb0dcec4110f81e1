import { DestroyRef, effect, inject, untracked } from '@angular/core';
import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { Apollo } from 'apollo-angular';
import type { Subscription } from 'rxjs';

import { LiveConnection } from './live-connection';

export interface Listener<TData> {
  /** Each event, in order. */
  next(data: TData): void;
  /** The connection was lost and is back: events in between were missed, so ask again. */
  resumed?(): void;
}

/** Listens for as long as the component lives. `variables` is read reactively; `null` stops listening. */
export function subscription<TData, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
  listener: Listener<TData>,
  variables: () => NoInfer<TVariables> | null = () => ({}) as TVariables,
): void {
  const apollo = inject(Apollo);
  const live = inject(LiveConnection);
  let events: Subscription | undefined;

  effect(() => {
    const next = variables();
    events?.unsubscribe();
    if (next === null) return;
    events = untracked(() =>
      apollo
        .subscribe<TData, TVariables>({
          query: document,
          variables: next,
          errorPolicy: 'all',
        } as Apollo.SubscribeOptions<TData, TVariables>)
        .subscribe({
          next: ({ data }) => {
            if (data) listener.next(data as TData);
          },
          // The page keeps what its query brought; what cannot be heard is not worth an alarm.
          error: (error: unknown) => console.warn('Not listening:', error),
        }),
    );
  });

  let seen = live.resumptions();
  effect(() => {
    const count = live.resumptions();
    if (count === seen) return;
    seen = count;
    untracked(() => listener.resumed?.());
  });

  inject(DestroyRef).onDestroy(() => events?.unsubscribe());
}
