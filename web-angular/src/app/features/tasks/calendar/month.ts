import { today } from '../../../core/days';

/** A month as it stands in the address: `2026-05`. */
export type Month = string;

export function isMonth(text: string | undefined): text is Month {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text ?? '');
}

export function monthOf(day: string): Month {
  return day.slice(0, 7);
}

export function thisMonth(): Month {
  return monthOf(today());
}

export function monthsLater(month: Month, count: number): Month {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + count, 1)).toISOString().slice(0, 7);
}

/** The weeks that show a whole month, each from the first day of a week (1 is Monday, 7 is Sunday). */
export function weeksOf(month: Month, firstWeekday = 1): readonly (readonly string[])[] {
  const first = new Date(`${month}-01T00:00:00Z`);
  const before = (first.getUTCDay() - firstWeekday + 7) % 7;
  const days = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return Array.from({ length: Math.ceil((before + days) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => {
      const day = new Date(first);
      day.setUTCDate(1 - before + week * 7 + weekday);
      return day.toISOString().slice(0, 10);
    }),
  );
}
