import { HttpClient } from '@angular/common/http';
import { Component, inject } from '@angular/core';
import { describe, expect, it } from 'vitest';

import { alma, stage } from '../../../testing/stage';
import type { SessionAnswer } from './session';

@Component({ selector: 'coop-test-page', template: '' })
class Page {
  readonly http = inject(HttpClient);
}

async function coopSent(url: string, session: SessionAnswer = alma) {
  const { fixture, request } = await stage(Page, { session });
  fixture.componentInstance.http.get(url).subscribe();
  return (await request('GET', url)).request.headers.get('Cooperator-Coop');
}

describe('A request', () => {
  it('names the co-op one is in', async () => {
    expect(await coopSent('/graphql')).toBe('lindenhof');
  });

  it('names none when it is about the account', async () => {
    expect(await coopSent('/auth/profile')).toBeNull();
  });

  it('names none that this browser remembers and the person is not in', async () => {
    const inNone = { ...(alma as Extract<SessionAnswer, { signedIn: true }>), coops: [] };
    expect(await coopSent('/graphql', inNone)).toBeNull();
  });
});
