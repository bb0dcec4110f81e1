import type { Translate } from '../../../core/i18n/texts';

interface Fault {
  readonly code: string;
  readonly message: string;
}

/** Why a row can not be taken, in the language of the reader. A code newer than this app keeps the server's sentence. */
export function faultSentence({ code, message }: Fault, t: Translate): string {
  const sentence = `lists.fault.${code}`;
  return t.has(sentence) ? t(sentence) : message;
}
