import { Component } from '@angular/core';

import { injectTexts } from '../../../core/i18n/texts';
import { ChangePasswordForm } from './change-password-form';
import { PasskeyList } from './passkey-list';
import { Authenticator } from './authenticator';

@Component({
  selector: 'coop-security-page',
  imports: [Authenticator, ChangePasswordForm, PasskeyList],
  styleUrl: '../section.css',
  template: `
    <section class="card">
      <h2>{{ t('account.password.heading') }}</h2>
      <coop-change-password-form />
    </section>
    <section class="card">
      <h2>{{ t('account.passkeys.heading') }}</h2>
      <coop-passkey-list />
    </section>
    <section class="card">
      <h2>{{ t('account.totp.heading') }}</h2>
      <coop-authenticator />
    </section>
  `,
})
export class SecurityPage {
  protected readonly t = injectTexts();
}
