import { inject } from '@angular/core';

import { Formats } from '../../../core/i18n/formats';
import { injectTexts } from '../../../core/i18n/texts';
import { readRule, type Weekday, weekdays } from './rule';

/** When a duty is due, in words: "every Saturday". A rule that has none is shown as it is written. */
export function injectRuleWords(): (rule: string, firstOn: string) => string {
  const t = injectTexts();
  const formats = inject(Formats);
  const nameOf = (day: Weekday) => formats.weekdayName(weekdays.indexOf(day));
  return (text, firstOn) => {
    const rule = readRule(text, firstOn);
    switch (rule?.every) {
      case undefined:
        return text;
      case 'DAY':
        return t.plural('duties.rule.days', rule.interval);
      case 'WEEK':
        return t.plural('duties.rule.weeks', rule.interval, { days: formats.list(rule.on.map(nameOf)) });
      case 'MONTH':
        return 'day' in rule
          ? t.plural('duties.rule.monthsOnDay', rule.interval, { day: formats.number(rule.day) })
          : t.plural('duties.rule.monthsOnWeekday', rule.interval, {
              ordinal: t(`duties.rule.ordinal.${rule.ordinal}`),
              day: nameOf(rule.weekday),
            });
    }
  };
}
