import { inject } from '@angular/core';

import { today } from '../days';
import { Formats } from './formats';
import { Texts } from './texts';

/** A stretch of days in words; both ends belong to it, and no end means that it goes on. */
export function injectPeriods(): (from: string, until: string | null) => string {
  const { t } = inject(Texts);
  const formats = inject(Formats);
  return (from, until) => {
    if (until) return t('words.period.between', { from: formats.day(from), until: formats.day(until) });
    return t(from > today() ? 'words.period.from' : 'words.period.since', { from: formats.day(from) });
  };
}
