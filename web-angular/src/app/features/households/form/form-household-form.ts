import { Component, inject, signal } from '@angular/core';
import { form, FormField, maxLength, required, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatDialogRef } from '@angular/material/dialog';

import { today } from '../../../core/days';
import { never } from '../../../core/errors/outcome';
import { injectInputSentence } from '../../../core/forms/input-sentence';
import { type Sentence, type Submission, submission } from '../../../core/forms/submission';
import { mutation, type RefusalOf } from '../../../core/graphql/mutation';
import { Formats } from '../../../core/i18n/formats';
import { injectTexts } from '../../../core/i18n/texts';
import { FormHouseholdDocument, type FormHouseholdMutation } from '../../../graphql/households';
import { DateField } from '../../../ui/date-field';
import { Control, Field } from '../../../ui/field';
import { FormDialog } from '../../../ui/form-dialog';
import { type Choice, SearchChoice } from '../../../ui/search-choice';
import { memberChoices } from './member-choices';

/** Members begin to live together; closes with the household's id. */
@Component({
  selector: 'coop-form-household-form',
  imports: [Control, DateField, Field, FormDialog, FormField, MatButton, SearchChoice],
  styleUrl: '../../../ui/section.css',
  template: `
    <coop-form-dialog
      [heading]="t('households.form.heading')"
      [action]="t('households.form.action')"
      [form]="form"
      [sending]="sending"
    >
      <coop-field [label]="t('households.field.name')" [hint]="t('households.field.nameHint')">
        <input coopControl type="text" autocomplete="off" [formField]="form.name" />
      </coop-field>
      @if (form.people().value().length) {
        <ul class="entries" [attr.aria-label]="t('households.column.members')">
          @for (person of form.people().value(); track person.id) {
            <li>
              <span class="about">{{ person.name }}</span>
              <button
                matButton
                type="button"
                [attr.aria-label]="t('households.form.removeNamed', { name: person.name })"
                (click)="remove(person)"
              >
                {{ t('households.form.remove') }}
              </button>
            </li>
          }
        </ul>
      }
      <coop-search-choice
        [label]="t('households.form.addPerson')"
        [placeholder]="t('households.field.memberHint')"
        [choices]="choices.found()"
        [lookup]="choices.lookup"
        [formField]="form.memberIds"
        many
        (picked)="add($event)"
        (asked)="choices.asked.set($event)"
      />
      <coop-date-field [label]="t('households.field.from')" [formField]="form.from" />
    </coop-form-dialog>
  `,
})
export class FormHouseholdForm {
  protected readonly t = injectTexts();
  readonly #form = mutation(FormHouseholdDocument);
  readonly #dialog = inject<MatDialogRef<FormHouseholdForm, string>>(MatDialogRef);
  readonly #inputSentence = injectInputSentence();
  readonly #formats = inject(Formats);
  protected readonly choices = memberChoices();

  readonly #model = signal({
    name: '',
    people: [] as readonly Choice[],
    memberIds: null as Choice | null,
    from: today(),
  });
  protected readonly sending: Submission = submission({
    send: () => {
      const { name, people, from } = this.#model();
      return this.#form.run({ input: { name, memberIds: people.map(({ id }) => id), from } });
    },
    explain: (refusal) => this.#sentence(refusal),
    done: ({ household }) => this.#dialog.close(household?.id),
  });
  protected readonly form = form(
    this.#model,
    (path) => {
      required(path.name);
      maxLength(path.name, 100);
      required(path.from);
      validate(path.memberIds, ({ valueOf }) =>
        valueOf(path.people).length === 0 ? { kind: 'required', message: this.t('households.form.nobody') } : null,
      );
    },
    { submission: this.sending },
  );

  protected add(person: Choice): void {
    this.form
      .people()
      .value.update((people) => (people.some(({ id }) => id === person.id) ? people : [...people, person]));
    this.form.people().markAsDirty();
  }

  protected remove(person: Choice): void {
    this.#model.update((model) => ({ ...model, people: model.people.filter(({ id }) => id !== person.id) }));
  }

  #sentence(refusal: RefusalOf<FormHouseholdMutation>): Sentence {
    switch (refusal.__typename) {
      case 'InvalidInputError':
        return this.#inputSentence(refusal, this.form);
      case 'MemberNotFoundError':
        return this.t('households.refused.memberGone');
      case 'MembershipNotCurrentError':
        return {
          fieldTree: this.form.from,
          message: this.t('households.refused.notCurrent', { day: this.#formats.day(refusal.on) }),
        };
      case 'AlreadyInHouseholdError':
        return this.t('households.refused.alreadyInHousehold');
      default:
        return never(refusal);
    }
  }
}
