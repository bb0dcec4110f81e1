interface OfADay {
  readonly dueOn: string;
}

export interface Month<TRow> {
  /** As it is written in front of its days: `2026-12`. */
  readonly month: string;
  readonly rows: readonly TRow[];
}

/** Rows in the order of their days, month after month. */
export function byMonth<TRow extends OfADay>(rows: readonly TRow[]): readonly Month<TRow>[] {
  const months = [...new Set(rows.map(({ dueOn }) => dueOn.slice(0, 7)))];
  return months.map((month) => ({ month, rows: rows.filter(({ dueOn }) => dueOn.startsWith(month)) }));
}
