import { Component, computed, inject } from '@angular/core';

import { ActiveCoop } from '../../../core/auth/active-coop';
import { query } from '../../../core/graphql/query';
import { injectTexts } from '../../../core/i18n/texts';
import { MyProfileDocument } from '../../../graphql/account';
import { FailureBanner } from '../../../ui/failure-banner';
import { Skeleton } from '../../../ui/skeleton';
import { ContactDetailsForm } from './contact-details-form';
import { ProfileForm } from './profile-form';

@Component({
  selector: 'coop-profile-page',
  imports: [ContactDetailsForm, FailureBanner, ProfileForm, Skeleton],
  styleUrl: '../section.css',
  template: `
    @if (profile.failure(); as failure) {
      <coop-failure [failure]="failure" (retry)="profile.refetch()" />
    }
    @if (profile.waiting()) {
      <coop-skeleton [lines]="8" />
    }
    @if (account(); as account) {
      <section class="card">
        <h2>{{ t('account.profile.you') }}</h2>
        <coop-profile-form [account]="account" />
      </section>
    }
    @if (member(); as member) {
      <section class="card">
        <div>
          <h2>{{ t('account.contact.heading') }}</h2>
          <p class="muted">{{ t('account.contact.text', { coop: activeCoop.name() }) }}</p>
        </div>
        <coop-contact-details-form [member]="member" />
      </section>
    }
  `,
})
export class ProfilePage {
  protected readonly t = injectTexts();
  protected readonly activeCoop = inject(ActiveCoop);
  protected readonly profile = query(MyProfileDocument);
  protected readonly account = computed(() => this.profile.data()?.me?.account);
  protected readonly member = computed(() => this.profile.data()?.me?.member);
}
