import { screen, waitFor, within } from '@testing-library/dom';
import { describe, expect, it } from 'vitest';

import { expectAccessible, openDialog, stage } from '../../../testing/stage';
import type { TextSource } from '../../core/i18n/texts';
import { DeliveryLog } from './deliveries/delivery-log';
import { JobList } from './jobs/job-list';
import { LettersToPrint } from './letters/letters-to-print';
import { WebhookList } from './webhooks/webhook-list';

const texts: readonly [string, TextSource] = [
  'settings',
  { en: () => import('./i18n/en.json'), de: () => import('./i18n/de.json') },
];
const webhook = {
  __typename: 'Webhook',
  id: 'webhook-1',
  url: 'https://door.example/hook',
  kinds: ['member.joined'],
  enabled: true,
  disabledReason: null,
  failingSince: null,
  lastSuccessAt: null,
};
const delivery = {
  __typename: 'Delivery',
  id: 'delivery-1',
  channel: 'WEBHOOK',
  state: 'DEAD',
  kind: 'member.joined',
  createdAt: '2026-05-04T10:00:00Z',
  nextTryAt: '2026-05-04T10:00:00Z',
  attempts: 20,
  lastError: 'It answered 500.',
  sentAt: null,
  member: null,
  webhook: { __typename: 'Webhook', id: 'webhook-1', url: 'https://door.example/hook' },
};
const run = {
  __typename: 'JobRun',
  id: 'run-1',
  node: 'node-a',
  startedAt: '2026-05-04T10:00:00Z',
  finishedAt: '2026-05-04T10:00:01Z',
  outcome: 'SUCCEEDED',
  words: 'Nothing had expired.',
};
const job = {
  __typename: 'Job',
  name: 'expiry-sweep',
  description: 'Removes what is kept for a while only.',
  nextRunAt: '2036-05-04T11:17:00Z',
  lastRun: run,
};

describe('Webhooks', () => {
  it('show a new secret once', async () => {
    const { operation, element, user } = await stage(WebhookList, { texts });
    (await operation('WebhookList')).flushData({ webhooks: [webhook] });
    await screen.findByText(/door\.example/);
    await expectAccessible(element);

    await user.click(screen.getByRole('button', { name: 'Add webhook' }));
    const dialog = within(await openDialog('Add webhook'));
    await user.type(dialog.getByRole('textbox', { name: 'Address' }), 'https://a.example/');
    await user.type(dialog.getByRole('textbox', { name: /Events/ }), 'member.joined, task.completed');
    await user.click(dialog.getByRole('button', { name: 'Add webhook' }));
    const sent = await operation('AddWebhook');
    expect(sent.operation.variables).toEqual({
      input: { url: 'https://a.example/', kinds: ['member.joined', 'task.completed'] },
    });
    sent.flushData({
      addWebhook: {
        __typename: 'AddWebhookPayload',
        webhookSecret: { __typename: 'WebhookSecret', secret: 'whsec_abc', webhook: { ...webhook, id: 'webhook-2' } },
        errors: null,
      },
    });

    expect((await screen.findByLabelText('Secret')).textContent).toBe('whsec_abc');
    await user.click(screen.getByRole('button', { name: 'I have kept it' }));
    await waitFor(() => expect(screen.queryByLabelText('Secret')).toBeNull());
  });

  it('say beside the field that an address lies inside', async () => {
    const { operation, user } = await stage(WebhookList, { texts });
    (await operation('WebhookList')).flushData({ webhooks: [] });
    await user.click(await screen.findByRole('button', { name: 'Add webhook' }));
    const dialog = within(await openDialog('Add webhook'));
    await user.type(dialog.getByRole('textbox', { name: 'Address' }), 'https://10.0.0.1/');
    await user.click(dialog.getByRole('button', { name: 'Add webhook' }));
    (await operation('AddWebhook')).flushData({
      addWebhook: {
        __typename: 'AddWebhookPayload',
        webhookSecret: null,
        errors: [{ __typename: 'WebhookInsideError', code: 'WEBHOOK_INSIDE', message: '' }],
      },
    });

    expect(await dialog.findByText(/inside of our own network/)).toBeTruthy();
  });
});

describe('The log of deliveries', () => {
  it('says why something was given up, and sends it again', async () => {
    const { operation, element, user } = await stage(DeliveryLog, { texts });
    (await operation('DeliveryLog')).flushData({
      deliveries: {
        __typename: 'DeliveryConnection',
        nodes: [delivery],
        pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
        totalCount: 1,
      },
    });
    await screen.findByText('It answered 500.');
    await expectAccessible(element);

    await user.click(screen.getByRole('button', { name: 'Send again' }));
    const sent = await operation('ReplayDelivery');
    expect(sent.operation.variables).toEqual({ input: { deliveryId: 'delivery-1' } });
    sent.flushData({
      replayDelivery: {
        __typename: 'ReplayDeliveryPayload',
        delivery: { ...delivery, state: 'PENDING', attempts: 0 },
        errors: null,
      },
    });

    await waitFor(() => expect(screen.queryByRole('button', { name: 'Send again' })).toBeNull());
  });

  it('says in words what a letter is about, and tries again for who had no address', async () => {
    const { operation, user } = await stage(DeliveryLog, { texts });
    const letter = { ...delivery, id: 'letter-1', channel: 'EMAIL', state: 'UNREACHABLE', kind: 'TASK_OVERDUE' };
    (await operation('DeliveryLog')).flushData({
      deliveries: {
        __typename: 'DeliveryConnection',
        nodes: [letter],
        pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
        totalCount: 1,
      },
    });
    expect(await screen.findByText('Task overdue')).toBeTruthy();

    await user.click(screen.getByRole('button', { name: 'Send again' }));
    expect((await operation('ReplayDelivery')).operation.variables).toEqual({ input: { deliveryId: 'letter-1' } });
  });
});

describe('The letters to print', () => {
  it('are marked as printed, all that are shown', async () => {
    const { operation, element, user } = await stage(LettersToPrint, { texts });
    const letters = (nodes: readonly object[]) => ({
      lettersToPrint: {
        __typename: 'DeliveryConnection',
        nodes,
        pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
      },
    });
    (await operation('LettersToPrint')).flushData(
      letters([
        {
          __typename: 'Delivery',
          id: 'delivery-2',
          state: 'UNREACHABLE',
          createdAt: '2026-05-04T10:00:00Z',
          lastError: 'No e-mail address is known.',
          member: { __typename: 'Member', id: 'member-2', displayName: 'Ada Lund' },
          letter: {
            __typename: 'PrintableLetter',
            subject: 'Your turn: stairs',
            text: 'Hello Ada,\n\nit is your turn.',
          },
        },
      ]),
    );
    expect(await screen.findByRole('article', { name: 'Ada Lund' })).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'Your turn: stairs' })).toBeTruthy();
    await expectAccessible(element);

    await user.click(screen.getByRole('button', { name: 'Mark one letter as printed' }));
    const sent = await operation('MarkLettersPrinted');
    expect(sent.operation.variables).toEqual({ input: { deliveryIds: ['delivery-2'] } });
    sent.flushData({
      markLettersPrinted: {
        __typename: 'MarkLettersPrintedPayload',
        deliveries: [{ __typename: 'Delivery', id: 'delivery-2', state: 'PRINTED', sentAt: '2026-05-05T10:00:00Z' }],
        errors: null,
      },
    });
    (await operation('LettersToPrint')).flushData(letters([]));

    expect(await screen.findByText('Nothing to print')).toBeTruthy();
  });
});

describe('The jobs', () => {
  it('tell what came of them, and run at once when asked to', async () => {
    const { operation, element, user } = await stage(JobList, { texts });
    (await operation('JobList')).flushData({ jobs: [job] });
    await screen.findByText(/Removes what is kept for a while only/);
    await expectAccessible(element);

    await user.click(screen.getByRole('button', { name: 'Runs of expiry-sweep' }));
    (await operation('JobRuns')).flushData({
      jobs: [{ __typename: 'Job', name: 'expiry-sweep', runs: { __typename: 'JobRunConnection', nodes: [run] } }],
    });
    expect(await screen.findByText('Nothing had expired.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Run now: expiry-sweep' }));
    (await operation('RunJob')).flushData({
      runJob: {
        __typename: 'RunJobPayload',
        job: null,
        errors: [{ __typename: 'JobAlreadyRunningError', code: 'JOB_ALREADY_RUNNING', message: '' }],
      },
    });

    expect(await screen.findByText('It is running, or will be in a moment.')).toBeTruthy();
  });
});
