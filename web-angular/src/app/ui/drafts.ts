import { Injectable } from '@angular/core';

/** What was typed into forms that were left before it was sent; for as long as the page is open. */
@Injectable({ providedIn: 'root' })
export class Drafts {
  #kept = new Map<string, unknown>();

  keep(form: string, typed: unknown): void {
    this.#kept.set(form, typed);
  }

  /** For a form left before its answer is there: keeps what was typed when asked to, unless all was cleared since. */
  later(form: string, typed: unknown): () => void {
    const kept = this.#kept;
    return () => kept.set(form, typed);
  }

  /** Hands a draft over; it is kept again if the form is left again. */
  take(form: string): unknown {
    const typed = this.#kept.get(form);
    this.#kept.delete(form);
    return typed;
  }

  clear(): void {
    this.#kept = new Map();
  }
}
