import { Component, inject, signal } from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';

import { never } from '../../../core/errors/outcome';
import { injectInputSentence } from '../../../core/forms/input-sentence';
import { type Sentence, type Submission, submission } from '../../../core/forms/submission';
import { mutation, type RefusalOf } from '../../../core/graphql/mutation';
import { injectTexts } from '../../../core/i18n/texts';
import {
  type MemberPage_MemberFragment,
  RenameMemberDocument,
  type RenameMemberMutation,
} from '../../../graphql/members';
import { Control, Field } from '../../../ui/field';
import { FormDialog } from '../../../ui/form-dialog';

@Component({
  selector: 'coop-rename-member-form',
  imports: [Control, Field, FormDialog, FormField],
  styleUrl: '../../../ui/section.css',
  template: `
    <coop-form-dialog [heading]="t('members.rename.heading')" [action]="t('ui.save')" [form]="form" [sending]="sending">
      <div class="pair">
        <coop-field [label]="t('members.field.givenName')">
          <input coopControl type="text" autocomplete="off" [formField]="form.givenName" />
        </coop-field>
        <coop-field [label]="t('members.field.familyName')">
          <input coopControl type="text" autocomplete="off" [formField]="form.familyName" />
        </coop-field>
      </div>
    </coop-form-dialog>
  `,
})
export class RenameMemberForm {
  protected readonly t = injectTexts();
  readonly #member = inject<MemberPage_MemberFragment>(MAT_DIALOG_DATA);
  readonly #rename = mutation(RenameMemberDocument);
  readonly #dialog = inject(MatDialogRef);
  readonly #inputSentence = injectInputSentence();

  readonly #model = signal({ givenName: this.#member.givenName, familyName: this.#member.familyName });
  protected readonly sending: Submission = submission({
    send: () => this.#rename.run({ input: { memberId: this.#member.id, ...this.#model() } }),
    explain: (refusal) => this.#sentence(refusal),
    done: () => this.#dialog.close(),
  });
  protected readonly form = form(
    this.#model,
    (path) => {
      required(path.familyName, { when: ({ valueOf }) => !valueOf(path.givenName).trim() });
      maxLength(path.givenName, 100);
      maxLength(path.familyName, 100);
    },
    { submission: this.sending },
  );

  #sentence(refusal: RefusalOf<RenameMemberMutation>): Sentence {
    switch (refusal.__typename) {
      case 'InvalidInputError':
        return this.#inputSentence(refusal, this.form);
      case 'MemberNotFoundError':
        return this.t('members.refused.gone');
      default:
        return never(refusal);
    }
  }
}
