import { getByRole } from '@testing-library/dom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { stage } from '../../testing/stage';
import { More } from './more';

/** Tells of the end of the list when the test says so: once for each time it is observed, as a browser does without a change. */
class Sight {
  static seen: ((before?: readonly { isIntersecting: boolean }[]) => void) | undefined;
  readonly #tell: (entries: { isIntersecting: boolean }[]) => void;

  constructor(tell: (entries: { isIntersecting: boolean }[]) => void) {
    this.#tell = tell;
  }
  observe(): void {
    Sight.seen = (before = []) => {
      Sight.seen = undefined;
      this.#tell([...before, { isIntersecting: true }]);
    };
  }
  unobserve(): void {
    Sight.seen = undefined;
  }
  disconnect(): void {
    Sight.seen = undefined;
  }
}

describe('The end of a list', () => {
  beforeEach(() => vi.stubGlobal('IntersectionObserver', Sight));
  afterEach(() => vi.unstubAllGlobals());

  it('asks again while it is in sight, although nothing changed in between', async () => {
    const more = vi.fn();
    await stage(More, { outputs: { more } });
    Sight.seen?.();
    Sight.seen?.();
    expect(more).toHaveBeenCalledTimes(2);
  });

  it('believes the last of several sightings', async () => {
    const more = vi.fn();
    await stage(More, { outputs: { more } });
    Sight.seen?.([{ isIntersecting: false }]);
    expect(more).toHaveBeenCalledOnce();
  });

  it('waits while a page is on its way', async () => {
    await stage(More, { inputs: { loading: true } });
    expect(Sight.seen).toBeUndefined();
  });

  it('goes on only when it is pressed after something went wrong', async () => {
    const more = vi.fn();
    const { element, user } = await stage(More, { inputs: { failed: true }, outputs: { more } });
    expect(Sight.seen).toBeUndefined();
    await user.click(getByRole(element, 'button'));
    expect(more).toHaveBeenCalledOnce();
  });
});
