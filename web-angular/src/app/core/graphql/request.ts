import { computed, inject, type Signal, signal } from '@angular/core';
import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { Apollo } from 'apollo-angular';

import { SignedOut } from '../auth/signed-out';
import { failed, ok, type Outcome } from '../errors/outcome';
import { failureOfOperation } from './failure-of-operation';

export interface Request<TData, TVariables> {
  readonly running: Signal<boolean>;
  /** Asks the server now, past the cache. Always resolves. */
  run(variables: TVariables): Promise<Outcome<TData, never>>;
}

/** A query asked at a moment rather than watched: for what whoever asks keeps itself. */
export function request<TData, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
): Request<TData, TVariables> {
  const { client } = inject(Apollo);
  const signedOut = inject(SignedOut);
  const running = signal(0);

  const run = async (variables: TVariables): Promise<Outcome<TData, never>> => {
    running.update((count) => count + 1);
    try {
      const asked: unknown = { query: document, variables, fetchPolicy: 'no-cache' };
      return ok((await client.query<TData>(asked as never)).data as TData);
    } catch (error) {
      const failure = failureOfOperation(error);
      if (failure.reason === 'signed-out') signedOut.notice();
      return failed(failure);
    } finally {
      running.update((count) => count - 1);
    }
  };

  return { running: computed(() => running() > 0), run };
}
