import { inject } from '@angular/core';

import { injectInputSentence } from '../forms/input-sentence';
import type { Sentence } from '../forms/submission';
import { Texts } from '../i18n/texts';
import type { Problem } from './auth-requests';

/** The same floor as the API's; it has the last word. */
export const minPasswordLength = 10;

/** Places each fault of an INVALID_INPUT problem beside the field of that name, or at the top of the form. */
export function injectInputFaults(): (problem: Problem<string>, fields: object) => readonly Sentence[] {
  const { t } = inject(Texts);
  const sentence = injectInputSentence();
  return ({ errors = [] }, fields) =>
    errors.length > 0 ? errors.map((fault) => sentence(fault, fields)) : [t('ui.invalid.other')];
}
