import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, maxLength, required, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';

import { today } from '../../../core/days';
import { never } from '../../../core/errors/outcome';
import { injectInputSentence } from '../../../core/forms/input-sentence';
import { type Sentence, type Submission, submission } from '../../../core/forms/submission';
import { mutation, type RefusalOf } from '../../../core/graphql/mutation';
import { query } from '../../../core/graphql/query';
import { Formats } from '../../../core/i18n/formats';
import { injectTexts } from '../../../core/i18n/texts';
import {
  MoveInChoicesDocument,
  MoveInDocument,
  type MoveInMutation,
  type OccupancyCapacity,
  type UnitPage_UnitFragment,
} from '../../../graphql/units';
import { DateField } from '../../../ui/date-field';
import { Control, Field } from '../../../ui/field';
import { FormDialog } from '../../../ui/form-dialog';
import { type Choice, SearchChoice } from '../../../ui/search-choice';
import { injectAlreadyLet } from './already-let';

/** Somebody moves in: a household that is known, one member alone, or members who begin to live together here. */
@Component({
  selector: 'coop-move-in-form',
  imports: [Control, DateField, Field, FormDialog, FormField, MatButton, SearchChoice],
  templateUrl: './move-in-form.html',
  styleUrl: '../../../ui/section.css',
})
export class MoveInForm {
  protected readonly t = injectTexts();
  protected readonly unit = inject<UnitPage_UnitFragment>(MAT_DIALOG_DATA);
  readonly #moveIn = mutation(MoveInDocument);
  readonly #dialog = inject(MatDialogRef);
  readonly #inputSentence = injectInputSentence();
  readonly #formats = inject(Formats);
  readonly #alreadyLet = injectAlreadyLet();

  protected readonly kinds = ['household', 'member', 'new'] as const;
  protected readonly capacities: readonly OccupancyCapacity[] = ['TENANT', 'OWNER', 'SUBTENANT', 'GUEST'];
  readonly #model = signal({
    who: 'household' as string,
    household: null as Choice | null,
    member: null as Choice | null,
    name: '',
    people: [] as readonly Choice[],
    from: today(),
    until: '',
    capacity: 'TENANT' as OccupancyCapacity,
  });

  protected readonly asked = signal<string | null>(null);
  readonly #found = query(MoveInChoicesDocument, () => {
    const search = this.asked();
    return search === null ? null : { search };
  });
  protected readonly lookup = this.#found;
  protected readonly members = computed<readonly Choice[]>(() =>
    (this.#found.data()?.members?.nodes ?? []).map((member) => ({
      id: member.id,
      name: member.displayName,
      detail: member.unit?.number,
    })),
  );
  protected readonly households = computed<readonly Choice[]>(() =>
    (this.#found.data()?.households?.nodes ?? []).map(({ id, name, unit }) => ({ id, name, detail: unit?.number })),
  );

  protected readonly sending: Submission = submission({
    send: () => this.#send(),
    explain: (refusal) => this.#sentence(refusal),
    done: () => this.#dialog.close(),
  });
  protected readonly form = form(
    this.#model,
    (path) => {
      required(path.household, { when: ({ valueOf }) => valueOf(path.who) === 'household' });
      required(path.member, { when: ({ valueOf }) => valueOf(path.who) === 'member' });
      required(path.name, { when: ({ valueOf }) => valueOf(path.who) === 'new' });
      maxLength(path.name, 100);
      validate(path.member, ({ valueOf }) =>
        valueOf(path.who) === 'new' && valueOf(path.people).length === 0
          ? { kind: 'required', message: this.t('units.moveIn.nobody') }
          : null,
      );
      required(path.from);
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

  #send() {
    const { who, household, member, name, people, from, until, capacity } = this.#model();
    const occupant =
      who === 'household'
        ? { householdId: household?.id }
        : who === 'member'
          ? { memberId: member?.id }
          : { newHousehold: { name, memberIds: people.map(({ id }) => id) } };
    return this.#moveIn.run({ input: { unitId: this.unit.id, ...occupant, from, until: until || null, capacity } });
  }

  #sentence(refusal: RefusalOf<MoveInMutation>): Sentence {
    switch (refusal.__typename) {
      case 'InvalidInputError':
        return this.#inputSentence(refusal, this.form);
      case 'UnitNotFoundError':
        return this.t('units.refused.gone');
      case 'HouseholdNotFoundError':
        return { fieldTree: this.form.household, message: this.t('units.refused.householdGone') };
      case 'MemberNotFoundError':
        return { fieldTree: this.form.member, message: this.t('units.refused.memberGone') };
      case 'MembershipNotCurrentError':
        return {
          fieldTree: this.form.from,
          message: this.t('units.refused.notCurrent', { day: this.#formats.day(refusal.on) }),
        };
      case 'HouseholdEmptyError':
        return {
          fieldTree: this.form.from,
          message: this.t('units.refused.householdEmpty', { day: this.#formats.day(refusal.on) }),
        };
      case 'AlreadyInHouseholdError':
        return this.t('units.refused.alreadyInHousehold');
      case 'UnitAlreadyLetError':
        return { fieldTree: this.form.from, message: this.#alreadyLet(refusal) };
      case 'CommonPlaceCannotBeLetError':
        return this.t('units.refused.commonPlace', { unit: refusal.unitNumber });
      default:
        return never(refusal);
    }
  }
}
