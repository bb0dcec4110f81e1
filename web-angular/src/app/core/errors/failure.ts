/** Something went wrong that no form can answer: what it was, and the trace id a person can quote. */
export interface Failure {
  readonly reason: FailureReason;
  readonly trace: string | null;
}

export type FailureReason = 'offline' | 'signed-out' | 'forbidden' | 'no-such-coop' | 'part-missing' | 'unexpected';

const reasons: Readonly<Record<string, FailureReason>> = {
  UNAUTHENTICATED: 'signed-out',
  FORBIDDEN: 'forbidden',
  COOP_NOT_FOUND: 'no-such-coop',
  COOP_REQUIRED: 'no-such-coop',
};

/** Reads the stable code of an API error; a code we do not know is unexpected. */
export function failureOf(code: unknown, trace: unknown): Failure {
  const reason = typeof code === 'string' ? reasons[code] : undefined;
  return { reason: reason ?? 'unexpected', trace: typeof trace === 'string' ? trace : null };
}

export const offline: Failure = { reason: 'offline', trace: null };
