import { computed, inject, Injectable, signal } from '@angular/core';
import { type Client, createClient } from 'graphql-ws';

import { ActiveCoop } from '../auth/active-coop';

const terminated = 4499;
const forbidden = 4403;

type ConnectionState = 'idle' | 'connecting' | 'live' | 'lost';

/** The one WebSocket of this tab. It reconnects for as long as anything listens, and says so while it cannot. */
@Injectable({ providedIn: 'root' })
export class LiveConnection {
  readonly #activeCoop = inject(ActiveCoop);
  readonly #state = signal<ConnectionState>('idle');
  readonly #resumptions = signal(0);
  readonly #refusals = signal(0);

  /** Whether what is on screen may be behind. */
  readonly stale = computed(() => this.#state() === 'lost');
  /** Grows each time a lost connection is back: whoever shows live data asks again. */
  readonly resumptions = this.#resumptions.asReadonly();
  /** Grows each time the server closes the connection because something is over: the session, or the membership. */
  readonly refusals = this.#refusals.asReadonly();

  readonly client: Client = createClient({
    url: () => new URL('/graphql', location.href).href.replace(/^http/, 'ws'),
    connectionParams: () => ({ coop: this.#activeCoop.slug() }),
    keepAlive: 15_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: waitBeforeRetry,
    on: {
      connecting: (isRetry) => {
        if (!isRetry) this.#state.set('connecting');
      },
      connected: (_socket, _payload, wasRetry) => {
        this.#state.set('live');
        if (wasRetry) this.#resumptions.update((count) => count + 1);
      },
      closed: (event) => {
        this.#state.set(closedOnPurpose(event) ? 'idle' : 'lost');
        if (codeOf(event) === forbidden) this.#refusals.update((count) => count + 1);
      },
    },
  });

  /** Drops the socket: the next subscription signs in anew, as another person or in another co-op. */
  reset(): void {
    this.client.terminate();
    this.#state.set('idle');
  }
}

/** Nobody listens any more (1000), or we dropped the socket ourselves to sign in anew. */
function closedOnPurpose(event: unknown): boolean {
  const code = codeOf(event);
  return code === 1000 || code === terminated;
}

function codeOf(event: unknown): unknown {
  return (event as { code?: unknown } | null)?.code;
}

/** 1 s, 2 s, 4 s … at most 30 s, each shortened by chance, so that a restarted server is not stormed. */
export function pauseAfter(retries: number): number {
  return Math.min(30_000, 1000 * 2 ** retries) * (0.5 + Math.random() / 2);
}

function waitBeforeRetry(retries: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, pauseAfter(retries)));
}
