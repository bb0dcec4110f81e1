import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { waitFor } from '@testing-library/dom';
import { describe, expect, it } from 'vitest';

import { stage } from '../../../testing/stage';
import { MemberListChangedDocument } from '../../graphql/members';
import { Session } from '../auth/session';
import { subscription } from './subscription';

@Component({ selector: 'coop-test-page', template: '' })
class Page {}

@Component({ selector: 'coop-test-listener', template: '' })
class Listening {
  resumed = 0;

  constructor() {
    subscription(MemberListChangedDocument, { next: () => undefined, resumed: () => this.resumed++ });
  }
}

describe('A subscription', () => {
  it('notices that the session was ended elsewhere', async () => {
    const { operation } = await stage(Listening, { routes: [{ path: 'sign-in', component: Page }] });
    const errors = [{ message: 'Sign in first.', extensions: { code: 'UNAUTHENTICATED' } }];
    (await operation('MemberListChanged')).networkError(new CombinedGraphQLErrors({ errors }));

    await waitFor(() => expect(TestBed.inject(Session).signedIn()).toBe(false));
  });

  it.each(['SLOW_SUBSCRIBER', 'MISSED_EVENTS'])(
    'that the server ended with %s begins again, and asks anew',
    async (code) => {
      const { operation, fixture } = await stage(Listening);
      const errors = [{ message: 'Not read fast enough.', extensions: { code } }];
      (await operation('MemberListChanged')).networkError(new CombinedGraphQLErrors({ errors }));

      await waitFor(() => expect(fixture.componentInstance.resumed).toBe(1), { timeout: 10_000 });
      await operation('MemberListChanged');
    },
    20_000,
  );

  it('whose connection was closed for good by a fault begins again, and asks anew', async () => {
    const { operation, fixture } = await stage(Listening);
    (await operation('MemberListChanged')).networkError(
      new Error('Socket closed with event 4500 Internal server error'),
    );

    await waitFor(() => expect(fixture.componentInstance.resumed).toBe(1), { timeout: 10_000 });
    await operation('MemberListChanged');
  }, 20_000);
});
