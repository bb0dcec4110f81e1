import { Component, inject, signal } from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';

import { never, ok } from '../../../core/errors/outcome';
import { injectInputSentence } from '../../../core/forms/input-sentence';
import { type Sentence, type Submission, submission } from '../../../core/forms/submission';
import { mutation, type RefusalOf } from '../../../core/graphql/mutation';
import { injectTexts } from '../../../core/i18n/texts';
import {
  AddWebhookDocument,
  type AddWebhookMutation,
  ChangeWebhookDocument,
  type ChangeWebhookMutation,
  type Webhook_WebhookFragment,
} from '../../../graphql/settings';
import { Control, Field } from '../../../ui/field';
import { FormDialog } from '../../../ui/form-dialog';

/** Where to send what; closes with the secret of a new one. */
@Component({
  selector: 'coop-webhook-form',
  imports: [Control, Field, FormDialog, FormField],
  template: `
    <coop-form-dialog
      [heading]="t(webhook ? 'settings.webhooks.change' : 'settings.webhooks.add')"
      [action]="t(webhook ? 'ui.save' : 'settings.webhooks.add')"
      [form]="form"
      [sending]="sending"
    >
      <coop-field [label]="t('settings.webhooks.url')" [hint]="t('settings.webhooks.urlHint')">
        <input coopControl type="url" autocomplete="off" [formField]="form.url" />
      </coop-field>
      <coop-field [label]="t('settings.webhooks.kinds')" [hint]="t('settings.webhooks.kindsHint')" optional>
        <textarea coopControl rows="3" [formField]="form.kinds"></textarea>
      </coop-field>
    </coop-form-dialog>
  `,
})
export class WebhookForm {
  protected readonly t = injectTexts();
  protected readonly webhook = inject<Webhook_WebhookFragment | null>(MAT_DIALOG_DATA);
  readonly #add = mutation(AddWebhookDocument);
  readonly #change = mutation(ChangeWebhookDocument);
  readonly #dialog = inject<MatDialogRef<WebhookForm, string>>(MatDialogRef);
  readonly #inputSentence = injectInputSentence();

  readonly #model = signal({ url: this.webhook?.url ?? '', kinds: this.webhook?.kinds.join('\n') ?? '' });
  protected readonly sending: Submission = submission({
    send: () => this.#send(),
    explain: (refusal: RefusalOf<AddWebhookMutation> | RefusalOf<ChangeWebhookMutation>) => this.#sentence(refusal),
    done: (secret: string | undefined) => this.#dialog.close(secret),
  });
  protected readonly form = form(
    this.#model,
    (path) => {
      required(path.url);
      maxLength(path.url, 500);
    },
    { submission: this.sending },
  );

  async #send() {
    const { url, kinds } = this.#model();
    const input = { url, kinds: kinds.split(/[\s,]+/).filter(Boolean) };
    if (this.webhook) {
      const changed = await this.#change.run({ input: { webhookId: this.webhook.id, ...input } });
      return changed.kind === 'ok' ? ok(undefined) : changed;
    }
    const added = await this.#add.run({ input });
    return added.kind === 'ok' ? ok(added.value.webhookSecret?.secret) : added;
  }

  #sentence(refusal: RefusalOf<AddWebhookMutation> | RefusalOf<ChangeWebhookMutation>): Sentence {
    switch (refusal.__typename) {
      case 'InvalidInputError':
        return this.#inputSentence(refusal, this.form);
      case 'WebhookInsideError':
        return { fieldTree: this.form.url, message: this.t('settings.refused.inside') };
      case 'TooManyWebhooksError':
        return this.t('settings.refused.tooMany', { most: refusal.most });
      case 'WebhookNotFoundError':
        return this.t('settings.refused.webhookGone');
      default:
        return never(refusal);
    }
  }
}
