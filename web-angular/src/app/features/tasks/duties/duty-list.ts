import { Component, inject, output } from '@angular/core';
import { MatButton } from '@angular/material/button';

import { ActiveCoop } from '../../../core/auth/active-coop';
import { mutation } from '../../../core/graphql/mutation';
import { query } from '../../../core/graphql/query';
import { Formats } from '../../../core/i18n/formats';
import { injectTexts } from '../../../core/i18n/texts';
import { type Duty_DutyFragment, DutyListDocument, EndDutyDocument } from '../../../graphql/tasks';
import { Confirm } from '../../../ui/confirm';
import { Dialogs } from '../../../ui/dialogs';
import { FailureBanner } from '../../../ui/failure-banner';
import { Skeleton } from '../../../ui/skeleton';
import { Toast } from '../../../ui/toast';
import { DutyForm } from './duty-form';
import { injectDutyRefusals } from './duty-refusals';
import { RotateForm } from './rotate-form';
import { injectRuleWords } from './rule-words';

/** What has to be done again and again: when, by whom after whom, and who is next. */
@Component({
  selector: 'coop-duty-list',
  imports: [FailureBanner, MatButton, Skeleton],
  templateUrl: './duty-list.html',
  styleUrls: ['../../../ui/section.css', './duty-list.css'],
})
export class DutyList {
  protected readonly t = injectTexts();
  protected readonly formats = inject(Formats);
  protected readonly coop = inject(ActiveCoop);
  protected readonly ruleWords = injectRuleWords();
  /** A duty was set up, changed or ended: other days are handed out. */
  readonly changed = output();
  readonly #dialogs = inject(Dialogs);
  readonly #confirm = inject(Confirm);
  readonly #toast = inject(Toast);
  readonly #sentence = injectDutyRefusals();
  readonly #end = mutation(EndDutyDocument);

  protected readonly found = query(DutyListDocument, () => ({ ended: false }));

  refetch(): void {
    void this.found.refetch();
  }

  protected names(duty: Duty_DutyFragment): string {
    return this.formats.list(duty.members.map(({ displayName }) => displayName));
  }

  protected async create(): Promise<void> {
    if (await this.#dialogs.open(DutyForm)) this.changed.emit();
  }

  protected async change(duty: Duty_DutyFragment): Promise<void> {
    if (await this.#dialogs.open(DutyForm, duty)) this.changed.emit();
  }

  protected async rotate(duty: Duty_DutyFragment): Promise<void> {
    if (await this.#dialogs.open(RotateForm, duty)) this.changed.emit();
  }

  protected async end(duty: Duty_DutyFragment): Promise<void> {
    const sure = await this.#confirm.ask({
      heading: this.t('duties.end.heading', { title: duty.title }),
      text: this.t('duties.end.text'),
      action: this.t('duties.end.action'),
    });
    if (!sure) return;
    const outcome = await this.#end.run({ input: { dutyId: duty.id } });
    if (outcome.kind === 'failed') this.#toast.failed(outcome.failure, () => void this.end(duty));
    else if (outcome.kind === 'refused')
      this.#toast.say(outcome.errors.map((refusal) => this.#sentence(refusal, {})).join(' '));
    else this.#toast.say(this.t('duties.end.done', { title: duty.title }));
    if (outcome.kind !== 'failed') this.changed.emit();
  }
}
