import type { Sentence } from '../forms/submission';
import type { Translate } from '../i18n/texts';
import type { FieldFault } from './auth-requests';

/** The same floor as the API's; it has the last word. */
export const minPasswordLength = 10;

/** Codes of bad input that have their own words; for the rest the API's sentence stands. */
const worded = new Set([
  'REQUIRED',
  'TOO_LONG',
  'NOT_VALID',
  'OUT_OF_RANGE',
  'NOT_FOUND',
  'TOO_MANY',
  'PASSWORD_TOO_SHORT',
  'PASSWORD_TOO_LONG',
  'PASSWORD_TOO_COMMON',
  'PASSWORD_NAMES_YOU',
]);

/** Places each fault of an INVALID_INPUT problem beside the field of that name, or at the top of the form. */
export function faultsBeside(
  problem: { readonly errors?: readonly FieldFault[] },
  fields: Readonly<Record<string, () => unknown>>,
  t: Translate,
): readonly Sentence[] {
  const faults = problem.errors ?? [];
  if (faults.length === 0) return [t('ui.invalid.other')];
  return faults.map(({ path, code, message }) => {
    const name = (typeof path === 'string' ? path.split('.') : path).at(-1) ?? '';
    const sentence = worded.has(code) ? t(`ui.fault.${code}`) : message;
    const fieldTree = fields[name];
    return fieldTree ? { fieldTree, message: sentence } : sentence;
  });
}
