import { Component, inject, signal } from '@angular/core';
import { form, FormField, FormRoot, minLength, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';

import { AuthRequests, type Problem } from '../../../core/auth/auth-requests';
import { injectInputFaults, minPasswordLength } from '../../../core/auth/input-faults';
import { never } from '../../../core/errors/outcome';
import { type Sentence, type Submission, submission } from '../../../core/forms/submission';
import { injectTexts } from '../../../core/i18n/texts';
import { Control, Field } from '../../../ui/field';
import { FormNotes } from '../../../ui/form-notes';
import { Toast } from '../../../ui/toast';

const problems = ['WRONG_CREDENTIALS', 'INVALID_INPUT', 'LOCKED_OUT'] as const;

const empty = { current: '', next: '' };

@Component({
  selector: 'coop-change-password-form',
  imports: [Control, Field, FormField, FormNotes, FormRoot, MatButton],
  styleUrl: '../section.css',
  template: `
    <form [formRoot]="form">
      <coop-form-notes [of]="sending" />
      <coop-field [label]="t('account.password.current')">
        <input coopControl type="password" autocomplete="current-password" [formField]="form.current" />
      </coop-field>
      <coop-field [label]="t('account.password.next')" [hint]="t('account.password.hint', { least })">
        <input coopControl type="password" autocomplete="new-password" [formField]="form.next" />
      </coop-field>
      <button matButton="filled" type="submit" [disabled]="form().submitting()">
        {{ t('account.password.action') }}
      </button>
    </form>
  `,
})
export class ChangePasswordForm {
  protected readonly t = injectTexts();
  readonly #requests = inject(AuthRequests);
  readonly #toast = inject(Toast);
  readonly #inputFaults = injectInputFaults();

  protected readonly least = minPasswordLength;
  protected readonly sending: Submission = submission({
    send: () =>
      this.#requests.send<unknown, (typeof problems)[number]>({
        method: 'POST',
        path: 'password/change',
        body: this.form().value(),
        problems,
      }),
    explain: (problem) => this.#sentences(problem),
    done: () => {
      this.form().reset(empty);
      this.#toast.say(this.t('account.password.done'));
    },
  });
  protected readonly form = form(
    signal(empty),
    (path) => {
      required(path.current);
      required(path.next);
      minLength(path.next, minPasswordLength);
    },
    { submission: this.sending },
  );

  #sentences(problem: Problem<(typeof problems)[number]>): Sentence | readonly Sentence[] {
    switch (problem.code) {
      case 'WRONG_CREDENTIALS':
        return { fieldTree: this.form.current, message: this.t('account.password.wrong') };
      case 'INVALID_INPUT':
        return this.#inputFaults(problem, this.form);
      case 'LOCKED_OUT':
        return this.t('account.password.lockedOut');
      default:
        return never(problem.code);
    }
  }
}
