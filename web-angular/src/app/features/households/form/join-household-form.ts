import { Component, inject, signal } from '@angular/core';
import { form, FormField, required } from '@angular/forms/signals';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';

import { today } from '../../../core/days';
import { never } from '../../../core/errors/outcome';
import { injectInputSentence } from '../../../core/forms/input-sentence';
import { type Sentence, type Submission, submission } from '../../../core/forms/submission';
import { mutation, type RefusalOf } from '../../../core/graphql/mutation';
import { Formats } from '../../../core/i18n/formats';
import { injectTexts } from '../../../core/i18n/texts';
import {
  type HouseholdPage_HouseholdFragment,
  JoinHouseholdDocument,
  type JoinHouseholdMutation,
} from '../../../graphql/households';
import { DateField } from '../../../ui/date-field';
import { FormDialog } from '../../../ui/form-dialog';
import { type Choice, SearchChoice } from '../../../ui/search-choice';
import { memberChoices } from './member-choices';

/** One more member comes to live in a household. */
@Component({
  selector: 'coop-join-household-form',
  imports: [DateField, FormDialog, FormField, SearchChoice],
  template: `
    <coop-form-dialog
      [heading]="t('households.join.heading', { name: household.name })"
      [action]="t('households.join.action')"
      [form]="form"
      [sending]="sending"
    >
      <coop-search-choice
        [label]="t('households.field.member')"
        [placeholder]="t('households.field.memberHint')"
        [choices]="choices.found()"
        [lookup]="choices.lookup"
        [formField]="form.memberId"
        (asked)="choices.asked.set($event)"
      />
      <coop-date-field [label]="t('households.field.from')" [formField]="form.from" />
    </coop-form-dialog>
  `,
})
export class JoinHouseholdForm {
  protected readonly t = injectTexts();
  protected readonly household = inject<HouseholdPage_HouseholdFragment>(MAT_DIALOG_DATA);
  readonly #join = mutation(JoinHouseholdDocument);
  readonly #dialog = inject(MatDialogRef);
  readonly #inputSentence = injectInputSentence();
  readonly #formats = inject(Formats);
  protected readonly choices = memberChoices();

  readonly #model = signal({ memberId: null as Choice | null, from: today() });
  protected readonly sending: Submission = submission({
    send: () => {
      const { memberId, from } = this.#model();
      return this.#join.run({ input: { householdId: this.household.id, memberId: memberId?.id ?? '', from } });
    },
    explain: (refusal) => this.#sentence(refusal),
    done: () => this.#dialog.close(),
  });
  protected readonly form = form(
    this.#model,
    (path) => {
      required(path.memberId);
      required(path.from);
    },
    { submission: this.sending },
  );

  #sentence(refusal: RefusalOf<JoinHouseholdMutation>): Sentence {
    switch (refusal.__typename) {
      case 'InvalidInputError':
        return this.#inputSentence(refusal, this.form);
      case 'HouseholdNotFoundError':
        return this.t('households.refused.gone');
      case 'MemberNotFoundError':
        return { fieldTree: this.form.memberId, message: this.t('households.refused.memberGone') };
      case 'MembershipNotCurrentError':
        return {
          fieldTree: this.form.from,
          message: this.t('households.refused.notCurrent', { day: this.#formats.day(refusal.on) }),
        };
      case 'AlreadyInHouseholdError':
        return { fieldTree: this.form.memberId, message: this.t('households.refused.alreadyInHousehold') };
      default:
        return never(refusal);
    }
  }
}
