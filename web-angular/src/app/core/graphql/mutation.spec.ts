import { Component } from '@angular/core';
import { ServerError } from '@apollo/client/errors';
import { describe, expect, it, vi } from 'vitest';

import { stage } from '../../../testing/stage';
import { ChangeContactDetailsDocument } from '../../graphql/account';
import { mutation } from './mutation';

@Component({ template: '' })
class Host {
  readonly change = mutation(ChangeContactDetailsDocument);
}

const variables = { input: { memberId: 'member-alma', phone: '030 1' } };
const member = {
  __typename: 'Member',
  id: 'member-alma',
  displayName: 'Alma Berger',
  contact: { __typename: 'ContactDetails', email: null, phone: '030 1' },
  contactVisibility: { __typename: 'ContactVisibilitySettings', email: 'BOARD', phone: 'BOARD' },
};

describe('A mutation', () => {
  it('resolves to ok with what it changed', async () => {
    const { fixture, operation } = await stage(Host);
    const outcome = fixture.componentInstance.change.run(variables);
    expect(fixture.componentInstance.change.running()).toBe(true);

    const payload = { __typename: 'ChangeContactDetailsPayload', member, errors: null };
    (await operation('ChangeContactDetails')).flushData({ changeContactDetails: payload });

    expect(await outcome).toMatchObject({ kind: 'ok', value: { member: { displayName: 'Alma Berger' } } });
    expect(fixture.componentInstance.change.running()).toBe(false);
  });

  it('resolves to refused with every refusal', async () => {
    const { fixture, operation } = await stage(Host);
    const outcome = fixture.componentInstance.change.run(variables);

    const refusal = { __typename: 'InvalidInputError', code: 'TOO_LONG', message: 'No.', path: ['phone'] };
    const payload = { __typename: 'ChangeContactDetailsPayload', member: null, errors: [refusal] };
    (await operation('ChangeContactDetails')).flushData({ changeContactDetails: payload });

    expect(await outcome).toMatchObject({ kind: 'refused', errors: [{ message: 'No.' }] });
  });

  it('resolves to failed with the trace id of a masked error', async () => {
    const { fixture, operation } = await stage(Host);
    const outcome = fixture.componentInstance.change.run(variables);

    (await operation('ChangeContactDetails')).graphqlErrors([
      { message: 'Unexpected Execution Error', extensions: { code: 'INTERNAL', traceId: '4bf92f35' } },
    ]);

    expect(await outcome).toEqual({ kind: 'failed', failure: { reason: 'unexpected', trace: '4bf92f35' } });
  });

  it('resolves to failed when there is no network', async () => {
    const without = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const { fixture, operation } = await stage(Host);
    const outcome = fixture.componentInstance.change.run(variables);

    (await operation('ChangeContactDetails')).networkError(new Error('no network'));

    expect(await outcome).toEqual({ kind: 'failed', failure: { reason: 'offline', trace: null } });
    without.mockRestore();
  });

  it('does not know whether it arrived when the network was lost on the way', async () => {
    const { fixture, operation } = await stage(Host);
    const outcome = fixture.componentInstance.change.run(variables);

    (await operation('ChangeContactDetails')).networkError(new Error('connection reset'));

    expect(await outcome).toEqual({ kind: 'failed', failure: { reason: 'unanswered', trace: null } });
  });

  it.each([
    [503, '{"code":"DATABASE_UNAVAILABLE","traceId":"4bf9"}', { reason: 'away', trace: '4bf9' }],
    [502, '<html>Bad gateway</html>', { reason: 'away', trace: null }],
    [429, '{"code":"TOO_MANY_REQUESTS"}', { reason: 'busy', trace: null }],
    [500, '<html></html>', { reason: 'unexpected', trace: null }],
  ])('tells a server that is away or busy from a fault: %i', async (status, bodyText, failure) => {
    const { fixture, operation } = await stage(Host);
    const outcome = fixture.componentInstance.change.run(variables);

    const response = new Response(null, { status });
    (await operation('ChangeContactDetails')).networkError(new ServerError('No.', { response, bodyText }));

    expect(await outcome).toEqual({ kind: 'failed', failure });
  });
});
