import { Injectable, signal } from '@angular/core';

const prefix = 'cooperator.kept.';

/** Something that waits, and the place it is kept at. */
export type KeptItem<T> = T & { readonly at: string };

/**
 * What waits for the network, kept through reloads and closed tabs until its owner signs out. All tabs share it: each
 * thing has a place of its own, so that they never write over each other. Places sort in the order of keeping.
 */
@Injectable({ providedIn: 'root' })
export class Kept {
  readonly #all = signal<ReadonlyMap<string, object>>(stored());

  constructor() {
    // Another tab has kept or sent something.
    addEventListener('storage', ({ key }) => {
      if (key === null || key.startsWith(prefix)) this.#all.set(stored());
    });
  }

  list<T extends object>(name: string): readonly KeptItem<T>[] {
    return [...this.#all()]
      .filter(([at]) => at.startsWith(`${prefix}${name}.`))
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([at, item]) => ({ ...(item as T), at }));
  }

  /** Returns the place it is kept at. */
  add(name: string, item: object): string {
    // Behind what is there, even within the same millisecond.
    const last = Number(this.list(name).at(-1)?.at.split('.').at(-2) ?? 0);
    const at = `${prefix}${name}.${Math.max(Date.now(), last + 1)}.${Math.random().toString(36).slice(2)}`;
    localStorage.setItem(at, JSON.stringify(item));
    this.#all.set(stored());
    return at;
  }

  remove(at: string): void {
    localStorage.removeItem(at);
    this.#all.set(stored());
  }

  forget(): void {
    for (const at of places()) localStorage.removeItem(at);
    this.#all.set(stored());
  }

  /** Does some work in one tab at a time, knowing what the others have left. */
  async alone(name: string, work: () => Promise<void>): Promise<void> {
    const informed = () => {
      this.#all.set(stored());
      return work();
    };
    // Only an address without TLS, other than this machine's, has no locks.
    const locks = navigator.locks as LockManager | undefined;
    await (locks ? locks.request(prefix + name, informed) : informed());
  }
}

function places(): readonly string[] {
  return Object.keys(localStorage).filter((at) => at.startsWith(prefix));
}

function stored(): ReadonlyMap<string, object> {
  return new Map(
    places().flatMap((at) => {
      const item = read(at);
      return item ? [[at, item]] : [];
    }),
  );
}

function read(at: string): object | null {
  try {
    return JSON.parse(localStorage.getItem(at) ?? 'null') as object | null;
  } catch {
    // Of a version that wrote it otherwise.
    return null;
  }
}
