import { computed, inject, Injectable, signal } from '@angular/core';

import { type CoopRole, Session } from './session';

const remembered = 'cooperator.coop';

/** What each role may do besides its own: the board may do what maintainers may, and so on. */
const includes: Readonly<Record<CoopRole, readonly CoopRole[]>> = {
  ADMIN: ['ADMIN', 'MAINTAINER', 'RESIDENT'],
  MAINTAINER: ['MAINTAINER', 'RESIDENT'],
  RESIDENT: ['RESIDENT'],
  OBSERVER: ['OBSERVER'],
};

/** The co-op this tab works in: from the address, else the one used last. */
@Injectable({ providedIn: 'root' })
export class ActiveCoop {
  readonly #session = inject(Session);
  readonly #slug = signal<string | null>(localStorage.getItem(remembered));

  readonly membership = computed(() => this.#session.coops().find((coop) => coop.slug === this.#slug()) ?? null);
  /** None when the one used last is not, or no longer, this person's. */
  readonly slug = computed(() => this.membership()?.slug ?? null);
  readonly name = computed(() => this.membership()?.name ?? '');

  /** Whether the signed-in person may act in this role here. */
  may(role: CoopRole): boolean {
    return this.membership()?.roles.some((held) => includes[held].includes(role)) ?? false;
  }

  /** A router link inside the co-op: `link('members', id)`. */
  link(...segments: readonly string[]): readonly string[] {
    return ['/c', this.slug() ?? '', ...segments];
  }

  enter(slug: string): void {
    localStorage.setItem(remembered, slug);
    this.#slug.set(slug);
  }
}
