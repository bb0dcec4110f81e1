import { Component, inject, output, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';

import { AuthRequests, type Problem } from '../../../core/auth/auth-requests';
import { injectInputFaults } from '../../../core/auth/input-faults';
import { Session } from '../../../core/auth/session';
import { type Submission, submission } from '../../../core/forms/submission';
import { injectTexts } from '../../../core/i18n/texts';
import { Control, Field } from '../../../ui/field';
import { FormNotes } from '../../../ui/form-notes';

const problems = ['INVALID_INPUT'] as const;

/** A new key: its name, what it may do, where, and until when. */
@Component({
  selector: 'coop-token-form',
  imports: [Control, Field, FormField, FormNotes, FormRoot, MatButton],
  styleUrl: '../section.css',
  template: `
    <form [formRoot]="form">
      <coop-form-notes [of]="sending" />
      <coop-field [label]="t('account.tokens.name')" [hint]="t('account.tokens.nameHint')">
        <input coopControl type="text" [formField]="form.name" />
      </coop-field>
      <coop-field [label]="t('account.tokens.scope')">
        <select coopControl [formField]="form.scope">
          <option value="read">{{ t('account.tokens.readOnly') }}</option>
          <option value="write">{{ t('account.tokens.readWrite') }}</option>
        </select>
      </coop-field>
      <coop-field [label]="t('account.tokens.coop')">
        <select coopControl [formField]="form.coop">
          <option value="">{{ t('account.tokens.everyCoop') }}</option>
          @for (coop of coops(); track coop.slug) {
            <option [value]="coop.slug">{{ coop.name }}</option>
          }
        </select>
      </coop-field>
      <coop-field [label]="t('account.tokens.expiry')">
        <select coopControl [formField]="form.days">
          @for (days of lifetimes; track days) {
            <option [value]="days">{{ t.plural('account.tokens.days', +days) }}</option>
          }
        </select>
      </coop-field>
      <div class="row">
        <button matButton="filled" type="submit" [disabled]="form().submitting()">
          {{ t('account.tokens.create') }}
        </button>
        <button matButton="text" type="button" (click)="cancelled.emit()">{{ t('ui.cancel') }}</button>
      </div>
    </form>
  `,
})
export class TokenForm {
  protected readonly t = injectTexts();
  readonly #requests = inject(AuthRequests);
  readonly #inputFaults = injectInputFaults();

  readonly created = output<string>();
  readonly cancelled = output();

  protected readonly coops = inject(Session).coops;
  protected readonly lifetimes = ['7', '30', '90', '365'] as const;
  protected readonly sending: Submission = submission({
    send: () => {
      const { name, scope, coop, days } = this.form().value();
      return this.#requests.send<{ readonly token: string }, (typeof problems)[number]>({
        method: 'POST',
        path: 'tokens',
        body: {
          name,
          scopes: scope === 'write' ? ['read', 'write'] : ['read'],
          coop: coop || undefined,
          expiresInDays: Number(days),
        },
        problems,
      });
    },
    explain: (problem: Problem<(typeof problems)[number]>) =>
      this.#inputFaults(problem, {
        name: this.form.name,
        scopes: this.form.scope,
        coop: this.form.coop,
        expiresInDays: this.form.days,
      }),
    done: ({ token }) => this.created.emit(token),
  });
  protected readonly form = form(
    signal({ name: '', scope: 'read', coop: '', days: '90' }),
    (path) => {
      required(path.name);
      maxLength(path.name, 100);
    },
    { submission: this.sending },
  );
}
