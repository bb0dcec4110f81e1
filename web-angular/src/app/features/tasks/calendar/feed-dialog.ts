import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';

import { ActiveCoop } from '../../../core/auth/active-coop';
import { never } from '../../../core/errors/outcome';
import { mutation, type RefusalOf } from '../../../core/graphql/mutation';
import { query } from '../../../core/graphql/query';
import { Formats } from '../../../core/i18n/formats';
import { injectTexts } from '../../../core/i18n/texts';
import {
  CalendarFeedDocument,
  CreateCalendarFeedDocument,
  RevokeCalendarFeedDocument,
  type RevokeCalendarFeedMutation,
} from '../../../graphql/tasks';
import { Banner } from '../../../ui/banner';
import { Copying } from '../../../ui/copying';
import { Skeleton } from '../../../ui/skeleton';
import { Toast } from '../../../ui/toast';

/** The secret link by which a calendar program shows one's dates: made, copied once, ended. */
@Component({
  selector: 'coop-feed-dialog',
  imports: [Banner, MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, Skeleton],
  template: `
    <h2 matDialogTitle>{{ t('tasks.feed.heading') }}</h2>
    <mat-dialog-content>
      <p>{{ t('tasks.feed.text') }}</p>
      @if (found.waiting()) {
        <coop-skeleton [lines]="2" />
      } @else if (url(); as link) {
        <label>
          {{ t('tasks.feed.link') }}
          <input class="control code" type="text" readonly [value]="link" (focus)="$any($event.target).select()" />
        </label>
        <coop-banner tone="due">{{ t('tasks.feed.once') }}</coop-banner>
        <div>
          <button matButton="outlined" type="button" (click)="copying.copy(link)">{{ t('tasks.feed.copy') }}</button>
        </div>
      } @else if (since(); as day) {
        <p role="status">{{ t('tasks.feed.since', { day: formats.moment(day) }) }}</p>
      }
      <div class="row">
        <button matButton="outlined" type="button" [disabled]="creating.running()" (click)="create()">
          {{ since() ? t('tasks.feed.renew') : t('tasks.feed.create') }}
        </button>
        @if (since()) {
          <button matButton type="button" [disabled]="revoking.running()" (click)="revoke()">
            {{ t('tasks.feed.revoke') }}
          </button>
        }
      </div>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton="filled" type="button" matDialogClose>{{ t('ui.close') }}</button>
    </mat-dialog-actions>
  `,
  styles: `
    mat-dialog-content {
      display: grid;
      gap: 16px;
      padding-bottom: 6px;
      color: var(--mat-sys-on-surface);
    }
    label {
      display: grid;
      gap: 6px;
      font-weight: 550;
    }
  `,
})
export class FeedDialog {
  protected readonly t = injectTexts();
  protected readonly formats = inject(Formats);
  readonly #coop = inject(ActiveCoop);
  protected readonly copying = inject(Copying);
  readonly #toast = inject(Toast);
  protected readonly creating = mutation(CreateCalendarFeedDocument);
  protected readonly revoking = mutation(RevokeCalendarFeedDocument);

  protected readonly found = query(CalendarFeedDocument, () => ({ id: this.#coop.membership()?.memberId ?? '' }));
  protected readonly since = computed(() => this.found.data()?.member?.calendarFeedSince ?? null);
  /** The link just made: it is told this once. */
  protected readonly url = signal<string | null>(null);

  protected async create(): Promise<void> {
    const outcome = await this.creating.run({});
    if (outcome.kind === 'failed') this.#toast.failed(outcome.failure, () => void this.create());
    if (outcome.kind !== 'ok') return;
    this.url.set(outcome.value.url);
    await this.found.refetch();
  }

  protected async revoke(): Promise<void> {
    const outcome = await this.revoking.run({});
    if (outcome.kind === 'failed') this.#toast.failed(outcome.failure, () => void this.revoke());
    else if (outcome.kind === 'refused') outcome.errors.forEach((refusal) => this.#toast.say(this.#sentence(refusal)));
    this.url.set(null);
    await this.found.refetch();
  }

  #sentence(refusal: RefusalOf<RevokeCalendarFeedMutation>): string {
    switch (refusal.__typename) {
      case 'CalendarFeedNotFoundError':
        return this.t('tasks.feed.none');
      default:
        return never(refusal.__typename);
    }
  }
}
