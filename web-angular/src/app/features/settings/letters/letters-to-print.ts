import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';

import { never } from '../../../core/errors/outcome';
import { list } from '../../../core/graphql/list';
import { mutation, type RefusalOf } from '../../../core/graphql/mutation';
import { Formats } from '../../../core/i18n/formats';
import { injectTexts } from '../../../core/i18n/texts';
import {
  LettersToPrintDocument,
  MarkLettersPrintedDocument,
  type MarkLettersPrintedMutation,
} from '../../../graphql/settings';
import { EmptyState } from '../../../ui/empty-state';
import { FailureBanner } from '../../../ui/failure-banner';
import { Skeleton } from '../../../ui/skeleton';
import { Toast } from '../../../ui/toast';

const pageSize = 50;

/** What members without an e-mail address should be told, a sheet of paper each. */
@Component({
  selector: 'coop-letters-to-print',
  imports: [EmptyState, FailureBanner, MatButton, Skeleton],
  templateUrl: './letters-to-print.html',
  styleUrls: ['../../../ui/section.css', './letters-to-print.css'],
})
export class LettersToPrint {
  protected readonly t = injectTexts();
  protected readonly formats = inject(Formats);
  readonly #toast = inject(Toast);
  readonly #mark = mutation(MarkLettersPrintedDocument);

  protected readonly marking = signal(false);
  protected readonly letters = list(LettersToPrintDocument, 'lettersToPrint', () => ({ first: pageSize }));

  protected print(): void {
    window.print();
  }

  /** Those that are shown: what came meanwhile was not printed. */
  protected async mark(): Promise<void> {
    this.marking.set(true);
    const outcome = await this.#mark.run({ input: { deliveryIds: this.letters.rows().map(({ id }) => id) } });
    if (outcome.kind === 'failed') this.#toast.failed(outcome.failure, () => void this.mark());
    if (outcome.kind === 'refused') outcome.errors.forEach((refusal) => this.#toast.say(this.#sentence(refusal)));
    await this.letters.refetch();
    this.marking.set(false);
  }

  #sentence(refusal: RefusalOf<MarkLettersPrintedMutation>): string {
    switch (refusal.__typename) {
      case 'DeliveryNotFoundError':
        return this.t('settings.refused.deliveryGone');
      case 'DeliveryNotToPrintError':
        return this.t('settings.refused.notToPrint');
      default:
        return never(refusal);
    }
  }
}
