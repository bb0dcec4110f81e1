import { Component, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';

import { mutation } from '../../../core/graphql/mutation';
import { injectPeriods } from '../../../core/i18n/periods';
import { injectTexts } from '../../../core/i18n/texts';
import { type HoursPeriod_HoursPeriodFragment, RemoveHoursPeriodDocument } from '../../../graphql/tasks';
import { Confirm } from '../../../ui/confirm';
import { Dialogs } from '../../../ui/dialogs';
import { Toast } from '../../../ui/toast';
import { injectHoursRefusals } from './hours-refusals';
import { PeriodForm } from './period-form';

/** The periods in which hours are owed: the board opens, changes and removes them. */
@Component({
  selector: 'coop-hours-periods',
  imports: [MatButton],
  template: `
    <section class="card" aria-labelledby="periods-heading">
      <div class="head">
        <h2 id="periods-heading">{{ t('hours.period.heading') }}</h2>
        <button matButton type="button" (click)="open()">{{ t('hours.period.open') }}</button>
      </div>
      <ul class="entries">
        @for (period of periods(); track period.id) {
          <li>
            <div class="about">
              {{ period.name }}
              <small class="muted">
                {{ days(period.from, period.until) }} ·
                {{ t.plural('hours.amount', period.quotaHours) }}
              </small>
            </div>
            <div class="row">
              <button
                matButton
                type="button"
                [attr.aria-label]="t('hours.period.changeHeading', { name: period.name })"
                (click)="open(period)"
              >
                {{ t('hours.period.change') }}
              </button>
              <button
                matButton
                type="button"
                [attr.aria-label]="t('hours.period.removeNamed', { name: period.name })"
                (click)="remove(period)"
              >
                {{ t('hours.period.remove') }}
              </button>
            </div>
          </li>
        }
      </ul>
    </section>
  `,
  styleUrl: '../../../ui/section.css',
})
export class HoursPeriods {
  protected readonly t = injectTexts();
  protected readonly days = injectPeriods();
  readonly periods = input.required<readonly HoursPeriod_HoursPeriodFragment[]>();
  readonly changed = output();
  readonly #dialogs = inject(Dialogs);
  readonly #confirm = inject(Confirm);
  readonly #toast = inject(Toast);
  readonly #sentence = injectHoursRefusals();
  readonly #remove = mutation(RemoveHoursPeriodDocument);

  protected async open(period?: HoursPeriod_HoursPeriodFragment): Promise<void> {
    if (await this.#dialogs.open(PeriodForm, period)) this.changed.emit();
  }

  protected async remove(period: HoursPeriod_HoursPeriodFragment): Promise<void> {
    const sure = await this.#confirm.ask({
      heading: this.t('hours.period.removeHeading', { name: period.name }),
      text: this.t('hours.period.removeText'),
      action: this.t('hours.period.removeAction'),
    });
    if (!sure) return;
    const outcome = await this.#remove.run({ input: { periodId: period.id } });
    if (outcome.kind === 'failed') this.#toast.failed(outcome.failure, () => void this.remove(period));
    else if (outcome.kind === 'refused')
      this.#toast.say(outcome.errors.map((refusal) => this.#sentence(refusal, {})).join(' '));
    if (outcome.kind !== 'failed') this.changed.emit();
  }
}
