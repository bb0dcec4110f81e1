import { Component, inject, input, output, resource, signal } from '@angular/core';
import { form, FormField, FormRoot, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';

import { AuthRequests, type Problem } from '../../../core/auth/auth-requests';
import { never } from '../../../core/errors/outcome';
import { type Sentence, type Submission, submission } from '../../../core/forms/submission';
import { injectTexts } from '../../../core/i18n/texts';
import { Control, Field } from '../../../ui/field';
import { FormNotes } from '../../../ui/form-notes';

export interface TotpSetup {
  readonly secret: string;
  readonly uri: string;
}

const problems = ['WRONG_CODE', 'TOTP_ALREADY_ENABLED'] as const;

/** Scan, then prove it works with the first code. */
@Component({
  selector: 'coop-authenticator-setup',
  imports: [Control, Field, FormField, FormNotes, FormRoot, MatButton],
  styleUrl: '../section.css',
  template: `
    <form [formRoot]="form">
      <coop-form-notes [of]="sending" />
      <p>{{ t('account.totp.scan') }}</p>
      @if (picture.hasValue()) {
        <div>
          <img [src]="picture.value()" [alt]="t('account.totp.qr')" width="200" height="200" />
        </div>
      }
      <p>
        {{ t('account.totp.byHand') }}
        <code class="secret">{{ setup().secret }}</code>
      </p>
      <coop-field [label]="t('account.totp.code')">
        <input coopControl type="text" inputmode="numeric" autocomplete="one-time-code" [formField]="form.code" />
      </coop-field>
      <div class="row">
        <button matButton="filled" type="submit" [disabled]="form().submitting()">
          {{ t('account.totp.confirm') }}
        </button>
        <button matButton="text" type="button" (click)="cancelled.emit()">{{ t('ui.cancel') }}</button>
      </div>
    </form>
  `,
  styles: `
    img {
      width: 200px;
      padding: 8px;
      border-radius: var(--radius);
      background: white;
    }
  `,
})
export class AuthenticatorSetup {
  protected readonly t = injectTexts();
  readonly #requests = inject(AuthRequests);

  readonly setup = input.required<TotpSetup>();
  /** The recovery codes, shown this once. */
  readonly confirmed = output<readonly string[]>();
  readonly cancelled = output();

  protected readonly picture = resource({
    params: () => this.setup().uri,
    loader: async ({ params: uri }) => {
      const { default: qrcode } = await import('qrcode');
      return qrcode.toDataURL(uri, { margin: 1, width: 400, errorCorrectionLevel: 'M' });
    },
  });
  protected readonly sending: Submission = submission({
    send: () =>
      this.#requests.send<{ recoveryCodes: readonly string[] }, (typeof problems)[number]>({
        method: 'POST',
        path: 'totp/confirm',
        body: { code: this.form.code().value().replaceAll(/\s/g, '') },
        problems,
      }),
    explain: (problem) => this.#sentence(problem),
    done: ({ recoveryCodes }) => this.confirmed.emit(recoveryCodes),
  });
  protected readonly form = form(signal({ code: '' }), (path) => required(path.code), { submission: this.sending });

  #sentence({ code }: Problem<(typeof problems)[number]>): Sentence {
    switch (code) {
      case 'WRONG_CODE':
        return { fieldTree: this.form.code, message: this.t('account.totp.wrongCode') };
      case 'TOTP_ALREADY_ENABLED':
        return this.t('account.totp.alreadyOn');
      default:
        return never(code);
    }
  }
}
