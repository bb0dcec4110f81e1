interface Stretch {
  readonly from: string;
  readonly until: string | null;
}

export interface Bar {
  /** Percent from the left edge. */
  readonly start: number;
  readonly width: number;
  /** It goes on beyond the right edge. */
  readonly open: boolean;
}

export interface Scale {
  readonly bars: readonly Bar[];
  readonly years: readonly { readonly year: number; readonly at: number }[];
  readonly now: number;
}

const day = 86_400_000;
const instant = (iso: string) => Date.parse(`${iso}T00:00:00Z`);

/** Lays stretches of days onto one axis, from the first of them to a little after today. */
export function timelineScale(stretches: readonly Stretch[], today: string): Scale {
  const ends = stretches.flatMap(({ from, until }) => [instant(from), until ? instant(until) + day : instant(from)]);
  const first = Math.min(instant(today) - 365 * day, ...ends);
  const last = Math.max(instant(today), ...ends) + 60 * day;
  const at = (time: number) => Math.round(((time - first) / (last - first)) * 10_000) / 100;

  const bars = stretches.map(({ from, until }) => {
    const start = at(instant(from));
    const end = until ? at(instant(until) + day) : 100;
    return { start, width: Math.max(end - start, 0.5), open: until === null };
  });
  const firstYear = new Date(first).getUTCFullYear() + 1;
  const count = new Date(last).getUTCFullYear() - firstYear + 1;
  // At most about eight names fit below the axis.
  const step = Math.max(1, Math.ceil(count / 8));
  const years = Array.from({ length: Math.max(count, 0) }, (_, index) => firstYear + index)
    .filter((year) => (year - firstYear) % step === 0)
    .map((year) => ({ year, at: at(Date.UTC(year, 0, 1)) }))
    // A name beside the right edge would be cut off.
    .filter((tick) => tick.at < 94);
  return { bars, years, now: at(instant(today)) };
}
