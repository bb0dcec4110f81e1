import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';

import { today } from '../../../core/days';
import { type Submission, submission } from '../../../core/forms/submission';
import { mutation } from '../../../core/graphql/mutation';
import { query } from '../../../core/graphql/query';
import { Formats } from '../../../core/i18n/formats';
import { injectTexts } from '../../../core/i18n/texts';
import { type DutyDay_DutyOccurrenceFragment, MyDutiesDocument, OfferDutySwapDocument } from '../../../graphql/tasks';
import { Control, Field } from '../../../ui/field';
import { FormDialog } from '../../../ui/form-dialog';
import { type Choice, SearchChoice } from '../../../ui/search-choice';
import { memberChoices } from '../form/member-choices';
import { injectSwapRefusals } from './swap-refusals';

/** Offers a day of a duty: to everybody, or to somebody in particular, who may give one of their days for it. */
@Component({
  selector: 'coop-offer-form',
  imports: [Control, Field, FormDialog, FormField, SearchChoice],
  styleUrl: '../../../ui/section.css',
  template: `
    <coop-form-dialog
      [heading]="t('duties.offer.heading', { title: day.duty.title, day: formats.shortWeekdayAndDay(day.dueOn) })"
      [action]="t('duties.offer.action')"
      [form]="form"
      [sending]="sending"
    >
      <fieldset class="choices">
        <legend>{{ t('duties.offer.to') }}</legend>
        <label class="choice">
          <input type="radio" value="ALL" [formField]="form.to" />
          {{ t('duties.offer.toAll') }}
        </label>
        <label class="choice">
          <input type="radio" value="ONE" [formField]="form.to" />
          {{ t('duties.offer.toOne') }}
        </label>
      </fieldset>
      @if (form.to().value() === 'ONE') {
        <coop-search-choice
          [label]="t('duties.offer.member')"
          [choices]="members.found()"
          [lookup]="members.lookup"
          [formField]="form.member"
          (asked)="members.asked.set($event)"
        />
        @if (form.member().value()) {
          <coop-field
            [label]="t('duties.offer.inReturn')"
            [hint]="wanted().length ? undefined : t('duties.offer.nothingToGive')"
          >
            <select coopControl [formField]="form.inReturnId">
              <option value="">{{ t('duties.offer.gift') }}</option>
              @for (other of wanted(); track other.id) {
                <option [value]="other.id">
                  {{ formats.shortWeekdayAndDay(other.dueOn) }}, {{ other.duty.title }}
                </option>
              }
            </select>
          </coop-field>
        }
      }
      <coop-field [label]="t('duties.offer.note')" [hint]="t('duties.offer.noteHint')" optional>
        <input coopControl type="text" autocomplete="off" [formField]="form.note" />
      </coop-field>
    </coop-form-dialog>
  `,
})
export class OfferForm {
  protected readonly t = injectTexts();
  protected readonly formats = inject(Formats);
  protected readonly day = inject<DutyDay_DutyOccurrenceFragment>(MAT_DIALOG_DATA);
  protected readonly members = memberChoices();
  readonly #offer = mutation(OfferDutySwapDocument);
  readonly #dialog = inject(MatDialogRef);
  readonly #sentence = injectSwapRefusals();

  readonly #model = signal({ to: 'ALL', member: null as Choice | null, inReturnId: '', note: '' });
  readonly #memberId = computed(() => this.#model().member?.id);
  readonly #theirs = query(MyDutiesDocument, () => {
    const memberId = this.#memberId();
    return memberId ? { memberId, from: today(), first: 50 } : null;
  });
  /** What that member has to do and has not offered to somebody else. */
  protected readonly wanted = computed(() =>
    this.#theirs.loading()
      ? []
      : (this.#theirs.data()?.dutyRoster?.nodes ?? []).filter(
          ({ task, openSwap }) => task.column !== 'DONE' && !openSwap && this.#holds(task.assignees),
        ),
  );

  protected readonly sending: Submission = submission({
    send: () => {
      const { to, member, inReturnId, note } = this.#model();
      const asked = to === 'ONE' ? { toMemberId: member?.id, inReturnId: inReturnId || null } : {};
      return this.#offer.run({ input: { occurrenceId: this.day.id, note: note.trim() || null, ...asked } });
    },
    explain: (refusal) => this.#sentence(refusal),
    done: () => this.#dialog.close(true),
  });
  protected readonly form = form(
    this.#model,
    (path) => {
      required(path.member, { when: ({ valueOf }) => valueOf(path.to) === 'ONE' });
      maxLength(path.note, 500);
    },
    { submission: this.sending },
  );

  constructor() {
    // Another member has other days to give.
    effect(() => {
      this.#memberId();
      untracked(() => this.form.inReturnId().value.set(''));
    });
  }

  #holds(assignees: readonly { readonly id: string }[]): boolean {
    return assignees.some(({ id }) => id === this.#memberId());
  }
}
