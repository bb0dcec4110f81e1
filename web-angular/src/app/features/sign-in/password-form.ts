import { Component, inject, output, signal } from '@angular/core';
import { email, form, FormField, FormRoot, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';

import { AuthRequests, type Problem } from '../../core/auth/auth-requests';
import type { SessionAnswer, SignInAnswer } from '../../core/auth/session';
import { never } from '../../core/errors/outcome';
import { type Submission, submission } from '../../core/forms/submission';
import { Formats } from '../../core/i18n/formats';
import { injectTexts } from '../../core/i18n/texts';
import { Control, Field } from '../../ui/field';
import { FormNotes } from '../../ui/form-notes';

const problems = ['WRONG_CREDENTIALS', 'LOCKED_OUT', 'TOO_MANY_REQUESTS', 'INVALID_INPUT'] as const;

@Component({
  selector: 'coop-password-form',
  imports: [Control, Field, FormField, FormNotes, FormRoot, MatButton, RouterLink],
  styleUrl: './card.css',
  template: `
    <form [formRoot]="form">
      <coop-form-notes [of]="sending" />
      <coop-field [label]="t('signIn.email')">
        <input coopControl type="email" autocomplete="username webauthn" inputmode="email" [formField]="form.email" />
      </coop-field>
      <coop-field [label]="t('signIn.password')">
        <input coopControl type="password" autocomplete="current-password" [formField]="form.password" />
      </coop-field>
      <label class="choice">
        <input type="checkbox" [formField]="form.remember" />
        {{ t('signIn.remember') }}
      </label>
      <button matButton="filled" type="submit" [disabled]="form().submitting()">{{ t('signIn.action') }}</button>
      <a class="aside" routerLink="/forgot-password">{{ t('signIn.forgot.link') }}</a>
    </form>
  `,
})
export class PasswordForm {
  protected readonly t = injectTexts();
  readonly #requests = inject(AuthRequests);
  readonly #formats = inject(Formats);

  readonly signedIn = output<SessionAnswer>();
  readonly secondFactorAsked = output();

  protected readonly sending: Submission = submission({
    send: () =>
      this.#requests.send<SignInAnswer, (typeof problems)[number]>({
        method: 'POST',
        path: 'sign-in',
        body: this.form().value(),
        problems,
      }),
    explain: (problem) => this.#sentence(problem),
    done: (answer) => {
      if ('secondFactor' in answer) this.secondFactorAsked.emit();
      else this.signedIn.emit(answer);
    },
  });
  protected readonly form = form(
    signal({ email: '', password: '', remember: false }),
    (path) => {
      required(path.email);
      email(path.email);
      required(path.password);
    },
    { submission: this.sending },
  );

  #sentence({ code, until }: Problem<(typeof problems)[number]>): string {
    switch (code) {
      case 'WRONG_CREDENTIALS':
      case 'INVALID_INPUT':
        return this.t('signIn.refused.wrongCredentials');
      case 'LOCKED_OUT':
        return until
          ? this.t('signIn.refused.lockedOutUntil', { until: this.#formats.moment(until) })
          : this.t('signIn.refused.lockedOut');
      case 'TOO_MANY_REQUESTS':
        return this.t('signIn.refused.tooMany');
      default:
        return never(code);
    }
  }
}
