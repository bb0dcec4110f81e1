import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { ShieldCheck } from 'lucide';

import { AuthRequests } from '../../../core/auth/auth-requests';
import { query } from '../../../core/graphql/query';
import { injectTexts } from '../../../core/i18n/texts';
import { MyProfileDocument } from '../../../graphql/account';
import { Badge } from '../../../ui/badge';
import { FailureBanner } from '../../../ui/failure-banner';
import { Icon } from '../../../ui/icon';
import { Skeleton } from '../../../ui/skeleton';
import { Toast } from '../../../ui/toast';
import { AuthenticatorSetup, type TotpSetup } from './authenticator-setup';
import { PasswordPrompt } from './password-prompt';
import { RecoveryCodes } from './recovery-codes';

type Step = 'idle' | 'setup' | 'renew' | 'disable';

/** The second step at sign-in: off, being set up, or on with its recovery codes. */
@Component({
  selector: 'coop-authenticator',
  imports: [AuthenticatorSetup, Badge, FailureBanner, Icon, MatButton, PasswordPrompt, RecoveryCodes, Skeleton],
  styleUrl: '../section.css',
  templateUrl: './authenticator.html',
})
export class Authenticator {
  protected readonly icons = { ShieldCheck };
  protected readonly t = injectTexts();
  readonly #requests = inject(AuthRequests);
  readonly #toast = inject(Toast);

  protected readonly profile = query(MyProfileDocument);
  protected readonly enabled = computed(() => this.profile.data()?.me?.account.totpEnabled);
  protected readonly step = signal<Step>('idle');
  protected readonly setup = signal<TotpSetup | undefined>(undefined);
  /** Shown once, until the person says they are kept. */
  protected readonly codes = signal<readonly string[] | undefined>(undefined);

  protected async begin(): Promise<void> {
    const outcome = await this.#requests.send<TotpSetup, 'TOTP_ALREADY_ENABLED'>({
      method: 'POST',
      path: 'totp/setup',
      body: {},
      problems: ['TOTP_ALREADY_ENABLED'],
    });
    if (outcome.kind === 'ok') {
      this.setup.set(outcome.value);
      this.step.set('setup');
    } else if (outcome.kind === 'refused') {
      // Done in another tab meanwhile: show what is.
      await this.profile.refetch();
    } else {
      this.#toast.failed(outcome.failure, () => void this.begin());
    }
  }

  protected keep(codes: readonly string[]): void {
    this.codes.set(codes);
    this.step.set('idle');
    void this.profile.refetch();
  }

  protected turnedOff(): void {
    this.step.set('idle');
    this.#toast.say(this.t('account.totp.turnedOff'));
    void this.profile.refetch();
  }
}
