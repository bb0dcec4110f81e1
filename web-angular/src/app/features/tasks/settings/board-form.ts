import { Component, inject, signal } from '@angular/core';
import { form, FormField, max, maxLength, min } from '@angular/forms/signals';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';

import { never, ok, type Outcome } from '../../../core/errors/outcome';
import { injectInputSentence } from '../../../core/forms/input-sentence';
import { type Sentence, type Submission, submission } from '../../../core/forms/submission';
import { mutation, type RefusalOf } from '../../../core/graphql/mutation';
import { injectTexts } from '../../../core/i18n/texts';
import {
  type Board_BoardFragment,
  SetAssignmentLimitDocument,
  SetBoardColumnDocument,
  type SetAssignmentLimitMutation,
  type SetBoardColumnMutation,
  type TaskColumn,
} from '../../../graphql/tasks';
import { Control, Field } from '../../../ui/field';
import { FormDialog } from '../../../ui/form-dialog';

type Refusal = RefusalOf<SetBoardColumnMutation> | RefusalOf<SetAssignmentLimitMutation>;

/** What the columns are called, and how much may stand in them and be taken at once. */
@Component({
  selector: 'coop-board-form',
  imports: [Control, Field, FormDialog, FormField],
  styleUrl: '../../../ui/section.css',
  template: `
    <coop-form-dialog [heading]="t('tasks.settings.board')" [action]="t('ui.save')" [form]="form" [sending]="sending">
      @for (column of columns; track column) {
        <fieldset>
          <legend>{{ t('tasks.column.' + column) }}</legend>
          <div class="pair">
            <coop-field [label]="t('tasks.settings.name')" optional>
              <input coopControl type="text" autocomplete="off" [formField]="form[column].name" />
            </coop-field>
            @if (column !== 'DONE') {
              <coop-field [label]="t('tasks.settings.wipLimit')" optional>
                <input coopControl type="number" step="1" [formField]="form[column].wipLimit" />
              </coop-field>
            }
          </div>
        </fieldset>
      }
      <coop-field [label]="t('tasks.settings.limit')" [hint]="t('tasks.settings.limitHint')" optional>
        <input coopControl type="number" step="1" [formField]="form.limit" />
      </coop-field>
    </coop-form-dialog>
  `,
  styles: `
    legend {
      padding: 0;
      margin-bottom: 6px;
      font-weight: 650;
    }
  `,
})
export class BoardForm {
  protected readonly t = injectTexts();
  readonly #board = inject<Board_BoardFragment>(MAT_DIALOG_DATA);
  readonly #setColumn = mutation(SetBoardColumnDocument);
  readonly #setLimit = mutation(SetAssignmentLimitDocument);
  readonly #dialog = inject(MatDialogRef);
  readonly #inputSentence = injectInputSentence();

  protected readonly columns: readonly TaskColumn[] = ['TODO', 'IN_PROGRESS', 'REVIEW', 'DONE'];
  readonly #model = signal({
    TODO: this.#asItIs('TODO'),
    IN_PROGRESS: this.#asItIs('IN_PROGRESS'),
    REVIEW: this.#asItIs('REVIEW'),
    DONE: this.#asItIs('DONE'),
    limit: this.#board.assignmentLimit,
  });
  /** What is being sent: a refusal is about it. */
  #sent: TaskColumn | 'limit' = 'limit';
  protected readonly sending: Submission = submission({
    send: () => this.#send(),
    explain: (refusal: Refusal) => this.#sentence(refusal),
    done: () => this.#dialog.close(true),
  });
  protected readonly form = form(
    this.#model,
    (path) => {
      for (const column of this.columns) {
        maxLength(path[column].name, 50);
        min(path[column].wipLimit, 1);
        max(path[column].wipLimit, 1000);
      }
      min(path.limit, 1);
      max(path.limit, 1000);
    },
    { submission: this.sending },
  );

  #asItIs(column: TaskColumn) {
    const { name, wipLimit } = this.#board.columns.find((other) => other.column === column) ?? {};
    return { name: name ?? '', wipLimit: wipLimit ?? null };
  }

  /** Sends what was changed, one after the other, up to the first that is refused. */
  async #send(): Promise<Outcome<unknown, Refusal>> {
    for (const column of this.columns) {
      const { name, wipLimit } = this.#model()[column];
      const before = this.#asItIs(column);
      if (name === before.name && wipLimit === before.wipLimit) continue;
      this.#sent = column;
      const outcome = await this.#setColumn.run({ input: { column, name: name.trim() || null, wipLimit } });
      if (outcome.kind !== 'ok') return outcome;
    }
    const { limit } = this.#model();
    if (limit === this.#board.assignmentLimit) return ok(undefined);
    this.#sent = 'limit';
    return this.#setLimit.run({ input: { limit } });
  }

  #sentence(refusal: Refusal): Sentence {
    switch (refusal.__typename) {
      case 'InvalidInputError':
        return this.#inputSentence(refusal, this.#sent === 'limit' ? this.form : this.form[this.#sent]);
      default:
        return never(refusal.__typename);
    }
  }
}
