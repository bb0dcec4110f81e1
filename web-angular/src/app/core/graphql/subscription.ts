import { DestroyRef, effect, inject, type Signal, untracked } from '@angular/core';
import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { Apollo } from 'apollo-angular';
import type { Subscription } from 'rxjs';

import { SignedOut } from '../auth/signed-out';
import { failureOfOperation } from './failure-of-operation';
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
  const signedOut = inject(SignedOut);
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
        .subscribe(({ data, error }) => {
          if (data) listener.next(data as TData);
          if (!error) return;
          // The page keeps what its query brought, unless it is no longer this person's to see.
          if (failureOfOperation(error).reason === 'signed-out') signedOut.notice();
          else console.warn('Not listening:', error);
        }),
    );
  });

  onGrowth(live.resumptions, () => listener.resumed?.());
  onGrowth(live.refusals, () => void signedOut.check());

  inject(DestroyRef).onDestroy(() => events?.unsubscribe());
}

function onGrowth(count: Signal<number>, act: () => void): void {
  let seen = count();
  effect(() => {
    const now = count();
    if (now === seen) return;
    seen = now;
    untracked(act);
  });
}
