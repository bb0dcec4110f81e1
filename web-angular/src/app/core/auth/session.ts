import { HttpClient } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';

import { Drafts } from '../../ui/drafts';

export type CoopRole = 'ADMIN' | 'MAINTAINER' | 'RESIDENT' | 'OBSERVER';

export interface SignedInAccount {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly language: string;
  readonly superuser: boolean;
}

export interface CoopMembership {
  readonly slug: string;
  readonly name: string;
  readonly roles: readonly CoopRole[];
  readonly memberId: string;
}

export type SessionAnswer =
  | { readonly signedIn: false }
  | {
      readonly signedIn: true;
      readonly account: SignedInAccount;
      readonly coops: readonly CoopMembership[];
      readonly expiresAt: string;
    };

/** What a right password brings: the session, or the question for the second step. */
export type SignInAnswer = SessionAnswer | { readonly secondFactor: readonly string[] };

type SessionState = SessionAnswer | 'unknown';

/** Who is signed in, as the server says. The cookie itself is out of reach of scripts. */
@Injectable({ providedIn: 'root' })
export class Session {
  readonly #http = inject(HttpClient);
  readonly #state = signal<SessionState>('unknown');
  readonly #drafts = inject(Drafts);
  #asked: Promise<void> | undefined;
  #owner: string | undefined;

  readonly signedIn = computed(() => this.#signedIn() !== null);
  // Asked again, they are the same as long as they say the same: whatever listens or has asked for them goes on.
  readonly account = computed(() => this.#signedIn()?.account ?? null, { equal: saysTheSame });
  readonly coops = computed(() => this.#signedIn()?.coops ?? [], { equal: saysTheSame });

  /** Resolves once the server has said who this is; rejects when it cannot be reached. */
  ready(): Promise<void> {
    this.#asked ??= this.reload().catch((error: unknown) => {
      // The next navigation asks again.
      this.#asked = undefined;
      throw error;
    });
    return this.#asked;
  }

  async reload(): Promise<void> {
    this.adopt(await this.ask());
  }

  /** What the server says now, not taken over yet. */
  ask(): Promise<SessionAnswer> {
    return firstValueFrom(this.#http.get<SessionAnswer>('/auth/session'));
  }

  adopt(answer: SessionAnswer): void {
    // What one person typed is not for the next one at this screen.
    if (answer.signedIn && answer.account.id !== this.#owner) {
      this.#drafts.clear();
      this.#owner = answer.account.id;
    }
    this.#asked = Promise.resolve();
    this.#state.set(answer);
  }

  /** The server no longer knows this session. */
  end(): void {
    this.adopt({ signedIn: false });
  }

  #signedIn() {
    const state = this.#state();
    return state !== 'unknown' && state.signedIn ? state : null;
  }
}

function saysTheSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
