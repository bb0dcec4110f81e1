import { inject } from '@angular/core';

import { injectPeriods } from '../../../core/i18n/periods';
import { Texts } from '../../../core/i18n/texts';

interface AlreadyLet {
  readonly unitNumber: string;
  readonly from: string;
  readonly until: string | null;
}

/** Says who is in the way: the days on which the unit is let. */
export function injectAlreadyLet(
  sentence: 'units.refused.alreadyLet' | 'units.refused.isLet' = 'units.refused.alreadyLet',
): (refusal: AlreadyLet) => string {
  const { t } = inject(Texts);
  const period = injectPeriods();
  return ({ unitNumber, from, until }) => t(sentence, { unit: unitNumber, period: period(from, until) });
}
