import { TestBed } from '@angular/core/testing';

import { Kept } from './kept';

describe('What waits for the network', () => {
  const names = (kept: Kept) => kept.list<{ name: string }>('moves').map(({ name }) => name);

  afterEach(() => {
    localStorage.clear();
  });

  it('is there in the order of keeping, for the next page too', () => {
    const kept = TestBed.inject(Kept);
    for (const name of ['first', 'second', 'third']) kept.add('moves', { name });
    kept.add('others', { name: 'elsewhere' });

    expect(names(kept)).toEqual(['first', 'second', 'third']);
    kept.remove(kept.list('moves')[1]?.at ?? '');
    expect(names(TestBed.runInInjectionContext(() => new Kept()))).toEqual(['first', 'third']);
  });

  it('is known to the other tabs, and what they have sent is gone here', () => {
    const [here, there] = TestBed.runInInjectionContext(() => [new Kept(), new Kept()]);
    const at = here.add('moves', { name: 'moved here' });
    const tell = () => dispatchEvent(new StorageEvent('storage', { key: at }));

    expect(names(there)).toEqual([]);
    tell();
    expect(names(there)).toEqual(['moved here']);
    there.add('moves', { name: 'moved there' });
    there.remove(at);
    tell();
    expect(names(here)).toEqual(['moved there']);
  });

  it('passes over what it can not read', () => {
    localStorage.setItem('cooperator.kept.moves.1.x', '{');
    const kept = TestBed.inject(Kept);
    expect(names(kept)).toEqual([]);
    kept.forget();
    expect(Object.keys(localStorage)).toEqual([]);
  });

  it('looks again before it works alone', async () => {
    const kept = TestBed.inject(Kept);
    localStorage.setItem('cooperator.kept.moves.1.x', JSON.stringify({ name: 'left by another tab' }));
    let seen: readonly string[] = [];
    await kept.alone('moves', async () => {
      seen = names(kept);
      await Promise.resolve();
    });
    expect(seen).toEqual(['left by another tab']);
  });
});
