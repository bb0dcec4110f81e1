import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ArrowLeft } from 'lucide';

import { ActiveCoop } from '../../../core/auth/active-coop';
import { never, type Outcome } from '../../../core/errors/outcome';
import { mutation, type RefusalOf } from '../../../core/graphql/mutation';
import { query } from '../../../core/graphql/query';
import { injectTexts } from '../../../core/i18n/texts';
import {
  type Choice_KindPreferenceFragment,
  type MailHours_MailHoursFragment,
  NotificationChoicesDocument,
  SetDigestDocument,
  type SetDigestMutation,
  SetNotificationPreferenceDocument,
  type SetNotificationPreferenceMutation,
  SetQuietHoursDocument,
  type SetQuietHoursMutation,
} from '../../../graphql/notifications';
import { FailureBanner } from '../../../ui/failure-banner';
import { Icon } from '../../../ui/icon';
import { Page } from '../../../ui/page';
import { Skeleton } from '../../../ui/skeleton';
import { Toast } from '../../../ui/toast';

type Refusal =
  RefusalOf<SetNotificationPreferenceMutation> | RefusalOf<SetQuietHoursMutation> | RefusalOf<SetDigestMutation>;

/** What one is told of, by which way, and at which hours. Each choice is kept at once. */
@Component({
  selector: 'coop-notification-preferences',
  imports: [FailureBanner, Icon, Page, RouterLink, Skeleton],
  templateUrl: './preferences.html',
  styleUrls: ['../../../ui/section.css', './preferences.css'],
})
export class Preferences {
  protected readonly icons = { ArrowLeft };
  protected readonly t = injectTexts();
  protected readonly coop = inject(ActiveCoop);
  readonly #toast = inject(Toast);
  readonly #prefer = mutation(SetNotificationPreferenceDocument);
  readonly #quiet = mutation(SetQuietHoursDocument);
  readonly #digest = mutation(SetDigestDocument);

  protected readonly choices = query(NotificationChoicesDocument);
  protected readonly channels = ['IN_APP', 'EMAIL'] as const;
  protected readonly hours = Array.from({ length: 24 }, (_, hour) => hour);

  protected holds(choice: Choice_KindPreferenceFragment, channel: 'IN_APP' | 'EMAIL'): boolean {
    return channel === 'IN_APP' ? choice.inApp : choice.email;
  }

  protected clock(hour: number): string {
    return `${String(hour).padStart(2, '0')}:00`;
  }

  protected async prefer(
    choice: Choice_KindPreferenceFragment,
    channel: 'IN_APP' | 'EMAIL',
    box: HTMLInputElement,
  ): Promise<void> {
    const outcome = await this.#prefer.run({ input: { kind: choice.kind, channel, enabled: box.checked } });
    await this.#keep(outcome, () => (box.checked = this.holds(choice, channel)));
  }

  protected async quiet(
    hours: MailHours_MailHoursFragment,
    change: Partial<{ from: number; until: number }>,
    box: HTMLInputElement | HTMLSelectElement,
  ): Promise<void> {
    const from = change.from ?? hours.quietFrom ?? 22;
    const until = change.until ?? hours.quietUntil ?? 7;
    const held = 'until' in change ? hours.quietUntil : hours.quietFrom;
    await this.#keep(await this.#quiet.run({ input: { from, until } }), () => show(box, held));
  }

  protected async noQuiet(box: HTMLInputElement): Promise<void> {
    await this.#keep(await this.#quiet.run({ input: { from: null, until: null } }), () => (box.checked = true));
  }

  protected async digest(
    hour: number | null,
    box: HTMLInputElement | HTMLSelectElement,
    { digestHour }: MailHours_MailHoursFragment,
  ): Promise<void> {
    await this.#keep(await this.#digest.run({ input: { hour } }), () => show(box, digestHour));
  }

  async #keep(outcome: Outcome<unknown, Refusal>, putBack: () => unknown): Promise<void> {
    switch (outcome.kind) {
      case 'ok':
        this.#toast.say(this.t('ui.saved'));
        return;
      case 'refused':
        outcome.errors.forEach((refusal) => this.#toast.say(this.#sentence(refusal)));
        break;
      case 'failed':
        this.#toast.failed(outcome.failure);
    }
    // The box shows again what holds, also when that cannot be asked.
    putBack();
    await this.choices.refetch();
  }

  #sentence(refusal: Refusal): string {
    switch (refusal.__typename) {
      case 'InvalidInputError':
        return this.t('notifications.refused.hours');
      case 'NotificationCannotBeMutedError':
        return this.t('notifications.refused.mustTell');
      default:
        return never(refusal);
    }
  }
}

/** An hour in a list of hours, or whether there is any in a box. */
function show(box: HTMLInputElement | HTMLSelectElement, hour: number | null): void {
  if (box instanceof HTMLInputElement) box.checked = hour !== null;
  else box.value = String(hour);
}
