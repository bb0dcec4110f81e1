import { computed, inject, resource, type Signal } from '@angular/core';

import type { Failure } from '../errors/failure';
import { AuthRequests } from './auth-requests';

export interface AuthQuery<TValue> {
  readonly data: Signal<TValue | undefined>;
  readonly waiting: Signal<boolean>;
  readonly failure: Signal<Failure | undefined>;
  refetch(): void;
}

/** Reads one of the /auth lists, in the manner of `query()`. */
export function authQuery<TValue>(path: string): AuthQuery<TValue> {
  const requests = inject(AuthRequests);
  const answer = resource({ loader: () => requests.send<TValue>({ method: 'GET', path }) });
  const outcome = computed(() => (answer.hasValue() ? answer.value() : undefined));
  return {
    data: computed(() => {
      const known = outcome();
      return known?.kind === 'ok' ? known.value : undefined;
    }),
    waiting: computed(() => answer.isLoading() && outcome() === undefined),
    failure: computed(() => {
      const known = outcome();
      return known?.kind === 'failed' ? known.failure : undefined;
    }),
    refetch: () => void answer.reload(),
  };
}
