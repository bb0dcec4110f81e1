import { afterNextRender, DestroyRef, inject, Injector, type Signal, signal } from '@angular/core';
import type { FieldTree, FormSubmitOptions, ValidationError } from '@angular/forms/signals';

import type { Failure } from '../errors/failure';
import type { Outcome } from '../errors/outcome';

/** A refusal in words: for the form as a whole, or beside the field it is about. */
export type Sentence = string | { readonly fieldTree: () => unknown; readonly message: string };

export interface Submission extends FormSubmitOptions<unknown, unknown> {
  /** What the co-op's rules said about the form as a whole. */
  readonly refusals: Signal<readonly string[]>;
  readonly failure: Signal<Failure | undefined>;
  /** Whether it was accepted. */
  readonly sent: Signal<boolean>;
  /** Resolves when what is being sent has its answer, whatever it is. */
  answered(): Promise<unknown>;
}

interface Steps<TValue, TRefusal> {
  send(): Promise<Outcome<TValue, TRefusal>>;
  /** An exhaustive switch over the refusals, ending in `never`. One refusal may speak of several fields. */
  explain(refusal: TRefusal): Sentence | readonly Sentence[];
  done(value: TValue): unknown;
}

/**
 * The road of a form: send, then close on `ok`, place refusals where they belong, keep everything typed on failure.
 * Sentences about the whole form are kept apart from the form's own errors: those would forbid trying again unchanged.
 */
export function submission<TValue, TRefusal>(steps: Steps<TValue, TRefusal>): Submission {
  const refusals = signal<readonly string[]>([]);
  const failure = signal<Failure | undefined>(undefined);
  const sent = signal(false);

  const injector = inject(Injector);
  const destroyRef = inject(DestroyRef);

  const showFirst = (form: FieldTree<unknown>) => {
    form().errorSummary()[0]?.fieldTree().focusBoundControl();
  };

  const submit = async (form: FieldTree<unknown>): Promise<ValidationError.WithOptionalFieldTree[] | undefined> => {
    refusals.set([]);
    failure.set(undefined);
    sent.set(false);
    const outcome = await steps.send();
    switch (outcome.kind) {
      case 'ok':
        sent.set(true);
        await steps.done(outcome.value);
        return undefined;
      case 'failed':
        failure.set(outcome.failure);
        return undefined;
      case 'refused': {
        const sentences = outcome.errors.flatMap((refusal) => steps.explain(refusal));
        const whole = sentences.filter((sentence) => typeof sentence === 'string');
        refusals.set(whole);
        // Sentences about the whole form take the keyboard themselves. The fields have theirs once this has returned,
        // and whoever left the page meanwhile is not called back.
        if (whole.length === 0 && !destroyRef.destroyed) afterNextRender(() => showFirst(form), { injector });
        return sentences
          .filter((sentence) => typeof sentence !== 'string')
          .map(({ fieldTree, message }) => ({ kind: 'refused', message, fieldTree: fieldTree as FieldTree<unknown> }));
      }
    }
  };

  let answered: Promise<unknown> = Promise.resolve();
  const action = (form: FieldTree<unknown>) => {
    const answer = submit(form);
    answered = answer.catch(() => undefined);
    return answer;
  };

  return {
    action,
    onInvalid: showFirst,
    answered: () => answered,
    refusals: refusals.asReadonly(),
    failure: failure.asReadonly(),
    sent: sent.asReadonly(),
  };
}
