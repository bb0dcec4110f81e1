import { type Ordinal, type PlainRule, readRule, type Weekday, weekdayOf, writeRule } from './rule';

/** A rule as the fields of a form hold it: all that was chosen, also what another choice has no use for. */
export interface RuleChoice {
  readonly every: PlainRule['every'] | 'OTHER';
  readonly interval: number | null;
  readonly on: readonly Weekday[];
  readonly monthly: 'DAY' | 'WEEKDAY';
  readonly day: number | null;
  readonly ordinal: string;
  readonly weekday: Weekday;
  readonly text: string;
}

/** The fields for a rule; those of every week when there is none yet. */
export function choiceOf(text: string | null, firstOn: string): RuleChoice {
  const weekday = weekdayOf(firstOn);
  const none: RuleChoice = {
    every: 'WEEK',
    interval: 1,
    on: [weekday],
    monthly: 'WEEKDAY',
    day: Number(firstOn.slice(8)),
    ordinal: '1',
    weekday,
    text: text ?? `FREQ=WEEKLY;BYDAY=${weekday}`,
  };
  if (text === null) return none;
  const rule = readRule(text, firstOn);
  if (!rule) return { ...none, every: 'OTHER' };
  const { every, interval } = rule;
  if (rule.every === 'WEEK') return { ...none, every, interval, on: rule.on };
  if ('day' in rule) return { ...none, every, interval, monthly: 'DAY', day: rule.day };
  if ('weekday' in rule) return { ...none, every, interval, ordinal: String(rule.ordinal), weekday: rule.weekday };
  return { ...none, every, interval };
}

/** The rule that was chosen, as RFC 5545 writes it. */
export function ruleOf(choice: RuleChoice): string {
  const { every, on, weekday } = choice;
  const interval = choice.interval ?? 1;
  switch (every) {
    case 'OTHER':
      return choice.text.trim();
    case 'DAY':
      return writeRule({ every, interval });
    case 'WEEK':
      return writeRule({ every, interval, on });
    case 'MONTH':
      return choice.monthly === 'DAY'
        ? writeRule({ every, interval, day: choice.day ?? 1 })
        : writeRule({ every, interval, ordinal: Number(choice.ordinal) as Ordinal, weekday });
  }
}
