import { computed, DestroyRef, effect, inject, type Signal, signal, untracked } from '@angular/core';
import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { Apollo, type QueryRef } from 'apollo-angular';
import type { Subscription } from 'rxjs';

import type { Failure } from '../errors/failure';
import { SignedOut } from '../auth/signed-out';
import { failureOfOperation } from './failure-of-operation';

export interface Query<TData, TVariables> {
  /** The newest answer; while other variables load, the one before stays unless `keepsEarlier` says otherwise. */
  readonly data: Signal<TData | undefined>;
  /** Whether a request is on its way. */
  readonly loading: Signal<boolean>;
  /** Whether nothing can be shown yet: the moment for a skeleton. */
  readonly waiting: Signal<boolean>;
  readonly failure: Signal<Failure | undefined>;
  refetch(): Promise<void>;
  /** Asks for the next page; the cache appends it to what is shown. */
  more(variables: Partial<TVariables>): Promise<void>;
}

interface Choices {
  /** Where the first answer is looked for. */
  readonly start?: 'cache-first' | 'cache-and-network';
  /** Whether the answer for earlier variables stays meanwhile: right for a list, wrong for one thing by its id. */
  readonly keepsEarlier?: boolean;
}

interface State<TData> {
  readonly data?: TData;
  readonly loading: boolean;
  readonly failure?: Failure;
}

/**
 * Watches a query. `variables` is read reactively; while it answers `null`, nothing is asked. What is known is shown at
 * once and asked for anew, unless `start` says otherwise for the first time.
 */
export function query<TData, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
  variables: () => NoInfer<TVariables> | null = () => ({}) as TVariables,
  { start = 'cache-and-network', keepsEarlier = true }: Choices = {},
): Query<TData, TVariables> {
  const apollo = inject(Apollo);
  const signedOut = inject(SignedOut);
  const state = signal<State<TData>>({ loading: true });
  let ref: QueryRef<TData, TVariables> | undefined;
  let results: Subscription | undefined;

  const fail = (error: unknown) => {
    const failure = failureOfOperation(error);
    if (failure.reason === 'signed-out') signedOut.notice();
    state.update(({ data }) => ({ ...(data === undefined ? {} : { data }), loading: false, failure }));
  };

  const watch = (initial: TVariables) => {
    ref = apollo.watchQuery<TData, TVariables>({
      query: document,
      variables: initial,
      fetchPolicy: start,
      nextFetchPolicy: (_, { reason }: { reason: string }) =>
        reason === 'variables-changed' ? 'cache-and-network' : 'cache-first',
      errorPolicy: 'all',
    } as Apollo.WatchQueryOptions<TData, TVariables>);
    results = ref.valueChanges.subscribe({
      next: (result) => {
        if (result.error) {
          fail(result.error);
          return;
        }
        const complete = result.dataState === 'complete' ? { data: result.data as TData } : {};
        state.update(({ data }) => ({ ...(data === undefined ? {} : { data }), ...complete, loading: result.loading }));
      },
      error: fail,
    });
  };

  effect(() => {
    const next = variables();
    untracked(() => {
      if (next === null) return;
      if (!ref) {
        watch(next);
        return;
      }
      if (!keepsEarlier && !sameVariables(next, ref.variables)) state.set({ loading: true });
      void ref.setVariables(next).catch(fail);
    });
  });
  inject(DestroyRef).onDestroy(() => results?.unsubscribe());

  return {
    data: computed(() => state().data),
    loading: computed(() => state().loading),
    waiting: computed(() => state().loading && state().data === undefined),
    failure: computed(() => state().failure),
    async refetch() {
      await ref?.refetch().then(() => undefined, fail);
    },
    async more(next) {
      await ref?.fetchMore({ variables: next } as never).then(() => undefined, fail);
    },
  };
}

/** They come from the same function: their parts stand in the same order. */
function sameVariables(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
