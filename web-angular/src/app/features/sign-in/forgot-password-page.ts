import { Component, inject, signal } from '@angular/core';
import { email, form, FormField, FormRoot, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';

import { AuthRequests, type Problem } from '../../core/auth/auth-requests';
import { never } from '../../core/errors/outcome';
import { type Submission, submission } from '../../core/forms/submission';
import { injectTexts } from '../../core/i18n/texts';
import { Banner } from '../../ui/banner';
import { Control, Field } from '../../ui/field';
import { FormNotes } from '../../ui/form-notes';

const problems = ['TOO_MANY_REQUESTS'] as const;

@Component({
  selector: 'coop-forgot-password-page',
  imports: [Banner, Control, Field, FormField, FormNotes, FormRoot, MatButton, RouterLink],
  styleUrl: './card.css',
  template: `
    <div class="card">
      <h1>{{ t('signIn.forgot.heading') }}</h1>
      @if (sent()) {
        <coop-banner tone="good">{{ t('signIn.forgot.sent', { email: form.email().value() }) }}</coop-banner>
      } @else {
        <form [formRoot]="form">
          <p>{{ t('signIn.forgot.text') }}</p>
          <coop-form-notes [of]="sending" />
          <coop-field [label]="t('signIn.email')">
            <input coopControl type="email" autocomplete="username" inputmode="email" [formField]="form.email" />
          </coop-field>
          <button matButton="filled" type="submit" [disabled]="form().submitting()">
            {{ t('signIn.forgot.action') }}
          </button>
        </form>
      }
      <a class="aside" routerLink="/sign-in">{{ t('signIn.back') }}</a>
    </div>
  `,
})
export class ForgotPasswordPage {
  protected readonly t = injectTexts();
  readonly #requests = inject(AuthRequests);

  protected readonly sent = signal(false);
  protected readonly sending: Submission = submission({
    send: () =>
      this.#requests.send<unknown, (typeof problems)[number]>({
        method: 'POST',
        path: 'password/forgot',
        body: this.form().value(),
        problems,
      }),
    explain: ({ code }: Problem<(typeof problems)[number]>) =>
      code === 'TOO_MANY_REQUESTS' ? this.t('signIn.refused.tooMany') : never(code),
    done: () => this.sent.set(true),
  });
  protected readonly form = form(
    signal({ email: '' }),
    (path) => {
      required(path.email);
      email(path.email);
    },
    { submission: this.sending },
  );
}
