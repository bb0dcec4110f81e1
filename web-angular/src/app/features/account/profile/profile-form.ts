import { Component, inject, input, linkedSignal } from '@angular/core';
import { form, FormField, FormRoot, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';

import { AuthRequests, type Problem } from '../../../core/auth/auth-requests';
import { injectInputFaults } from '../../../core/auth/input-faults';
import { Session } from '../../../core/auth/session';
import { type Submission, submission } from '../../../core/forms/submission';
import { localeNames, locales } from '../../../core/i18n/locales';
import { injectTexts, localeOf, Texts } from '../../../core/i18n/texts';
import { Control, Field } from '../../../ui/field';
import { FormNotes } from '../../../ui/form-notes';
import { keepTyped } from '../../../ui/kept-form';
import { Toast } from '../../../ui/toast';

const problems = ['INVALID_INPUT'] as const;

/** What belongs to the person, in whichever co-op: the name on the account and the language. */
@Component({
  selector: 'coop-profile-form',
  imports: [Control, Field, FormField, FormNotes, FormRoot, MatButton],
  styleUrl: '../section.css',
  template: `
    <form [formRoot]="form">
      <coop-form-notes [of]="sending" />
      <coop-field [label]="t('account.profile.name')">
        <input coopControl type="text" autocomplete="name" [formField]="form.name" />
      </coop-field>
      <coop-field [label]="t('account.profile.language')" [hint]="t('account.profile.languageHint')">
        <select coopControl [formField]="form.language">
          @for (locale of locales; track locale) {
            <option [value]="locale">{{ localeNames[locale] }}</option>
          }
        </select>
      </coop-field>
      <p class="muted">{{ t('account.profile.email', { email: account().email }) }}</p>
      <button matButton="filled" type="submit" [disabled]="form().submitting()">{{ t('ui.save') }}</button>
    </form>
  `,
})
export class ProfileForm {
  protected readonly t = injectTexts();
  readonly #requests = inject(AuthRequests);
  readonly #session = inject(Session);
  readonly #texts = inject(Texts);
  readonly #toast = inject(Toast);
  readonly #inputFaults = injectInputFaults();

  readonly account = input.required<{ readonly name: string; readonly email: string; readonly language: string }>();

  protected readonly locales = locales;
  protected readonly localeNames = localeNames;
  readonly #model = linkedSignal(() => ({
    name: this.account().name,
    language: localeOf(this.account().language) ?? this.#texts.locale(),
  }));
  protected readonly sending: Submission = submission({
    send: () =>
      this.#requests.send<unknown, (typeof problems)[number]>({
        method: 'PATCH',
        path: 'profile',
        body: { name: this.#model().name, language: this.#model().language.toUpperCase() },
        problems,
      }),
    explain: (problem: Problem<(typeof problems)[number]>) => this.#inputFaults(problem, this.form),
    done: async () => {
      this.form().reset();
      await this.#texts.choose(this.#model().language);
      await this.#session.reload();
      this.#toast.say(this.t('ui.saved'));
    },
  });
  protected readonly form = form(this.#model, (path) => required(path.name), { submission: this.sending });

  constructor() {
    keepTyped('profile', () => this.form);
  }
}
