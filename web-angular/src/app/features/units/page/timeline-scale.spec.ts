import { describe, expect, it } from 'vitest';

import { timelineScale } from './timeline-scale';

describe('The scale of a timeline', () => {
  it('begins with the first day and lets what goes on reach the edge', () => {
    const { bars, now } = timelineScale(
      [
        { from: '2024-01-01', until: null },
        { from: '2020-01-01', until: '2023-12-31' },
      ],
      '2026-01-01',
    );

    expect(bars[1]?.start).toBe(0);
    expect(bars[1]?.open).toBe(false);
    expect(bars[0]?.open).toBe(true);
    expect((bars[0]?.start ?? 0) + (bars[0]?.width ?? 0)).toBe(100);
    // No gap between the last day of one and the first of the next.
    expect((bars[1]?.start ?? 0) + (bars[1]?.width ?? 0)).toBeCloseTo(bars[0]?.start ?? 0, 1);
    expect(now).toBeGreaterThan(95);
  });

  it('names at most about eight years', () => {
    const { years } = timelineScale([{ from: '1965-03-01', until: null }], '2026-01-01');

    expect(years.length).toBeLessThanOrEqual(8);
    expect(years[0]?.year).toBe(1966);
  });

  it('still has an axis when nobody ever lived there', () => {
    expect(timelineScale([], '2026-01-01').bars).toEqual([]);
  });
});
