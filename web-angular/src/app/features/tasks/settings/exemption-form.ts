import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatDialogRef } from '@angular/material/dialog';

import { today } from '../../../core/days';
import { never } from '../../../core/errors/outcome';
import { injectInputSentence } from '../../../core/forms/input-sentence';
import { type Sentence, type Submission, submission } from '../../../core/forms/submission';
import { mutation, type RefusalOf } from '../../../core/graphql/mutation';
import { query } from '../../../core/graphql/query';
import { Formats } from '../../../core/i18n/formats';
import { injectTexts } from '../../../core/i18n/texts';
import {
  EndAssignmentExemptionDocument,
  type EndAssignmentExemptionMutation,
  ExemptFromAssignmentLimitDocument,
  type ExemptFromAssignmentLimitMutation,
  MemberExemptionDocument,
} from '../../../graphql/tasks';
import { DateField } from '../../../ui/date-field';
import { Control, Field } from '../../../ui/field';
import { FormDialog } from '../../../ui/form-dialog';
import { type Choice, SearchChoice } from '../../../ui/search-choice';
import { Toast } from '../../../ui/toast';
import { memberChoices } from '../form/member-choices';

type Refusal = RefusalOf<ExemptFromAssignmentLimitMutation> | RefusalOf<EndAssignmentExemptionMutation>;

/** Lifts the limit of tasks at once for a member until a day, or has it hold again. */
@Component({
  selector: 'coop-exemption-form',
  imports: [Control, DateField, Field, FormDialog, FormField, MatButton, SearchChoice],
  template: `
    <coop-form-dialog
      [heading]="t('tasks.exemption.heading')"
      [action]="t('tasks.exemption.action')"
      [form]="form"
      [sending]="sending"
    >
      <coop-search-choice
        [label]="t('tasks.exemption.member')"
        [choices]="members.found()"
        [lookup]="members.lookup"
        [formField]="form.memberId"
        (asked)="members.asked.set($event)"
      />
      @if (current(); as exemption) {
        <p class="row" role="status">
          {{ t('tasks.exemption.current', { day: formats.day(exemption.until) }) }}
          <button matButton="outlined" type="button" (click)="end()">{{ t('tasks.exemption.end') }}</button>
        </p>
      }
      <coop-date-field [label]="t('tasks.exemption.until')" [earliest]="today" [formField]="form.until" />
      <coop-field [label]="t('tasks.exemption.reason')" [hint]="t('tasks.exemption.reasonHint')" optional>
        <input coopControl type="text" autocomplete="off" [formField]="form.reason" />
      </coop-field>
    </coop-form-dialog>
  `,
})
export class ExemptionForm {
  protected readonly t = injectTexts();
  protected readonly formats = inject(Formats);
  protected readonly members = memberChoices();
  protected readonly today = today();
  readonly #exempt = mutation(ExemptFromAssignmentLimitDocument);
  readonly #end = mutation(EndAssignmentExemptionDocument);
  readonly #dialog = inject(MatDialogRef);
  readonly #toast = inject(Toast);
  readonly #inputSentence = injectInputSentence();

  readonly #model = signal({ memberId: null as Choice | null, until: '', reason: '' });
  readonly #found = query(MemberExemptionDocument, () => {
    const id = this.#model().memberId?.id;
    return id ? { id } : null;
  });
  /** What holds for the chosen member. */
  protected readonly current = computed(() => {
    const member = this.#found.data()?.member;
    return member && member.id === this.#model().memberId?.id ? member.assignmentExemption : null;
  });
  protected readonly sending: Submission = submission({
    send: () => {
      const { memberId, until, reason } = this.#model();
      return this.#exempt.run({ input: { memberId: memberId?.id ?? '', until, reason: reason.trim() || null } });
    },
    explain: (refusal) => this.#sentence(refusal),
    done: () => this.#dialog.close(),
  });
  protected readonly form = form(
    this.#model,
    (path) => {
      required(path.memberId);
      required(path.until);
      maxLength(path.reason, 500);
    },
    { submission: this.sending },
  );

  protected async end(): Promise<void> {
    const outcome = await this.#end.run({ input: { memberId: this.#model().memberId?.id ?? '' } });
    if (outcome.kind === 'failed') this.#toast.failed(outcome.failure, () => void this.end());
    else if (outcome.kind === 'refused')
      this.#toast.say(outcome.errors.map((refusal) => String(this.#sentence(refusal))).join(' '));
  }

  #sentence(refusal: Refusal): Sentence {
    switch (refusal.__typename) {
      case 'InvalidInputError':
        return this.#inputSentence(refusal, this.form);
      case 'MemberNotFoundError':
        return { fieldTree: this.form.memberId, message: this.t('tasks.refused.memberGone') };
      case 'AssignmentExemptionNotFoundError':
        return this.t('tasks.exemption.none');
      default:
        return never(refusal);
    }
  }
}
