import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { screen, waitFor, within } from '@testing-library/dom';
import { describe, expect, it } from 'vitest';

import { alma, expectAccessible, openDialog, stage } from '../../../testing/stage';
import type { SessionAnswer } from '../../core/auth/session';
import { today } from '../../core/days';
import type { TextSource } from '../../core/i18n/texts';
import { MemberList } from './list/member-list';
import { MemberPage } from './page/member-page';

const texts: readonly [string, TextSource] = [
  'members',
  { en: () => import('./i18n/en.json'), de: () => import('./i18n/de.json') },
];
const linh: SessionAnswer = {
  ...alma,
  coops: [{ slug: 'lindenhof', name: 'Lindenhof', roles: ['RESIDENT'], memberId: 'member-linh' }],
} as SessionAnswer;

const card = (id: string, displayName: string) => ({
  __typename: 'Member',
  id,
  displayName,
  sortName: displayName,
  status: 'CURRENT',
  joinedOn: '2021-05-01',
  leftOn: null,
  roles: ['RESIDENT'],
  isMe: false,
  contact: { __typename: 'ContactDetails', email: `${id}@example.org`, phone: null },
  household: null,
  unit: {
    __typename: 'Unit',
    id: 'unit-7',
    number: '7',
    building: { __typename: 'Building', id: 'building-1', name: 'Vorderhaus' },
  },
});
const list = (names: readonly string[], hasNextPage = false) => ({
  members: {
    __typename: 'MemberConnection',
    nodes: names.map((name) => card(`member-${name.toLowerCase()}`, name)),
    pageInfo: { __typename: 'PageInfo', hasNextPage, endCursor: hasNextPage ? 'cursor' : null },
    totalCount: names.length,
  },
});
const member = {
  ...card('member-jonas', 'Jonas Weber'),
  givenName: 'Jonas',
  familyName: 'Weber',
  language: 'DE',
  hasAccount: false,
  contactVisibility: { __typename: 'ContactVisibilitySettings', email: 'MEMBERS', phone: 'BOARD' },
  periods: [{ __typename: 'MembershipPeriod', id: 'period-1', joinedOn: '2021-05-01', leftOn: null, reason: null }],
  roleAssignments: [{ __typename: 'RoleAssignment', id: 'role-1', role: 'RESIDENT', from: '2021-05-01', until: null }],
  occupancies: [],
  invitation: null,
};

describe('The directory', () => {
  it('shows a skeleton, then people with their home, and more of them on demand', async () => {
    const { operation, user, element } = await stage(MemberList, { texts });
    expect(screen.getByText('Loading …')).toBeTruthy();
    (await operation('MemberList')).flushData(list(['Alma', 'Jonas'], true));

    expect((await screen.findByRole('link', { name: 'Jonas' })).getAttribute('href')).toBe(
      '/c/lindenhof/members/member-jonas',
    );
    expect(screen.getAllByRole('link', { name: '7, Vorderhaus' })).toHaveLength(2);
    await expectAccessible(element);

    await user.click(screen.getByRole('button', { name: 'Show more' }));
    const more = await operation('MemberList');
    expect(more.operation.variables).toMatchObject({ first: 100, after: 'cursor' });
    more.flushData(list(['Yusuf']));
    expect(await screen.findByRole('link', { name: 'Yusuf' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Alma' })).toBeTruthy();
  });

  it('asks for what the address says and writes what one chooses into it', async () => {
    const { operation, user } = await stage(MemberList, {
      texts,
      inputs: { search: 'web', status: 'all', role: 'ADMIN', dir: 'desc' },
    });
    const first = await operation('MemberList');
    expect(first.operation.variables).toMatchObject({
      search: 'web',
      status: null,
      role: 'ADMIN',
      order: [{ sortName: 'DESC' }],
    });
    first.flushData(list(['Jonas']));
    await screen.findByRole('link', { name: 'Jonas' });

    await user.selectOptions(screen.getByLabelText('Membership'), 'Former members');
    await waitFor(() => expect(TestBed.inject(Router).url).toContain('status=FORMER'));
    await user.clear(screen.getByRole('searchbox', { name: 'Search' }));
    await user.type(screen.getByRole('searchbox', { name: 'Search' }), 'kim');
    await waitFor(() => expect(TestBed.inject(Router).url).toContain('search=kim'));
    await user.click(screen.getByRole('button', { name: 'Name' }));
    await waitFor(() => expect(TestBed.inject(Router).url).not.toContain('dir='));
  });

  it('tells of newcomers without moving the list', async () => {
    const { operation, user } = await stage(MemberList, { texts });
    (await operation('MemberList')).flushData(list(['Alma', 'Jonas']));
    await screen.findByRole('link', { name: 'Jonas' });
    const live = await operation('MemberListChanged');
    const event = (kind: string, changed: ReturnType<typeof card>) => ({
      data: { memberChanged: { __typename: 'MemberChanged', kind, memberId: changed.id, member: changed } },
    });

    live.flush(event('member.joined', card('member-new', 'Newcomer')));
    const arrived = await screen.findByRole('button', { name: '1 new, show' });
    expect(screen.queryByRole('link', { name: 'Newcomer' })).toBeNull();

    await user.click(arrived);
    (await operation('MemberList')).flushData(list(['Alma', 'Jonas', 'New']));
    expect(await screen.findByRole('link', { name: 'New' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /new, show/ })).toBeNull();
  });

  it('says what to do when nobody is found, and shows no board action to residents', async () => {
    const { operation } = await stage(MemberList, { texts, session: linh, inputs: { search: 'zzz' } });
    (await operation('MemberList')).flushData(list([]));

    expect(await screen.findByText('Nobody found')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Show all members' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Add a member' })).toBeNull();
  });

  it('adds a member and leads to its page', async () => {
    const { operation, user } = await stage(MemberList, { texts, routes: [{ path: '**', children: [] }] });
    (await operation('MemberList')).flushData(list(['Alma']));
    await user.click(await screen.findByRole('button', { name: 'Add a member' }));
    const dialog = await openDialog('Add a member');
    await expectAccessible(dialog);

    await user.click(within(dialog).getByRole('button', { name: 'Add a member' }));
    expect(await within(dialog).findByText('Please fill this in.')).toBeTruthy();
    await user.type(within(dialog).getByLabelText('Last name'), 'Kim');
    await user.click(within(dialog).getByRole('button', { name: 'Add a member' }));
    const add = await operation('AddMember');
    expect(add.operation.variables['input']).toEqual({
      givenName: '',
      familyName: 'Kim',
      joinedOn: today(),
      role: 'RESIDENT',
      email: null,
      phone: null,
      language: null,
    });
    const payload = { __typename: 'AddMemberPayload', member: card('member-kim', 'Kim'), errors: null };
    add.flushData({ addMember: payload });

    await waitFor(() => expect(TestBed.inject(Router).url).toBe('/c/lindenhof/members/member-kim'));
  });
});

describe('A member', () => {
  const onPage = async (shown: object = member, session: SessionAnswer = alma) => {
    const staged = await stage(MemberPage, { texts, session, inputs: { id: 'member-jonas' } });
    (await staged.operation('MemberPage')).flushData({ member: shown });
    await screen.findByRole('heading', { level: 1, name: 'Jonas Weber' });
    return staged;
  };

  it('is shown with contact, roles and membership, and follows live', async () => {
    const { operation, element } = await onPage();
    expect(screen.getByRole('link', { name: 'member-jonas@example.org' })).toBeTruthy();
    await expectAccessible(element);

    (await operation('MemberPageChanged')).flushData({
      memberChanged: {
        __typename: 'MemberChanged',
        memberId: 'member-jonas',
        member: { ...member, displayName: 'Jonas Weber-Kim' },
      },
    });
    expect(await screen.findByRole('heading', { level: 1, name: 'Jonas Weber-Kim' })).toBeTruthy();
  });

  it('keeps the form open and says why the last board member cannot leave', async () => {
    const { operation, user } = await onPage();
    await user.click(screen.getByRole('button', { name: 'End membership' }));
    const dialog = await openDialog('End the membership of Jonas Weber');
    await user.type(within(dialog).getByLabelText(/^\s*Reason/), 'Moves to Leipzig');
    await user.click(within(dialog).getByRole('button', { name: 'End membership' }));
    const refusals = [
      { __typename: 'LastAdminError', code: 'LAST_ADMIN', message: '', from: '2026-12-01' },
      { __typename: 'MembershipNotCurrentError', code: 'MEMBERSHIP_NOT_CURRENT', message: '', on: '2026-12-01' },
    ];
    (await operation('EndMembership')).flushData({
      endMembership: { __typename: 'EndMembershipPayload', member: null, errors: refusals },
    });

    const [whole, beside] = await within(dialog).findAllByRole('alert');
    expect(whole?.textContent).toContain('nobody would be on the board');
    expect(beside?.textContent).toContain('is not a member on');
    expect(within(dialog).getByLabelText<HTMLInputElement>(/^\s*Reason/).value).toBe('Moves to Leipzig');
    expect(within(dialog).getByLabelText('Member until').getAttribute('aria-invalid')).toBe('true');
  });

  it('is given a role, which shows at once', async () => {
    const { operation, user } = await onPage();
    await user.click(screen.getByRole('button', { name: 'Give a role' }));
    const dialog = await openDialog();
    await user.selectOptions(within(dialog).getByLabelText('Role'), 'Board');
    await user.click(within(dialog).getByRole('button', { name: 'Give a role' }));
    const grant = await operation('GrantRole');
    expect(grant.operation.variables['input']).toMatchObject({ memberId: 'member-jonas', role: 'ADMIN', until: null });
    const role = { __typename: 'RoleAssignment', id: 'role-2', role: 'ADMIN', from: today(), until: null };
    grant.flushData({
      grantRole: {
        __typename: 'GrantRolePayload',
        member: { ...member, roleAssignments: [...member.roleAssignments, role] },
        errors: null,
      },
    });

    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByRole('button', { name: 'End the role Board' })).toBeTruthy();
  });

  it('is written to in another language', async () => {
    const { operation, user } = await onPage();
    expect(screen.getByText('German')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Change the language of letters' }));
    const dialog = await openDialog('The language of Jonas Weber');
    await user.selectOptions(within(dialog).getByLabelText('Language of letters'), 'French');
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    const change = await operation('ChangeMemberLanguage');
    expect(change.operation.variables['input']).toEqual({ memberId: 'member-jonas', language: 'FR' });
    change.flushData({
      changeMemberLanguage: {
        __typename: 'ChangeMemberLanguagePayload',
        member: { ...member, language: 'FR' },
        errors: null,
      },
    });

    expect(await screen.findByText('French')).toBeTruthy();
  });

  it('keeps what was typed into a form that was left by mistake', async () => {
    const { user } = await onPage();
    const open = async () => {
      await user.click(screen.getByRole('button', { name: 'Change contact details' }));
      return openDialog();
    };
    await user.type(within(await open()).getByLabelText(/^\s*Phone/), '0170 1');
    await user.click(document.querySelector('.cdk-overlay-backdrop') as Element);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

    const again = await open();
    expect(within(again).getByLabelText<HTMLInputElement>(/^\s*Phone/).value).toBe('0170 1');
    expect(within(again).getByText('This is what you had typed before.')).toBeTruthy();

    // Cancelling is meant.
    await user.click(within(again).getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(within(await open()).getByLabelText<HTMLInputElement>(/^\s*Phone/).value).toBe('');
  });

  it('is invited, and the invitation can be withdrawn', async () => {
    const { operation, user } = await onPage();
    await user.click(screen.getByRole('button', { name: 'Invite' }));
    const dialog = await openDialog();
    await user.click(within(dialog).getByRole('button', { name: 'Send the invitation' }));
    const invitation = {
      __typename: 'Invitation',
      id: 'invitation-1',
      email: 'member-jonas@example.org',
      sentAt: '2026-11-20T10:00:00Z',
      expiresAt: '2026-11-27T10:00:00Z',
    };
    (await operation('InviteMember')).flushData({
      inviteMember: {
        __typename: 'InviteMemberPayload',
        invitation: { ...invitation, member: { ...member, invitation } },
        errors: null,
      },
    });

    await user.click(await screen.findByRole('button', { name: 'Withdraw the invitation' }));
    const sure = await openDialog(undefined, 'alertdialog');
    await user.click(within(sure).getByRole('button', { name: 'Withdraw the invitation' }));
    const refusal = { __typename: 'InvitationNotOpenError', code: 'INVITATION_NOT_OPEN', message: '' };
    (await operation('RevokeInvitation')).flushData({
      revokeInvitation: { __typename: 'RevokeInvitationPayload', invitation: null, errors: [refusal] },
    });
    expect(await screen.findByText('This invitation was accepted or withdrawn before.')).toBeTruthy();
  });

  it('changes only their own contact details when not on the board', async () => {
    await onPage({ ...member, isMe: true }, linh);

    expect(screen.getByRole('button', { name: 'Change contact details' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Give a role' })).toBeNull();
    expect(screen.queryByText('Signing in')).toBeNull();
  });

  it('that does not exist is an empty page with a way on', async () => {
    const { operation } = await stage(MemberPage, { texts, inputs: { id: 'nobody' } });
    (await operation('MemberPage')).flushData({ member: null });

    expect(await screen.findByRole('heading', { level: 1, name: 'This member is not here' })).toBeTruthy();
  });
});
