import { Injectable, signal, untracked } from '@angular/core';

const place = 'cooperator.kept';

type Lists = Readonly<Record<string, readonly unknown[]>>;

/**
 * What waits for the network, kept through a reload and until its owner signs out. It belongs to one tab: two of them would
 * send the same thing twice.
 */
@Injectable({ providedIn: 'root' })
export class Kept {
  readonly #lists = signal<Lists>(stored());

  list<T>(name: string): readonly T[] {
    return (this.#lists()[name] ?? []) as readonly T[];
  }

  replace(name: string, items: readonly unknown[]): void {
    this.#keep({ ...untracked(this.#lists), [name]: items });
  }

  forget(): void {
    this.#keep({});
  }

  #keep(lists: Lists): void {
    this.#lists.set(lists);
    try {
      sessionStorage.setItem(place, JSON.stringify(lists));
    } catch {
      // No room, or none allowed: it is kept for as long as the page is open.
    }
  }
}

function stored(): Lists {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? '{}') as Lists;
  } catch {
    // Not ours, or of a version that wrote it otherwise.
    return {};
  }
}
