import {
  afterNextRender,
  Component,
  type ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  viewChild,
} from '@angular/core';
import { form, FormField, FormRoot, maxLength, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';

import { AuthRequests, type Problem } from '../../../core/auth/auth-requests';
import { injectInputFaults } from '../../../core/auth/input-faults';
import type { Passkey } from '../../../core/auth/passkeys';
import { never } from '../../../core/errors/outcome';
import { type Sentence, type Submission, submission } from '../../../core/forms/submission';
import { injectTexts } from '../../../core/i18n/texts';
import { Control, Field } from '../../../ui/field';
import { FormNotes } from '../../../ui/form-notes';

const problems = ['INVALID_INPUT', 'PASSKEY_NOT_FOUND'] as const;

/** Another name, in the line of the passkey: Enter saves it, Escape leaves it as it was. */
@Component({
  selector: 'coop-rename-passkey-form',
  imports: [Control, Field, FormField, FormNotes, FormRoot, MatButton],
  styleUrl: '../section.css',
  template: `
    <form [formRoot]="form" (keydown.escape)="cancelled.emit()">
      <coop-form-notes [of]="sending" />
      <coop-field [label]="t('account.passkeys.name')">
        <input #box coopControl type="text" autocomplete="off" [formField]="form.name" />
      </coop-field>
      <div class="row">
        <button matButton="filled" type="submit" [disabled]="form().submitting()">{{ t('ui.save') }}</button>
        <button matButton="text" type="button" (click)="cancelled.emit()">{{ t('ui.cancel') }}</button>
      </div>
    </form>
  `,
})
export class RenamePasskeyForm {
  protected readonly t = injectTexts();
  readonly #requests = inject(AuthRequests);
  readonly #inputFaults = injectInputFaults();
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');

  readonly passkey = input.required<Passkey>();
  readonly renamed = output();
  readonly cancelled = output();

  readonly #model = linkedSignal(() => ({ name: this.passkey().name }));
  protected readonly sending: Submission = submission({
    send: () =>
      this.#requests.send<Passkey, (typeof problems)[number]>({
        method: 'PATCH',
        path: `passkeys/${this.passkey().id}`,
        body: this.#model(),
        problems,
      }),
    explain: (problem) => this.#sentence(problem),
    done: () => this.renamed.emit(),
  });
  protected readonly form = form(
    this.#model,
    (path) => {
      required(path.name);
      maxLength(path.name, 60);
    },
    { submission: this.sending },
  );

  constructor() {
    afterNextRender(() => {
      const box = this.box().nativeElement;
      box.focus();
      box.select();
    });
  }

  #sentence(problem: Problem<(typeof problems)[number]>): Sentence | readonly Sentence[] {
    switch (problem.code) {
      case 'INVALID_INPUT':
        return this.#inputFaults(problem, this.form);
      case 'PASSKEY_NOT_FOUND':
        return this.t('account.passkeys.gone');
      default:
        return never(problem.code);
    }
  }
}
