import { Injectable } from '@angular/core';

/** What was typed into forms that were left before it was sent; for as long as the page is open. */
@Injectable({ providedIn: 'root' })
export class Drafts {
  readonly #kept = new Map<string, unknown>();

  keep(form: string, typed: unknown): void {
    this.#kept.set(form, typed);
  }

  /** Hands a draft over; it is kept again if the form is left again. */
  take(form: string): unknown {
    const typed = this.#kept.get(form);
    this.#kept.delete(form);
    return typed;
  }

  clear(): void {
    this.#kept.clear();
  }
}
