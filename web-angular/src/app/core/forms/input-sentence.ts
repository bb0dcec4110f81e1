import { inject } from '@angular/core';

import { Formats } from '../i18n/formats';
import { Texts } from '../i18n/texts';
import type { Sentence } from './submission';

/** What is wrong with one value: an `InvalidInputError` of a mutation, or one of the `errors` of an HTTP problem. */
export interface InputFault {
  readonly code: string;
  readonly message: string;
  readonly path: string | readonly string[];
  /** The limits that the sentence speaks of. */
  readonly min?: number | null;
  readonly max?: number | null;
}

/** Says what is wrong with one value, beside its field when `fields` has one of the name it bears in the input. */
export function injectInputSentence(): (fault: InputFault, fields: object) => Sentence {
  const { t } = inject(Texts);
  const formats = inject(Formats);
  const limit = (value?: number | null) => (typeof value === 'number' ? formats.number(value) : '');

  return ({ code, message, path, min, max }, fields) => {
    const key = `ui.fault.${code}`;
    const words = t(key, { min: limit(min), max: limit(max) });
    // A server newer than this page may know a fault that the page does not: its English is better than nothing.
    const sentence = words === key ? message : words;
    const name = (typeof path === 'string' ? path.split('.') : path).at(-1) ?? '';
    const fieldTree: unknown = Reflect.get(fields, name);
    return typeof fieldTree === 'function' ? { fieldTree: fieldTree as () => unknown, message: sentence } : sentence;
  };
}
