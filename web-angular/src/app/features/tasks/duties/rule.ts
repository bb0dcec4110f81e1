/** Monday first, as RFC 5545 writes them. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof weekdays)[number];

/** Which one of its weekday in the month; -1 is the last. */
export const ordinals = [1, 2, 3, 4, -1] as const;
export type Ordinal = (typeof ordinals)[number];

/** The rules that can be said in plain words and chosen by plain fields. */
export type PlainRule =
  | { readonly every: 'DAY'; readonly interval: number }
  | { readonly every: 'WEEK'; readonly interval: number; readonly on: readonly Weekday[] }
  | { readonly every: 'MONTH'; readonly interval: number; readonly day: number }
  | { readonly every: 'MONTH'; readonly interval: number; readonly ordinal: Ordinal; readonly weekday: Weekday };

const frequencies: Readonly<Record<PlainRule['every'], string>> = { DAY: 'DAILY', WEEK: 'WEEKLY', MONTH: 'MONTHLY' };

/** The weekday of a day. */
export function weekdayOf(day: string): Weekday {
  return weekdays[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 'MO';
}

/** Reads a recurrence rule; null for one that is not plain. What it leaves open, the first day says. */
export function readRule(text: string, firstOn: string): PlainRule | null {
  const parts = new Map(
    text
      .trim()
      .replace(/^RRULE:/i, '')
      .toUpperCase()
      .split(';')
      .filter(Boolean)
      .map((part) => part.split('=', 2) as [string, string]),
  );
  // A week that begins on a Monday is what the standard takes for granted.
  if (parts.get('WKST') === 'MO') parts.delete('WKST');
  const interval = Number(parts.get('INTERVAL') ?? 1);
  if (!Number.isInteger(interval) || interval < 1) return null;
  const only = (...names: string[]) => [...parts.keys()].every((name) => ['FREQ', 'INTERVAL', ...names].includes(name));
  switch (parts.get('FREQ')) {
    case 'DAILY':
      return only() ? { every: 'DAY', interval } : null;
    case 'WEEKLY': {
      const on = parts.get('BYDAY')?.split(',') ?? [weekdayOf(firstOn)];
      return only('BYDAY') && on.every(isWeekday)
        ? { every: 'WEEK', interval, on: weekdays.filter((day) => on.includes(day)) }
        : null;
    }
    case 'MONTHLY':
      if (parts.has('BYDAY')) return only('BYDAY', 'BYSETPOS') ? onWeekday(parts, interval) : null;
      return only('BYMONTHDAY') ? onDay(parts.get('BYMONTHDAY') ?? String(Number(firstOn.slice(8))), interval) : null;
    default:
      return null;
  }
}

/** Writes a plain rule as RFC 5545 does. */
export function writeRule(rule: PlainRule): string {
  const parts = [`FREQ=${frequencies[rule.every]}`];
  if (rule.interval > 1) parts.push(`INTERVAL=${rule.interval}`);
  if (rule.every === 'WEEK') parts.push(`BYDAY=${weekdays.filter((day) => rule.on.includes(day)).join()}`);
  if ('day' in rule) parts.push(`BYMONTHDAY=${rule.day}`);
  if ('weekday' in rule) parts.push(`BYDAY=${rule.ordinal}${rule.weekday}`);
  return parts.join(';');
}

function onWeekday(parts: ReadonlyMap<string, string>, interval: number): PlainRule | null {
  const [, before, weekday] = /^([+-]?\d+)?([A-Z]{2})$/.exec(parts.get('BYDAY') ?? '') ?? [];
  const ordinal = ordinals.find((one) => one === Number(before ?? parts.get('BYSETPOS')));
  const both = before !== undefined && parts.has('BYSETPOS');
  return ordinal && weekday && isWeekday(weekday) && !both ? { every: 'MONTH', interval, ordinal, weekday } : null;
}

function onDay(text: string, interval: number): PlainRule | null {
  const day = Number(text);
  return Number.isInteger(day) && day >= 1 && day <= 31 ? { every: 'MONTH', interval, day } : null;
}

function isWeekday(text: string): text is Weekday {
  return weekdays.some((day) => day === text);
}
