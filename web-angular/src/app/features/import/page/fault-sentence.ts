import type { Translate } from '../../../core/i18n/texts';

interface Fault {
  readonly code: string;
  readonly message: string;
}

const worded = new Set([
  'ALREADY_IN_HOUSEHOLD',
  'AMBIGUOUS_DATE',
  'BROKEN_QUOTES',
  'BUILDING_NAME_TAKEN',
  'COLUMN_MISSING',
  'COLUMN_TWICE',
  'COMMON_PLACE_CANNOT_BE_LET',
  'CONTROL_CHARACTER',
  'DATE_OUT_OF_RANGE',
  'INVALID_DATE',
  'INVALID_EMAIL',
  'INVALID_ID',
  'INVALID_INPUT',
  'INVALID_NUMBER',
  'LAST_ADMIN',
  'LEFT_BEFORE_JOINED',
  'MEMBER_STILL_LIVES_HERE',
  'MEMBERSHIP_NOT_CURRENT',
  'MEMBERSHIP_PERIODS_OVERLAP',
  'MIXED_ENCODING',
  'NOT_IN_HOUSEHOLD',
  'OTHER_HOME',
  'OTHER_JOINED_ON',
  'OTHER_LEFT_ON',
  'OTHER_ROLE',
  'REQUIRED',
  'ROLE_ALREADY_GRANTED',
  'ROLE_OUTSIDE_MEMBERSHIP',
  'ROW_TWICE',
  'SEVERAL_OF_THIS_NAME',
  'TOO_LONG',
  'TOO_MANY_VALUES',
  'UNIT_ALREADY_LET',
  'UNIT_IS_LET',
  'UNIT_NUMBER_TAKEN',
  'UNKNOWN_BUILDING',
  'UNKNOWN_ID',
  'UNKNOWN_UNIT',
  'UNKNOWN_WORD',
  'UNREADABLE_FILE',
]);

/** Why a row can not be taken, in the language of the reader. A code newer than this app keeps the server's sentence. */
export function faultSentence({ code, message }: Fault, t: Translate): string {
  return worded.has(code) ? t(`lists.fault.${code}`) : message;
}
