import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { UserPlus } from 'lucide';

import { injectAddress } from '../../../core/address';
import { ActiveCoop } from '../../../core/auth/active-coop';
import { list } from '../../../core/graphql/list';
import { subscription } from '../../../core/graphql/subscription';
import { Formats } from '../../../core/i18n/formats';
import { injectTexts } from '../../../core/i18n/texts';
import {
  type MemberCard_MemberFragment,
  MemberListChangedDocument,
  MemberListDocument,
  type MembershipStatus,
  type Role,
} from '../../../graphql/members';
import { Avatar } from '../../../ui/avatar';
import { Badge } from '../../../ui/badge';
import { Cell, type Column, DataTable, type Sorting } from '../../../ui/data-table';
import { Dialogs } from '../../../ui/dialogs';
import { EmptyState } from '../../../ui/empty-state';
import { FailureBanner } from '../../../ui/failure-banner';
import { Icon } from '../../../ui/icon';
import { Page } from '../../../ui/page';
import { SearchField } from '../../../ui/search-field';
import { Skeleton } from '../../../ui/skeleton';
import { AddMemberForm } from '../form/add-member-form';

const pageSize = 50;
const statuses: readonly MembershipStatus[] = ['CURRENT', 'FUTURE', 'FORMER'];
const roles: readonly Role[] = ['ADMIN', 'MAINTAINER', 'RESIDENT', 'OBSERVER'];

/** The directory: who belongs to the co-op, where they live and how to reach them. */
@Component({
  selector: 'coop-member-list',
  imports: [
    Avatar,
    Badge,
    Cell,
    DataTable,
    EmptyState,
    FailureBanner,
    Icon,
    MatButton,
    Page,
    RouterLink,
    SearchField,
    Skeleton,
  ],
  templateUrl: './member-list.html',
  styleUrls: ['../../../ui/filters.css', '../../../ui/section.css', './member-list.css'],
})
export class MemberList {
  protected readonly icons = { UserPlus };
  protected readonly t = injectTexts();
  protected readonly formats = inject(Formats);
  protected readonly coop = inject(ActiveCoop);
  protected readonly address = injectAddress();
  readonly #dialogs = inject(Dialogs);
  readonly #router = inject(Router);

  // From the address.
  readonly search = input<string>();
  readonly status = input<string>();
  readonly role = input<string>();
  readonly dir = input<string>();

  protected readonly statuses = statuses;
  protected readonly roles = roles;
  protected readonly filtered = computed(() => Boolean(this.search() || this.status() || this.role()));
  protected readonly sorting = computed<Sorting>(() => ({ column: 'name', descending: this.dir() === 'desc' }));

  protected readonly members = list(MemberListDocument, 'members', () => {
    const status = this.status();
    return {
      first: pageSize,
      search: this.search() || null,
      status: status === 'all' ? null : (statuses.find((one) => one === status) ?? 'CURRENT'),
      role: roles.find((one) => one === this.role()) ?? null,
      order: [{ sortName: this.sorting().descending ? ('DESC' as const) : ('ASC' as const) }],
    };
  });
  protected readonly page = this.members.page;
  protected readonly rows = this.members.rows;
  protected readonly columns = computed<readonly Column[]>(() => [
    { name: 'name', label: this.t('members.column.name'), sortable: true },
    { name: 'home', label: this.t('members.column.home') },
    { name: 'contact', label: this.t('members.column.contact') },
    { name: 'roles', label: this.t('members.column.roles') },
    { name: 'since', label: this.t('members.column.since') },
  ]);

  readonly #arrived = signal<ReadonlySet<string>>(new Set());
  /** People who joined while one looks; they wait for a click, so that nothing jumps. */
  protected readonly arrived = computed(() => {
    const shown = new Set(this.rows().map(({ id }) => id));
    return [...this.#arrived()].filter((id) => !shown.has(id)).length;
  });

  constructor() {
    subscription(MemberListChangedDocument, {
      next: ({ memberChanged: { kind, memberId } }) => {
        if (kind === 'member.joined' || kind === 'member.resumed')
          this.#arrived.update((ids) => new Set(ids).add(memberId));
      },
      resumed: () => void this.members.refetch(),
    });
  }

  protected sort({ descending }: Sorting): void {
    this.address({ dir: descending ? 'desc' : null });
  }

  protected showArrived(): void {
    this.#arrived.set(new Set());
    void this.members.refetch();
  }

  protected clear(): void {
    this.address({ search: null, status: null, role: null });
  }

  protected async add(): Promise<void> {
    const added = await this.#dialogs.open<string>(AddMemberForm);
    if (added) await this.#router.navigate([...this.coop.link('members', added)]);
  }

  protected tone(member: MemberCard_MemberFragment): 'due' | 'neutral' {
    return member.status === 'FUTURE' ? 'due' : 'neutral';
  }
}
