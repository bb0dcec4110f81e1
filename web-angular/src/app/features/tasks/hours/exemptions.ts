import { Component, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';

import { ActiveCoop } from '../../../core/auth/active-coop';
import { Formats } from '../../../core/i18n/formats';
import { injectPeriods } from '../../../core/i18n/periods';
import { injectTexts } from '../../../core/i18n/texts';
import type { WorkExemption_WorkExemptionFragment } from '../../../graphql/tasks';
import { Dialogs } from '../../../ui/dialogs';
import { EndExemptionForm } from './end-exemption-form';
import { ExemptForm } from './exempt-form';

/** From when until when a member owes less work than others. Why is between the member and the board. */
@Component({
  selector: 'coop-exemptions',
  imports: [MatButton],
  template: `
    <section class="card" aria-labelledby="exemptions-heading">
      <div class="head">
        <h2 id="exemptions-heading">{{ t('hours.exemption.heading') }}</h2>
        @if (coop.may('ADMIN')) {
          <button matButton type="button" (click)="grant()">{{ t('hours.exemption.grant') }}</button>
        }
      </div>
      @if (exemptions().length) {
        <ul class="entries">
          @for (exemption of exemptions(); track exemption.id) {
            <li>
              <div class="about">
                {{ periods(exemption.from, exemption.until) }}
                <small class="muted">
                  @if (exemption.owedPercent !== null) {
                    {{ t('hours.exemption.owed', { percent: percent(exemption.owedPercent) }) }}
                  }
                  {{ exemption.reason }}
                </small>
              </div>
              @if (coop.may('ADMIN')) {
                <button matButton type="button" (click)="end(exemption)">{{ t('hours.exemption.end') }}</button>
              }
            </li>
          }
        </ul>
      } @else {
        <p class="muted">{{ t('hours.exemption.none') }}</p>
      }
    </section>
  `,
  styleUrl: '../../../ui/section.css',
})
export class Exemptions {
  protected readonly t = injectTexts();
  protected readonly coop = inject(ActiveCoop);
  protected readonly periods = injectPeriods();
  readonly #formats = inject(Formats);
  readonly #dialogs = inject(Dialogs);
  readonly memberId = input.required<string>();
  readonly exemptions = input.required<readonly WorkExemption_WorkExemptionFragment[]>();
  readonly changed = output();

  protected percent(value: number): string {
    return this.#formats.number(value / 100, { style: 'percent' });
  }

  protected async grant(): Promise<void> {
    if (await this.#dialogs.open(ExemptForm, this.memberId())) this.changed.emit();
  }

  protected async end(exemption: WorkExemption_WorkExemptionFragment): Promise<void> {
    if (await this.#dialogs.open(EndExemptionForm, exemption)) this.changed.emit();
  }
}
