import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Check } from 'lucide';

import { ActiveCoop } from '../../../core/auth/active-coop';
import { plusDays, today } from '../../../core/days';
import { list } from '../../../core/graphql/list';
import { mutation } from '../../../core/graphql/mutation';
import { Formats } from '../../../core/i18n/formats';
import { injectTexts } from '../../../core/i18n/texts';
import {
  CompleteTaskDocument,
  type DutyDay_DutyOccurrenceFragment,
  MyDutiesDocument,
  WithdrawDutySwapDocument,
} from '../../../graphql/tasks';
import { Badge } from '../../../ui/badge';
import { Dialogs } from '../../../ui/dialogs';
import { FailureBanner } from '../../../ui/failure-banner';
import { Icon } from '../../../ui/icon';
import { More } from '../../../ui/more';
import { Skeleton } from '../../../ui/skeleton';
import { Toast } from '../../../ui/toast';
import { injectTell } from '../refusals';
import { OfferForm } from './offer-form';
import { injectTellSwap } from './swap-refusals';

const daysBack = 28;

/** What I have to do and when; what cannot be done that day is offered to others. */
@Component({
  selector: 'coop-my-duties',
  imports: [Badge, FailureBanner, Icon, MatButton, More, RouterLink, Skeleton],
  templateUrl: './my-duties.html',
  styleUrl: '../../../ui/section.css',
})
export class MyDuties {
  protected readonly icons = { Check };
  protected readonly t = injectTexts();
  protected readonly formats = inject(Formats);
  protected readonly coop = inject(ActiveCoop);
  readonly #dialogs = inject(Dialogs);
  readonly #toast = inject(Toast);
  readonly #tellTask = injectTell();
  readonly #tellSwap = injectTellSwap();
  readonly #complete = mutation(CompleteTaskDocument);
  readonly #withdraw = mutation(WithdrawDutySwapDocument);

  protected readonly today = today();
  protected readonly found = list(MyDutiesDocument, 'dutyRoster', () => ({
    memberId: this.coop.membership()?.memberId ?? '',
    // What was missed is still to be done.
    from: plusDays(this.today, -daysBack),
    first: 50,
  }));
  protected readonly days = computed(() =>
    this.found.rows().filter((day) => day.dueOn >= this.today || day.task.column !== 'DONE'),
  );

  refetch(): void {
    void this.found.refetch();
  }

  protected name(day: DutyDay_DutyOccurrenceFragment) {
    return { title: day.duty.title, day: this.formats.shortWeekdayAndDay(day.dueOn) };
  }

  protected async complete(day: DutyDay_DutyOccurrenceFragment): Promise<void> {
    const outcome = await this.#complete.run({ input: { taskId: day.task.id } });
    if (!this.#tellTask(outcome, () => void this.complete(day))) return;
    this.#toast.say(this.t('duties.mine.completed', { title: day.duty.title }));
    this.refetch();
  }

  protected async offer(day: DutyDay_DutyOccurrenceFragment): Promise<void> {
    if (await this.#dialogs.open(OfferForm, day)) this.refetch();
  }

  protected async withdraw(day: DutyDay_DutyOccurrenceFragment, swapId: string): Promise<void> {
    const outcome = await this.#withdraw.run({ input: { swapId } });
    this.#tellSwap(outcome, () => void this.withdraw(day, swapId));
    // Also when it was refused: somebody else was quicker.
    if (outcome.kind !== 'failed') this.refetch();
  }
}
