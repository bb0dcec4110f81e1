import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { ArrowLeft, Mail, Pencil, Phone } from 'lucide';

import { ActiveCoop } from '../../../core/auth/active-coop';
import { today } from '../../../core/days';
import { never } from '../../../core/errors/outcome';
import { mutation, type RefusalOf } from '../../../core/graphql/mutation';
import { query } from '../../../core/graphql/query';
import { subscription } from '../../../core/graphql/subscription';
import { Formats } from '../../../core/i18n/formats';
import { injectPeriods } from '../../../core/i18n/periods';
import { injectTexts } from '../../../core/i18n/texts';
import {
  MemberPageChangedDocument,
  MemberPageDocument,
  type MemberPage_MemberFragment,
  RevokeInvitationDocument,
  type RevokeInvitationMutation,
} from '../../../graphql/members';
import { Avatar } from '../../../ui/avatar';
import { Badge } from '../../../ui/badge';
import { Confirm } from '../../../ui/confirm';
import { Dialogs } from '../../../ui/dialogs';
import { EmptyState } from '../../../ui/empty-state';
import { FailureBanner } from '../../../ui/failure-banner';
import { Icon } from '../../../ui/icon';
import { Page } from '../../../ui/page';
import { Skeleton } from '../../../ui/skeleton';
import { Toast } from '../../../ui/toast';
import { ContactForm } from '../form/contact-form';
import { EndMembershipForm } from '../form/end-membership-form';
import { EndRoleForm } from '../form/end-role-form';
import { GrantRoleForm } from '../form/grant-role-form';
import { InviteForm } from '../form/invite-form';
import { LanguageForm } from '../form/language-form';
import { RenameMemberForm } from '../form/rename-member-form';
import { ResumeMembershipForm } from '../form/resume-membership-form';

type RoleAssignment = MemberPage_MemberFragment['roleAssignments'][number];

/** One member: how to reach them, where they live and lived, since when they belong to us, in which roles. */
@Component({
  selector: 'coop-member-page',
  imports: [Avatar, Badge, EmptyState, FailureBanner, Icon, MatButton, Page, RouterLink, Skeleton],
  templateUrl: './member-page.html',
  styleUrl: '../../../ui/section.css',
})
export class MemberPage {
  protected readonly icons = { ArrowLeft, Mail, Pencil, Phone };
  protected readonly t = injectTexts();
  protected readonly formats = inject(Formats);
  protected readonly coop = inject(ActiveCoop);
  protected readonly period = injectPeriods();
  readonly #dialogs = inject(Dialogs);
  readonly #confirm = inject(Confirm);
  readonly #toast = inject(Toast);
  readonly #revoke = mutation(RevokeInvitationDocument);

  // From the address.
  readonly id = input.required<string>();

  protected readonly found = query(MemberPageDocument, () => ({ id: this.id() }), { keepsEarlier: false });
  protected readonly member = computed(() => this.found.data()?.member);
  protected readonly board = computed(() => this.coop.may('ADMIN'));
  protected readonly mayEdit = computed(() => this.board() || this.member()?.isMe === true);
  protected readonly roleAssignments = computed(() =>
    [...(this.member()?.roleAssignments ?? [])].sort((a, b) => b.from.localeCompare(a.from)),
  );
  protected readonly periods = computed(() =>
    [...(this.member()?.periods ?? [])].sort((a, b) => b.joinedOn.localeCompare(a.joinedOn)),
  );

  constructor() {
    // Events carry the member as it is now: the page follows through the cache.
    subscription(MemberPageChangedDocument, {
      next: () => undefined,
      resumed: () => void this.found.refetch(),
    });
  }

  protected goesOn({ until }: RoleAssignment): boolean {
    return until === null || until > today();
  }

  protected rename(member: MemberPage_MemberFragment): void {
    void this.#dialogs.open(RenameMemberForm, member);
  }

  protected changeContact(member: MemberPage_MemberFragment): void {
    void this.#dialogs.open(ContactForm, member);
  }

  protected changeLanguage(member: MemberPage_MemberFragment): void {
    void this.#dialogs.open(LanguageForm, member);
  }

  protected end(member: MemberPage_MemberFragment): void {
    void this.#dialogs.open(EndMembershipForm, member);
  }

  protected resume(member: MemberPage_MemberFragment): void {
    void this.#dialogs.open(ResumeMembershipForm, member);
  }

  protected grantRole(member: MemberPage_MemberFragment): void {
    void this.#dialogs.open(GrantRoleForm, member);
  }

  protected endRole(assignment: RoleAssignment): void {
    void this.#dialogs.open(EndRoleForm, assignment);
  }

  protected async invite(member: MemberPage_MemberFragment): Promise<void> {
    const email = await this.#dialogs.open<string>(InviteForm, member);
    if (email) this.#toast.say(this.t('members.invitation.sent', { email }));
  }

  protected async revoke(member: MemberPage_MemberFragment): Promise<void> {
    const { invitation } = member;
    if (!invitation) return;
    const sure = await this.#confirm.ask({
      heading: this.t('members.invitation.revokeHeading'),
      text: this.t('members.invitation.revokeText', { email: invitation.email }),
      action: this.t('members.invitation.revoke'),
    });
    if (!sure) return;
    const outcome = await this.#revoke.run({ input: { invitationId: invitation.id } });
    if (outcome.kind === 'failed') this.#toast.failed(outcome.failure, () => void this.revoke(member));
    else {
      const refusal = outcome.kind === 'refused' ? outcome.errors[0] : undefined;
      this.#toast.say(refusal ? this.#sentence(refusal) : this.t('members.invitation.revoked'));
      await this.found.refetch();
    }
  }

  #sentence(refusal: RefusalOf<RevokeInvitationMutation>): string {
    switch (refusal.__typename) {
      case 'InvitationNotFoundError':
      case 'InvitationNotOpenError':
        return this.t('members.refused.invitationNotOpen');
      default:
        return never(refusal);
    }
  }
}
