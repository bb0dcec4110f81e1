import { Component, inject, signal } from '@angular/core';
import { form, FormField, required } from '@angular/forms/signals';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';

import { today } from '../../../core/days';
import { never } from '../../../core/errors/outcome';
import { injectInputSentence } from '../../../core/forms/input-sentence';
import { type Sentence, type Submission, submission } from '../../../core/forms/submission';
import { mutation, type RefusalOf } from '../../../core/graphql/mutation';
import { injectTexts } from '../../../core/i18n/texts';
import {
  GrantRoleDocument,
  type GrantRoleMutation,
  type MemberPage_MemberFragment,
  type Role,
} from '../../../graphql/members';
import { DateField } from '../../../ui/date-field';
import { Control, Field } from '../../../ui/field';
import { FormDialog } from '../../../ui/form-dialog';

/** A role for some days, or until further notice. */
@Component({
  selector: 'coop-grant-role-form',
  imports: [Control, DateField, Field, FormDialog, FormField],
  styleUrl: '../../../ui/section.css',
  template: `
    <coop-form-dialog
      [heading]="t('members.roles.grantTo', { name: member.displayName })"
      [action]="t('members.roles.grant')"
      [form]="form"
      [sending]="sending"
    >
      <coop-field [label]="t('members.role')" [hint]="t('members.roles.may.' + form.role().value())">
        <select coopControl [formField]="form.role">
          @for (role of roles; track role) {
            <option [value]="role">{{ t('words.role.' + role) }}</option>
          }
        </select>
      </coop-field>
      <div class="pair">
        <coop-date-field [label]="t('members.field.from')" [formField]="form.from" />
        <coop-date-field
          [label]="t('members.field.until')"
          [hint]="t('members.field.untilHint')"
          [formField]="form.until"
        />
      </div>
    </coop-form-dialog>
  `,
})
export class GrantRoleForm {
  protected readonly t = injectTexts();
  protected readonly member = inject<MemberPage_MemberFragment>(MAT_DIALOG_DATA);
  readonly #grant = mutation(GrantRoleDocument);
  readonly #dialog = inject(MatDialogRef);
  readonly #inputSentence = injectInputSentence();

  protected readonly roles: readonly Role[] = ['ADMIN', 'MAINTAINER', 'RESIDENT', 'OBSERVER'];
  readonly #model = signal({ role: 'MAINTAINER' as Role, from: today(), until: '' });
  protected readonly sending: Submission = submission({
    send: () => {
      const { role, from, until } = this.#model();
      return this.#grant.run({ input: { memberId: this.member.id, role, from, until: until || null } });
    },
    explain: (refusal) => this.#sentence(refusal),
    done: () => this.#dialog.close(),
  });
  protected readonly form = form(this.#model, (path) => required(path.from), { submission: this.sending });

  #sentence(refusal: RefusalOf<GrantRoleMutation>): Sentence {
    switch (refusal.__typename) {
      case 'InvalidInputError':
        return this.#inputSentence(refusal, this.form);
      case 'MemberNotFoundError':
        return this.t('members.refused.gone');
      case 'RoleAlreadyGrantedError':
        return { fieldTree: this.form.role, message: this.t('members.refused.roleAlreadyGranted') };
      case 'RoleOutsideMembershipError':
        return { fieldTree: this.form.from, message: this.t('members.refused.roleOutsideMembership') };
      default:
        return never(refusal);
    }
  }
}
