import { inject } from '@angular/core';

import { Texts } from '../i18n/texts';
import type { Sentence } from './submission';

interface InvalidInput {
  readonly message: string;
  readonly path: readonly string[];
}

/** Places what the server says of one value beside its field, which is named as in the mutation's input. */
export function injectInputSentence(): (refusal: InvalidInput, form: object) => Sentence {
  const texts = inject(Texts);
  return ({ message, path }, form) => {
    // The server explains in English; other languages get our own, less exact words.
    const sentence = texts.locale() === 'en' ? message : texts.t('ui.fault.NOT_VALID');
    const fieldTree: unknown = Reflect.get(form, path.at(-1) ?? '');
    return typeof fieldTree === 'function' ? { fieldTree: fieldTree as () => unknown, message: sentence } : sentence;
  };
}
