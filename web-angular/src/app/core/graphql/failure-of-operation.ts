import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

import { type Failure, failureOf, offline } from '../errors/failure';

interface WireError {
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** Turns whatever Apollo hands over into one of our few reasons. */
export function failureOfOperation(error: unknown): Failure {
  if (CombinedGraphQLErrors.is(error)) return ofFirst(error.errors);
  if (ServerError.is(error)) return ofFirst(errorsIn(error.bodyText), error.statusCode);
  // Anything that is no answer at all means the server was not reached.
  return offline;
}

/** Whether the server has said something, rather than fallen silent. */
export function isAnswer(error: unknown): boolean {
  return CombinedGraphQLErrors.is(error);
}

/** Whether the server ended a subscription because events were missed, or came faster than they could be sent. */
export function isBehind(error: unknown): boolean {
  return (
    CombinedGraphQLErrors.is(error) &&
    error.errors.some(({ extensions }) => ['SLOW_SUBSCRIBER', 'MISSED_EVENTS'].includes(extensions?.['code'] as string))
  );
}

function ofFirst(errors: readonly WireError[], status?: number): Failure {
  const { code, traceId } = errors[0]?.extensions ?? {};
  return failureOf(code, traceId, status);
}

function errorsIn(body: string): readonly WireError[] {
  try {
    const { errors, code, traceId } = JSON.parse(body) as { errors?: WireError[]; code?: unknown; traceId?: unknown };
    return Array.isArray(errors) ? errors : [{ extensions: { code, traceId } }];
  } catch {
    // A proxy's HTML page, not ours: nothing to quote.
    return [];
  }
}
