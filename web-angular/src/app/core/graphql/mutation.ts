import { computed, inject, type Signal, signal } from '@angular/core';
import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { Apollo } from 'apollo-angular';
import { firstValueFrom } from 'rxjs';

import { failureOf, unanswered } from '../errors/failure';
import { failed, ok, type Outcome, refused } from '../errors/outcome';
import { SignedOut } from '../auth/signed-out';
import { failureOfOperation } from './failure-of-operation';

/** The payload of the one root field of a mutation. */
type Payload<TData> = TData[keyof TData];
/** Every refusal a mutation can answer with: what a form's exhaustive switch is over. */
export type RefusalOf<TData> =
  Payload<TData> extends { readonly errors: infer TErrors } ? Item<NonNullable<TErrors>> : never;
type Item<TList> = TList extends readonly (infer TItem)[] ? TItem : never;
type Result<TData> = Omit<Payload<TData>, 'errors' | '__typename'>;

export interface Mutation<TData, TVariables> {
  /** Whether it is on its way. */
  readonly running: Signal<boolean>;
  /** Always resolves: done, refused by the co-op's rules, or failed with a trace id. */
  run(variables: TVariables): Promise<Outcome<Result<TData>, RefusalOf<TData>>>;
}

/** A mutation with one root field, ready to run. */
export function mutation<TData, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
): Mutation<TData, TVariables> {
  const apollo = inject(Apollo);
  const signedOut = inject(SignedOut);
  const running = signal(0);

  const send = (variables: TVariables) =>
    firstValueFrom(
      apollo.mutate<TData, TVariables>({ mutation: document, variables, errorPolicy: 'all' } as Apollo.MutateOptions<
        TData,
        TVariables
      >),
    );

  const run = async (variables: TVariables): Promise<Outcome<Result<TData>, RefusalOf<TData>>> => {
    running.update((count) => count + 1);
    // Only without any network is it sure that it never leaves.
    const left = navigator.onLine;
    try {
      const { data, error } = await send(variables);
      if (error) throw error;
      const payload = Object.values(data ?? {})[0] as Payload<TData> | undefined;
      if (!payload) return failed(failureOf(undefined, undefined));
      const errors = (payload as { errors?: readonly RefusalOf<TData>[] | null }).errors ?? [];
      return errors.length > 0 ? refused(errors) : ok(payload);
    } catch (error) {
      // Everything thrown here comes from the wire; it becomes data so that no caller can forget it.
      const failure = left ? unanswered(failureOfOperation(error)) : failureOfOperation(error);
      if (failure.reason === 'signed-out') signedOut.notice();
      return failed(failure);
    } finally {
      running.update((count) => count - 1);
    }
  };

  return { running: computed(() => running() > 0), run };
}
