import { TestBed } from '@angular/core/testing';
import { Component } from '@angular/core';
import { Router } from '@angular/router';
import { screen, waitFor, within } from '@testing-library/dom';
import { describe, expect, it } from 'vitest';

import { expectAccessible, stage } from '../../../testing/stage';
import type { TextSource } from '../../core/i18n/texts';
import de from './i18n/de.json';
import en from './i18n/en.json';
import { Inbox } from './inbox/inbox';
import { Preferences } from './preferences/preferences';
import { Unsubscribe } from './unsubscribe/unsubscribe';

const texts: readonly [string, TextSource] = [
  'notifications',
  { en: () => import('./i18n/en.json'), de: () => import('./i18n/de.json') },
];

@Component({ template: '' })
class Elsewhere {}

const entry = (text: string, readAt: string | null = null) => ({
  __typename: 'Notification',
  id: `notification-${text}`,
  kind: 'MEMBER_JOINED',
  text,
  path: 'members/member-frieda',
  createdAt: '2026-05-04T10:00:00Z',
  readAt,
});
const inbox = (entries: readonly ReturnType<typeof entry>[]) => ({
  notifications: {
    __typename: 'NotificationConnection',
    nodes: entries,
    pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
    totalCount: entries.length,
  },
});
const choices = (digestHour: number | null = null) => ({
  notificationPreferences: [
    { __typename: 'KindPreference', kind: 'MEMBER_JOINED', canBeMuted: true, inApp: true, email: false },
    { __typename: 'KindPreference', kind: 'MEMBERSHIP_ENDED', canBeMuted: false, inApp: true, email: true },
  ],
  mailHours: { __typename: 'MailHours', quietFrom: null, quietUntil: null, digestHour },
});

describe('The inbox', () => {
  it('says what happened, and reads what is opened on the way there', async () => {
    const routes = [{ path: 'c/:coop/members/:id', component: Elsewhere }];
    const { operation, element, user } = await stage(Inbox, { texts, routes });
    (await operation('Inbox')).flushData(
      inbox([entry('Frieda has joined'), entry('Old news', '2026-05-05T10:00:00Z')]),
    );
    const fresh = await screen.findByRole('button', { name: /Unread Frieda has joined/ });
    expect(screen.getByRole('button', { name: /^Old news/ })).toBeTruthy();
    await expectAccessible(element);

    await user.click(fresh);
    // Nobody waits for the mark.
    await waitFor(() => expect(TestBed.inject(Router).url).toBe('/c/lindenhof/members/member-frieda'));
    const read = await operation('MarkNotificationRead');
    expect(read.operation.variables).toEqual({ input: { notificationId: 'notification-Frieda has joined' } });
    read.flushData({
      markNotificationRead: {
        __typename: 'MarkNotificationReadPayload',
        notification: {
          __typename: 'Notification',
          id: 'notification-Frieda has joined',
          readAt: '2026-05-06T10:00:00Z',
        },
        errors: null,
      },
    });
  });

  it('asks in the language of the page, and anew when something arrives', async () => {
    const { operation } = await stage(Inbox, { texts, locale: 'de' });
    const asked = await operation('Inbox');
    expect(asked.operation.variables).toMatchObject({ language: 'DE', unreadOnly: null });
    asked.flushData(inbox([]));
    await screen.findByRole('heading', { name: 'Nichts Neues' });

    const live = await operation('InboxChanged');
    live.flushData({ notificationReceived: { __typename: 'NotificationReceived', unreadCount: 1 } });

    (await operation('Inbox')).flushData(inbox([entry('Frieda ist beigetreten')]));
    expect(await screen.findByText('Frieda ist beigetreten')).toBeTruthy();
  });
});

describe('The preferences', () => {
  it('keep a choice at once, and leave what must be told alone', async () => {
    const { operation, element, user } = await stage(Preferences, { texts });
    (await operation('NotificationChoices')).flushData(choices());
    const row = within(await screen.findByRole('table'));
    await expectAccessible(element);
    expect(row.getByRole<HTMLInputElement>('checkbox', { name: 'My membership ends: E-mail' }).disabled).toBe(true);

    await user.click(row.getByRole('checkbox', { name: 'Somebody joins the co-op: E-mail' }));

    const sent = await operation('SetNotificationPreference');
    expect(sent.operation.variables).toEqual({ input: { kind: 'MEMBER_JOINED', channel: 'EMAIL', enabled: true } });
    sent.flushData({
      setNotificationPreference: {
        __typename: 'SetNotificationPreferencePayload',
        kindPreference: { ...choices().notificationPreferences[0], email: true },
        errors: null,
      },
    });
    expect(await screen.findByText('Saved.')).toBeTruthy();
  });

  it('show what holds when a choice was not kept', async () => {
    const { operation, user } = await stage(Preferences, { texts });
    (await operation('NotificationChoices')).flushData(choices(18));
    const box = await screen.findByRole<HTMLInputElement>('checkbox', { name: 'Somebody joins the co-op: E-mail' });
    await user.click(box);
    (await operation('SetNotificationPreference')).networkError(new Error('no network'));
    await waitFor(() => expect(box.checked).toBe(false));
    (await operation('NotificationChoices')).networkError(new Error('no network'));

    const hour = screen.getByRole<HTMLSelectElement>('combobox');
    await user.selectOptions(hour, '07:00');
    (await operation('SetDigest')).networkError(new Error('no network'));
    await waitFor(() => expect(hour.value).toBe('18'));
  });

  it('gather letters and keep quiet at hours of one’s choice', async () => {
    const { operation, user } = await stage(Preferences, { texts });
    (await operation('NotificationChoices')).flushData(choices());

    await user.click(await screen.findByRole('checkbox', { name: 'Gather my e-mails' }));
    expect((await operation('SetDigest')).operation.variables).toEqual({ input: { hour: 18 } });
    await user.click(screen.getByRole('checkbox', { name: 'Keep quiet hours' }));
    expect((await operation('SetQuietHours')).operation.variables).toEqual({ input: { from: 22, until: 7 } });
  });

  it('have a word for each kind in each language', () => {
    expect(Object.keys(de.kind)).toEqual(Object.keys(en.kind));
  });
});

describe('The link in a letter', () => {
  it('ends nothing until it is asked to', async () => {
    const { request, element, user } = await stage(Unsubscribe, { texts, inputs: { token: 'sealed' } });
    await expectAccessible(element);

    await user.click(screen.getByRole('button', { name: 'Unsubscribe' }));
    (await request('POST', '/unsubscribe?token=sealed')).flush(null);

    expect(await screen.findByText('Done. You will get no more letters of this kind.')).toBeTruthy();
  });
});
