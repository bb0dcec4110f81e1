import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

import { type Failure, failureOf, offline } from '../errors/failure';

interface WireError {
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** Turns whatever Apollo hands over into one of our few reasons. */
export function failureOfOperation(error: unknown): Failure {
  if (CombinedGraphQLErrors.is(error)) return ofFirst(error.errors);
  if (ServerError.is(error)) return ofFirst(errorsIn(error.bodyText));
  // Anything that is no answer at all means the server was not reached.
  return offline;
}

function ofFirst(errors: readonly WireError[]): Failure {
  const { code, traceId } = errors[0]?.extensions ?? {};
  return failureOf(code, traceId);
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
