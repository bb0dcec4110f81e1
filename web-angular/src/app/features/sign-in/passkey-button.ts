import { Component, inject, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { KeyRound } from 'lucide';

import { Passkeys, type SignInRefusal } from '../../core/auth/passkeys';
import type { SessionAnswer } from '../../core/auth/session';
import type { Failure } from '../../core/errors/failure';
import { never } from '../../core/errors/outcome';
import { injectTexts } from '../../core/i18n/texts';
import { FormNotes } from '../../ui/form-notes';
import { Icon } from '../../ui/icon';

@Component({
  selector: 'coop-passkey-button',
  imports: [FormNotes, Icon, MatButton],
  template: `
    <button matButton="outlined" type="button" [disabled]="busy() || !passkeys.supported" (click)="signIn()">
      <svg [coopIcon]="icons.KeyRound" size="18"></svg>
      {{ t('signIn.passkey') }}
    </button>
    <coop-form-notes [of]="ending" />
  `,
  styles: `
    :host {
      display: grid;
      gap: 12px;
    }
  `,
})
export class PasskeyButton {
  protected readonly icons = { KeyRound };
  protected readonly t = injectTexts();
  protected readonly passkeys = inject(Passkeys);

  readonly signedIn = output<SessionAnswer>();

  protected readonly busy = signal(false);
  protected readonly ending = {
    refusals: signal<readonly string[]>([]),
    failure: signal<Failure | undefined>(undefined),
  };

  protected async signIn(): Promise<void> {
    this.busy.set(true);
    this.ending.refusals.set([]);
    this.ending.failure.set(undefined);
    const outcome = await this.passkeys.signIn();
    this.busy.set(false);
    switch (outcome.kind) {
      case 'ok':
        this.signedIn.emit(outcome.value);
        return;
      case 'refused':
        this.ending.refusals.set(outcome.errors.map((refusal) => this.#sentence(refusal)));
        return;
      case 'failed':
        this.ending.failure.set(outcome.failure);
    }
  }

  #sentence({ code }: SignInRefusal): string {
    switch (code) {
      case 'PASSKEY_REJECTED':
        return this.t('signIn.refused.passkeyRejected');
      case 'CANCELLED':
        return this.t('signIn.refused.passkeyCancelled');
      default:
        return never(code);
    }
  }
}
