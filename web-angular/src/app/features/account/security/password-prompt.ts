import { Component, inject, input, output, signal } from '@angular/core';
import { form, FormField, FormRoot, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';

import { AuthRequests, type Problem } from '../../../core/auth/auth-requests';
import { never } from '../../../core/errors/outcome';
import { type Sentence, type Submission, submission } from '../../../core/forms/submission';
import { injectTexts } from '../../../core/i18n/texts';
import { Control, Field } from '../../../ui/field';
import { FormNotes } from '../../../ui/form-notes';

const problems = ['WRONG_CREDENTIALS', 'LOCKED_OUT', 'TOTP_NOT_ENABLED'] as const;

/** Asks for the password before a step that weakens the account, and takes that step. */
@Component({
  selector: 'coop-password-prompt',
  imports: [Control, Field, FormField, FormNotes, FormRoot, MatButton],
  styleUrl: '../section.css',
  template: `
    <form [formRoot]="form">
      <coop-form-notes [of]="sending" />
      <coop-field [label]="t('account.password.current')">
        <input coopControl type="password" autocomplete="current-password" [formField]="form.password" />
      </coop-field>
      <div class="row">
        <button matButton="filled" type="submit" [disabled]="form().submitting()">{{ action() }}</button>
        <button matButton="text" type="button" (click)="cancelled.emit()">{{ t('ui.cancel') }}</button>
      </div>
    </form>
  `,
})
export class PasswordPrompt {
  protected readonly t = injectTexts();
  readonly #requests = inject(AuthRequests);

  readonly path = input.required<'totp/disable' | 'totp/recovery-codes'>();
  readonly action = input.required<string>();
  readonly done = output<{ readonly recoveryCodes: readonly string[] } | null>();
  readonly cancelled = output();

  protected readonly sending: Submission = submission({
    send: () =>
      this.#requests.send<{ readonly recoveryCodes: readonly string[] } | null, (typeof problems)[number]>({
        method: 'POST',
        path: this.path(),
        body: this.form().value(),
        problems,
      }),
    explain: (problem) => this.#sentence(problem),
    done: (answer) => this.done.emit(answer),
  });
  protected readonly form = form(signal({ password: '' }), (path) => required(path.password), {
    submission: this.sending,
  });

  #sentence({ code }: Problem<(typeof problems)[number]>): Sentence {
    switch (code) {
      case 'WRONG_CREDENTIALS':
        return { fieldTree: this.form.password, message: this.t('account.password.wrong') };
      case 'LOCKED_OUT':
        return this.t('account.password.lockedOut');
      case 'TOTP_NOT_ENABLED':
        return this.t('account.totp.alreadyOff');
      default:
        return never(code);
    }
  }
}
