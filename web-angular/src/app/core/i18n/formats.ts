import { computed, inject, Injectable } from '@angular/core';

import { formatter } from './formatter';
import { regionalTag } from './locales';
import { Texts } from './texts';

const aDay = 86_400;
const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['hour', 3_600],
  ['minute', 60],
];

/** Dates and numbers as the chosen language writes them; reactive like the words. */
@Injectable({ providedIn: 'root' })
export class Formats {
  readonly #texts = inject(Texts);
  readonly #locale = computed(() => regionalTag(this.#texts.locale()));

  number(value: number, options?: Intl.NumberFormatOptions): string {
    return formatter(Intl.NumberFormat, this.#locale(), options).format(value);
  }

  /** A day without a time (`2026-05-01`), the same in every time zone. */
  day(iso: string): string {
    return this.#utc({ dateStyle: 'medium' }, iso);
  }

  /** A day where there is little room: the year only when it is another one. */
  shortDay(iso: string, now = new Date()): string {
    if (!iso.startsWith(`${now.getFullYear()}-`)) return this.day(iso);
    return this.#utc({ day: 'numeric', month: 'short' }, iso);
  }

  /** A month (`2026-05`): "May 2026". */
  month(iso: string): string {
    return this.#utc({ month: 'long', year: 'numeric' }, `${iso}-01`);
  }

  weekday(iso: string): string {
    return this.#utc({ weekday: 'short' }, iso);
  }

  weekdayAndDay(iso: string): string {
    return this.#utc({ weekday: 'long', day: 'numeric', month: 'long' }, iso);
  }

  /** Where weeks begin: 1 is Monday, 7 is Sunday. */
  firstWeekday(): number {
    // Not every browser can say it; Monday is right in most of the world.
    const locale = new Intl.Locale(this.#locale()) as Intl.Locale & { getWeekInfo?: () => { firstDay: number } };
    return locale.getWeekInfo?.().firstDay ?? 1;
  }

  /** A day with its weekday where there is little room: "Sat, 5 Dec". */
  shortWeekdayAndDay(iso: string): string {
    return this.#utc({ weekday: 'short', day: 'numeric', month: 'short' }, iso);
  }

  /** The name of a weekday, counted from 0 for Monday. */
  weekdayName(day: number): string {
    // 12 January 1970 was a Monday.
    return this.#utc({ weekday: 'long' }, `1970-01-${12 + day}`);
  }

  /** The name of a language, by its code (`DE`). */
  language(code: string): string {
    return formatter(Intl.DisplayNames, this.#locale(), { type: 'language' }).of(code.toLowerCase()) ?? code;
  }

  /** "Alma, Kim and Jonas". */
  list(names: readonly string[]): string {
    return formatter(Intl.ListFormat, this.#locale()).format(names);
  }

  moment(iso: string): string {
    return formatter(Intl.DateTimeFormat, this.#locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(
      new Date(iso),
    );
  }

  /** "3 hours ago"; a date once a week has passed. */
  ago(iso: string, now = Date.now()): string {
    const seconds = Math.round((new Date(iso).getTime() - now) / 1000);
    if (Math.abs(seconds) > 7 * aDay) return this.moment(iso);
    const format = formatter(Intl.RelativeTimeFormat, this.#locale(), { numeric: 'auto' });
    // Yesterday is the day before, however many hours ago that was.
    if (Math.abs(seconds) >= aDay) return format.format(dayNumber(new Date(iso)) - dayNumber(new Date(now)), 'day');
    const step = steps.find(([, size]) => Math.abs(seconds) >= size);
    return step ? format.format(Math.trunc(seconds / step[1]), step[0]) : format.format(0, 'minute');
  }

  /** Days have no time zone: they are written where they are read. */
  #utc(options: Intl.DateTimeFormatOptions, day: string): string {
    const format = formatter(Intl.DateTimeFormat, this.#locale(), { ...options, timeZone: 'UTC' });
    return format.format(new Date(`${day}T00:00:00Z`));
  }
}

/** Days counted as the calendar of this device does, where one may have 23 hours. */
function dayNumber(moment: Date): number {
  return Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate()) / (aDay * 1000);
}
