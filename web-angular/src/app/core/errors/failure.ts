/** Something went wrong that no form can answer: what it was, and the trace id a person can quote. */
export interface Failure {
  readonly reason: FailureReason;
  readonly trace: string | null;
}

export type FailureReason =
  | 'offline'
  // It was sent, and nobody knows whether it arrived.
  | 'unanswered'
  | 'busy'
  | 'away'
  | 'overtaken'
  | 'signed-out'
  | 'forbidden'
  | 'no-such-coop'
  | 'part-missing'
  | 'unexpected';

const reasons: Readonly<Record<string, FailureReason>> = {
  UNAUTHENTICATED: 'signed-out',
  FORBIDDEN: 'forbidden',
  COOP_NOT_FOUND: 'no-such-coop',
  COOP_REQUIRED: 'no-such-coop',
  TOO_MANY_REQUESTS: 'busy',
  DATABASE_UNAVAILABLE: 'away',
  UNAVAILABLE: 'away',
  ACCOUNT_CHANGED: 'overtaken',
};

/** What an answer without a code of ours says by its status alone: it comes from a proxy on the way. */
const reasonsOfStatus: Readonly<Record<number, FailureReason>> = { 429: 'busy', 502: 'away', 503: 'away', 504: 'away' };

/** Reads the stable code of an API error; a code we do not know is unexpected. */
export function failureOf(code: unknown, trace: unknown, status = 0): Failure {
  const reason = typeof code === 'string' ? reasons[code] : reasonsOfStatus[status];
  return { reason: reason ?? 'unexpected', trace: typeof trace === 'string' ? trace : null };
}

export const offline: Failure = { reason: 'offline', trace: null };

/** Something had left to be done, and no answer came: it may have arrived all the same. */
export function unanswered(failure: Failure): Failure {
  return failure.reason === 'offline' ? { ...failure, reason: 'unanswered' } : failure;
}
