import { afterNextRender, Component, inject, Injector, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { KeyRound } from 'lucide';

import { authQuery } from '../../../core/auth/auth-query';
import { AuthRequests } from '../../../core/auth/auth-requests';
import { injectInputFaults } from '../../../core/auth/input-faults';
import { type Passkey, type PasskeyRefusal, Passkeys } from '../../../core/auth/passkeys';
import { never } from '../../../core/errors/outcome';
import { type Sentence, type Submission, submission } from '../../../core/forms/submission';
import { Formats } from '../../../core/i18n/formats';
import { injectTexts } from '../../../core/i18n/texts';
import { Confirm } from '../../../ui/confirm';
import { FailureBanner } from '../../../ui/failure-banner';
import { Control, Field } from '../../../ui/field';
import { FormNotes } from '../../../ui/form-notes';
import { Icon } from '../../../ui/icon';
import { Skeleton } from '../../../ui/skeleton';
import { Toast } from '../../../ui/toast';
import { RenamePasskeyForm } from './rename-passkey-form';

@Component({
  selector: 'coop-passkey-list',
  imports: [
    Control,
    FailureBanner,
    Field,
    FormField,
    FormNotes,
    FormRoot,
    Icon,
    MatButton,
    RenamePasskeyForm,
    Skeleton,
  ],
  styleUrl: '../section.css',
  templateUrl: './passkey-list.html',
})
export class PasskeyList {
  protected readonly icons = { KeyRound };
  protected readonly t = injectTexts();
  protected readonly formats = inject(Formats);
  protected readonly passkeys = inject(Passkeys);
  readonly #requests = inject(AuthRequests);
  readonly #confirm = inject(Confirm);
  readonly #toast = inject(Toast);
  readonly #inputFaults = injectInputFaults();
  readonly #injector = inject(Injector);

  protected readonly list = authQuery<readonly Passkey[]>('passkeys');
  protected readonly adding = signal(false);
  /** The id of the passkey whose name is being changed. */
  protected readonly renaming = signal<string | null>(null);
  protected readonly sending: Submission = submission({
    send: () => this.passkeys.add(this.form.name().value()),
    explain: (refusal) => this.#sentence(refusal),
    done: () => {
      this.adding.set(false);
      this.form().reset({ name: '' });
      this.list.refetch();
    },
  });
  protected readonly form = form(
    signal({ name: '' }),
    (path) => {
      required(path.name);
      maxLength(path.name, 60);
    },
    { submission: this.sending },
  );

  /** The keyboard stays in the line where it was. */
  protected endRenaming(renamed: boolean): void {
    const id = this.renaming();
    this.renaming.set(null);
    if (renamed) this.list.refetch();
    afterNextRender(() => document.getElementById(`rename-${id}`)?.focus(), { injector: this.#injector });
  }

  protected async remove(passkey: Passkey): Promise<void> {
    const sure = await this.#confirm.ask({
      heading: this.t('account.passkeys.removeHeading', { name: passkey.name }),
      text: this.t('account.passkeys.removeText'),
      action: this.t('account.passkeys.remove'),
    });
    if (!sure) return;
    const outcome = await this.#requests.remove(`passkeys/${passkey.id}`);
    if (outcome.kind === 'failed') this.#toast.failed(outcome.failure);
    this.list.refetch();
  }

  #sentence(problem: PasskeyRefusal): Sentence | readonly Sentence[] {
    switch (problem.code) {
      case 'PASSKEY_REJECTED':
        return this.t('account.passkeys.rejected');
      case 'INVALID_INPUT':
        return this.#inputFaults(problem, this.form);
      case 'CANCELLED':
        return this.t('account.passkeys.cancelled');
      default:
        return never(problem.code);
    }
  }
}
