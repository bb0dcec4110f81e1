import type { Failure } from './failure';

/** How an action ended. It never throws: whoever asks must say what each ending means. */
export type Outcome<TValue, TRefusal> =
  | { readonly kind: 'ok'; readonly value: TValue }
  | { readonly kind: 'refused'; readonly errors: readonly TRefusal[] }
  | { readonly kind: 'failed'; readonly failure: Failure };

export const ok = <TValue>(value: TValue) => ({ kind: 'ok', value }) as const;
export const refused = <TRefusal>(errors: readonly TRefusal[]) => ({ kind: 'refused', errors }) as const;
export const failed = (failure: Failure) => ({ kind: 'failed', failure }) as const;

/** Ends an exhaustive switch: a refusal nobody wrote a sentence for stops the build here. */
export function never(refusal: never): never {
  throw new Error(`No sentence for ${JSON.stringify(refusal)}`);
}
