import { afterNextRender, Component, inject, output, signal } from '@angular/core';
import { form, FormField, FormRoot, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';

import { AuthRequests, type Problem } from '../../core/auth/auth-requests';
import type { SessionAnswer } from '../../core/auth/session';
import { never } from '../../core/errors/outcome';
import { type Sentence, type Submission, submission } from '../../core/forms/submission';
import { injectTexts } from '../../core/i18n/texts';
import { Control, Field } from '../../ui/field';
import { FormNotes } from '../../ui/form-notes';

const problems = ['WRONG_CODE', 'SECOND_FACTOR_EXPIRED', 'LOCKED_OUT', 'TOO_MANY_REQUESTS'] as const;

/** The code of the authenticator app, or one of the recovery codes. */
@Component({
  selector: 'coop-second-factor-form',
  imports: [Control, Field, FormField, FormNotes, FormRoot, MatButton],
  styleUrl: './card.css',
  template: `
    <form [formRoot]="form">
      <coop-form-notes [of]="sending" />
      <p>{{ t(recovering() ? 'signIn.secondFactor.recoveryText' : 'signIn.secondFactor.text') }}</p>
      <coop-field [label]="t(recovering() ? 'signIn.secondFactor.recoveryCode' : 'signIn.secondFactor.code')">
        <input
          coopControl
          class="code"
          type="text"
          autocomplete="one-time-code"
          autocapitalize="off"
          spellcheck="false"
          [attr.inputmode]="recovering() ? 'text' : 'numeric'"
          [formField]="form.code"
        />
      </coop-field>
      <label class="choice">
        <input type="checkbox" [formField]="form.rememberDevice" />
        {{ t('signIn.secondFactor.rememberDevice') }}
      </label>
      <button matButton="filled" type="submit" [disabled]="form().submitting()">{{ t('signIn.action') }}</button>
      <button matButton="text" type="button" (click)="switchKind()">
        {{ t(recovering() ? 'signIn.secondFactor.useCode' : 'signIn.secondFactor.useRecovery') }}
      </button>
    </form>
  `,
})
export class SecondFactorForm {
  protected readonly t = injectTexts();
  readonly #requests = inject(AuthRequests);

  readonly signedIn = output<SessionAnswer>();
  /** Too much time passed: the password is needed again. */
  readonly expired = output();

  protected readonly recovering = signal(false);
  protected readonly sending: Submission = submission({
    send: () => {
      const { code, rememberDevice } = this.form().value();
      return this.#requests.send<SessionAnswer, (typeof problems)[number]>({
        method: 'POST',
        path: 'sign-in/second-factor',
        body: this.recovering()
          ? { recoveryCode: code.trim(), rememberDevice }
          : { code: code.replaceAll(/\s/g, ''), rememberDevice },
        problems,
      });
    },
    explain: (problem) => this.#sentence(problem),
    done: (answer) => this.signedIn.emit(answer),
  });
  protected readonly form = form(
    signal({ code: '', rememberDevice: false }),
    (path) => {
      required(path.code);
    },
    { submission: this.sending },
  );

  constructor() {
    // It takes the place of the form before it, and the keyboard with it.
    afterNextRender(() => this.form.code().focusBoundControl());
  }

  protected switchKind(): void {
    this.recovering.update((recovering) => !recovering);
    this.form.code().value.set('');
  }

  #sentence({ code }: Problem<(typeof problems)[number]>): Sentence {
    switch (code) {
      case 'WRONG_CODE':
        return { fieldTree: this.form.code, message: this.t('signIn.refused.wrongCode') };
      case 'SECOND_FACTOR_EXPIRED':
        this.expired.emit();
        return this.t('signIn.refused.secondFactorExpired');
      case 'LOCKED_OUT':
        return this.t('signIn.refused.lockedOut');
      case 'TOO_MANY_REQUESTS':
        return this.t('signIn.refused.tooMany');
      default:
        return never(code);
    }
  }
}
