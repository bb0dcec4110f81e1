import { DestroyRef, effect, inject, type Signal, untracked } from '@angular/core';
import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { Apollo } from 'apollo-angular';
import type { Subscription } from 'rxjs';

import { SignedOut } from '../auth/signed-out';
import { failureOfOperation, isAnswer, isBehind } from './failure-of-operation';
import { LiveConnection, pauseAfter } from './live-connection';

export interface Listener<TData> {
  /** Each event, in order. */
  next(data: TData): void;
  /** Listens again after the connection was lost or could not keep up: events in between were missed, so ask again. */
  resumed?(): void;
}

/** How long to leave a server that could not keep up; by chance, so that not all pages come back at once. */
const breather = () => 1000 + 2000 * Math.random();

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
  let comingBack: ReturnType<typeof setTimeout> | undefined;
  /** How often in a row the connection was given up. */
  let givenUp = 0;

  const stop = () => {
    clearTimeout(comingBack);
    events?.unsubscribe();
  };
  const listen = (to: TVariables) => {
    events = apollo
      .subscribe<TData, TVariables>({
        query: document,
        variables: to,
        errorPolicy: 'all',
      } as Apollo.SubscribeOptions<TData, TVariables>)
      .subscribe(({ data, error }) => {
        if (data) {
          givenUp = 0;
          listener.next(data as TData);
        }
        if (!error) return;
        // The page keeps what its query brought, unless it is no longer this person's to see.
        if (failureOfOperation(error).reason === 'signed-out') signedOut.notice();
        else if (isBehind(error)) comingBack = setTimeout(() => listenAgain(to), breather());
        // Some ways of closing are final for the library: a fault of the server's, or of a proxy on the way.
        else if (!isAnswer(error)) comingBack = setTimeout(() => listenAgain(to), pauseAfter(givenUp++));
        else console.warn('Not listening:', error);
      });
  };
  const listenAgain = (to: TVariables) => {
    listen(to);
    listener.resumed?.();
  };

  effect(() => {
    const next = variables();
    stop();
    if (next !== null) untracked(() => listen(next));
  });

  onGrowth(live.resumptions, () => listener.resumed?.());
  onGrowth(live.refusals, () => void signedOut.check());

  inject(DestroyRef).onDestroy(stop);
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
