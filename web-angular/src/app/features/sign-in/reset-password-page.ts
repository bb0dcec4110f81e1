import { Component, inject, input, signal } from '@angular/core';
import { form, FormField, FormRoot, minLength, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';

import { AuthRequests, type Problem } from '../../core/auth/auth-requests';
import { injectInputFaults, minPasswordLength } from '../../core/auth/input-faults';
import { never } from '../../core/errors/outcome';
import { type Sentence, type Submission, submission } from '../../core/forms/submission';
import { injectTexts } from '../../core/i18n/texts';
import { Control, Field } from '../../ui/field';
import { FormNotes } from '../../ui/form-notes';
import { Toast } from '../../ui/toast';

const problems = ['RESET_TOKEN_INVALID', 'INVALID_INPUT', 'TOO_MANY_REQUESTS'] as const;

@Component({
  selector: 'coop-reset-password-page',
  imports: [Control, Field, FormField, FormNotes, FormRoot, MatButton, RouterLink],
  styleUrl: './card.css',
  template: `
    <div class="card">
      <h1>{{ t('signIn.reset.heading') }}</h1>
      <form [formRoot]="form">
        <p>{{ t('signIn.reset.text', { email: email() }) }}</p>
        <coop-form-notes [of]="sending" />
        <input class="visually-hidden" type="email" autocomplete="username" [value]="email()" readonly hidden />
        <coop-field [label]="t('signIn.reset.password')" [hint]="t('signIn.passwordHint', { least })">
          <input coopControl type="password" autocomplete="new-password" [formField]="form.password" />
        </coop-field>
        <button matButton="filled" type="submit" [disabled]="form().submitting()">
          {{ t('signIn.reset.action') }}
        </button>
      </form>
      <a class="aside" routerLink="/forgot-password">{{ t('signIn.reset.again') }}</a>
    </div>
  `,
})
export class ResetPasswordPage {
  protected readonly t = injectTexts();
  readonly #requests = inject(AuthRequests);
  readonly #router = inject(Router);
  readonly #toast = inject(Toast);
  readonly #inputFaults = injectInputFaults();

  /** From the link in the mail (query). */
  readonly email = input('');
  readonly token = input('');

  protected readonly least = minPasswordLength;
  protected readonly sending: Submission = submission({
    send: () =>
      this.#requests.send<unknown, (typeof problems)[number]>({
        method: 'POST',
        path: 'password/reset',
        body: { email: this.email(), token: this.token(), password: this.form.password().value() },
        problems,
      }),
    explain: (problem) => this.#sentences(problem),
    done: () => {
      this.#toast.say(this.t('signIn.reset.done'));
      return this.#router.navigateByUrl('/sign-in');
    },
  });
  protected readonly form = form(
    signal({ password: '' }),
    (path) => {
      required(path.password);
      minLength(path.password, minPasswordLength);
    },
    { submission: this.sending },
  );

  #sentences(problem: Problem<(typeof problems)[number]>): Sentence | readonly Sentence[] {
    switch (problem.code) {
      case 'RESET_TOKEN_INVALID':
        return this.t('signIn.refused.resetTokenInvalid');
      case 'INVALID_INPUT':
        return this.#inputFaults(problem, this.form);
      case 'TOO_MANY_REQUESTS':
        return this.t('signIn.refused.tooMany');
      default:
        return never(problem.code);
    }
  }
}
