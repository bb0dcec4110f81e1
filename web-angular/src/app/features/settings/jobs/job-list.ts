import { Component, computed, DestroyRef, effect, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';

import { never } from '../../../core/errors/outcome';
import { mutation, type RefusalOf } from '../../../core/graphql/mutation';
import { query } from '../../../core/graphql/query';
import { Formats } from '../../../core/i18n/formats';
import { injectTexts } from '../../../core/i18n/texts';
import {
  JobListDocument,
  type JobOutcome,
  JobRunsDocument,
  RunJobDocument,
  type RunJobMutation,
} from '../../../graphql/settings';
import { Badge, type Tone } from '../../../ui/badge';
import { FailureBanner } from '../../../ui/failure-banner';
import { Skeleton } from '../../../ui/skeleton';
import { Toast } from '../../../ui/toast';

const shownRuns = 20;
/** While a job runs, or was asked for, the page looks again after this. */
const lookAgain = 2000;
/** How often it looks for a run that was asked for, until it gives up. */
const patience = 10;
const tones: Readonly<Record<JobOutcome, Tone>> = {
  RUNNING: 'neutral',
  SUCCEEDED: 'good',
  FAILED: 'wrong',
  ABANDONED: 'due',
};

/** What the house does by itself: when, what came of it, and at once if need be. */
@Component({
  selector: 'coop-job-list',
  imports: [Badge, FailureBanner, MatButton, Skeleton],
  templateUrl: './job-list.html',
  styleUrls: ['../../../ui/section.css', './job-list.css'],
})
export class JobList {
  protected readonly t = injectTexts();
  protected readonly formats = inject(Formats);
  readonly #toast = inject(Toast);
  readonly #run = mutation(RunJobDocument);

  /** The job whose runs are shown. */
  protected readonly opened = signal<string | undefined>(undefined);
  protected readonly jobs = query(JobListDocument);
  protected readonly history = query(JobRunsDocument, () => (this.opened() ? { first: shownRuns } : null));
  protected readonly runs = computed(
    () => this.history.data()?.jobs.find(({ name }) => name === this.opened())?.runs?.nodes ?? [],
  );
  readonly #looks = signal(0);

  constructor() {
    let timer: ReturnType<typeof setTimeout> | undefined;
    effect(() => {
      clearTimeout(timer);
      const running = this.jobs.data()?.jobs.some(({ lastRun }) => lastRun?.outcome === 'RUNNING') ?? false;
      if ((running || this.#looks() > 0) && !this.jobs.loading()) timer = setTimeout(() => this.#look(), lookAgain);
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(timer));
  }

  /** The job in the reader's words; one that is newer than they are in the API's. */
  protected described(job: { readonly name: string; readonly description: string }): string {
    const key = `settings.jobs.about.${job.name}`;
    const words = this.t(key);
    return words === key ? job.description : words;
  }

  protected tone(outcome: JobOutcome): Tone {
    return tones[outcome];
  }

  protected toggle(name: string): void {
    this.opened.update((opened) => (opened === name ? undefined : name));
  }

  protected async run(name: string): Promise<void> {
    const outcome = await this.#run.run({ input: { name } });
    switch (outcome.kind) {
      case 'ok':
        this.#toast.say(this.t('settings.jobs.started'));
        this.#looks.set(patience);
        break;
      case 'refused':
        outcome.errors.forEach((refusal) => this.#toast.say(this.#sentence(refusal)));
        break;
      case 'failed':
        this.#toast.failed(outcome.failure, () => void this.run(name));
    }
  }

  #look(): void {
    this.#looks.update((left) => Math.max(0, left - 1));
    void this.jobs.refetch();
    if (this.opened()) void this.history.refetch();
  }

  #sentence(refusal: RefusalOf<RunJobMutation>): string {
    switch (refusal.__typename) {
      case 'JobNotFoundError':
        return this.t('settings.refused.jobGone');
      case 'JobAlreadyRunningError':
        return this.t('settings.refused.jobRunning');
      default:
        return never(refusal);
    }
  }
}
