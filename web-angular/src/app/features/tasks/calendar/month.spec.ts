import { describe, expect, it } from 'vitest';

import { isMonth, monthsLater, weeksOf } from './month';

describe('A month', () => {
  it('is shown in whole weeks', () => {
    const weeks = weeksOf('2026-11');
    expect(weeks.length).toBe(6);
    expect(weeks[0]?.[0]).toBe('2026-10-26');
    expect(weeks.at(-1)?.at(-1)).toBe('2026-12-06');
    expect(weeksOf('2027-02').length).toBe(4);
    expect(weeksOf('2026-11', 7)[0]?.[0]).toBe('2026-11-01');
  });

  it('follows the other, over the year', () => {
    expect(monthsLater('2026-12', 1)).toBe('2027-01');
    expect(monthsLater('2026-01', -1)).toBe('2025-12');
  });

  it('is told from anything else', () => {
    expect(['2026-05', '2026-13', 'May', undefined].map(isMonth)).toEqual([true, false, false, false]);
  });
});
