import { HttpClient, type HttpErrorResponse } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';

import { failureOf, offline } from '../errors/failure';
import type { InputFault } from '../forms/input-sentence';
import { failed, ok, type Outcome, refused } from '../errors/outcome';
import { SignedOut } from './signed-out';

/** A problem the API names (RFC 9457), narrowed to the codes a caller has sentences for. */
export interface Problem<TCode extends string> {
  readonly code: TCode;
  readonly until?: string;
  readonly errors?: readonly InputFault[];
}

/** No expected problem, no refusal. */
export type Refusal<TCode extends string> = [TCode] extends [never] ? never : Problem<TCode>;

interface Request<TCode extends string> {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  /** The problems this request can meet; any other is a failure. */
  readonly problems?: readonly TCode[];
}

/** Speaks to the /auth endpoints; always resolves. */
@Injectable({ providedIn: 'root' })
export class AuthRequests {
  readonly #http = inject(HttpClient);
  readonly #signedOut = inject(SignedOut);

  async send<TValue, TCode extends string = never>(request: Request<TCode>): Promise<Outcome<TValue, Refusal<TCode>>> {
    const { method, path, body = null, problems = [] } = request;
    try {
      return ok(await firstValueFrom(this.#http.request<TValue>(method, `/auth/${path}`, { body })));
    } catch (error) {
      // HttpClient rejects with nothing but its own response type; a problem is data from here on.
      return this.#read(error as HttpErrorResponse, problems);
    }
  }

  /** Removes something; what is gone already counts as removed. */
  async remove(path: string): Promise<Outcome<unknown, never>> {
    const problems = ['NOT_FOUND', 'PASSKEY_NOT_FOUND', 'SESSION_NOT_FOUND', 'TOKEN_NOT_FOUND'] as const;
    const outcome = await this.send<unknown, (typeof problems)[number]>({ method: 'DELETE', path, problems });
    return outcome.kind === 'refused' ? ok(undefined) : outcome;
  }

  #read<TCode extends string>(response: HttpErrorResponse, expected: readonly TCode[]): Outcome<never, Refusal<TCode>> {
    if (response.status === 0) return failed(offline);
    const problem = (response.error ?? {}) as Partial<Problem<TCode>> & { traceId?: string };
    const { code } = problem;
    if (code !== undefined && expected.includes(code)) return refused([{ ...problem, code } as Refusal<TCode>]);
    const failure = failureOf(code, problem.traceId, response.status);
    if (failure.reason === 'signed-out') this.#signedOut.notice();
    return failed(failure);
  }
}
