import { Component, inject, signal } from '@angular/core';
import { form, FormField, max, maxLength, min, required } from '@angular/forms/signals';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';

import { never } from '../../../core/errors/outcome';
import { injectInputSentence } from '../../../core/forms/input-sentence';
import { type Sentence, type Submission, submission } from '../../../core/forms/submission';
import { mutation, type RefusalOf } from '../../../core/graphql/mutation';
import { injectTexts } from '../../../core/i18n/texts';
import { ChangeTaskDocument, type ChangeTaskMutation, type TaskPage_TaskFragment } from '../../../graphql/tasks';
import { DateField } from '../../../ui/date-field';
import { Control, Field } from '../../../ui/field';
import { FormDialog } from '../../../ui/form-dialog';
import { MarkdownField } from '../../../ui/markdown-field';

/** What a task is about: its title, what is to be known, by when, how long. */
@Component({
  selector: 'coop-task-form',
  imports: [Control, DateField, Field, FormDialog, FormField, MarkdownField],
  styleUrl: '../../../ui/section.css',
  template: `
    <coop-form-dialog [heading]="t('tasks.change.heading')" [action]="t('ui.save')" [form]="form" [sending]="sending">
      <coop-field [label]="t('tasks.field.title')">
        <input coopControl type="text" autocomplete="off" [formField]="form.title" />
      </coop-field>
      <coop-markdown-field [label]="t('tasks.field.description')" optional [formField]="form.description" />
      <div class="pair">
        <coop-date-field [label]="t('tasks.field.dueOn')" [formField]="form.dueOn" />
        <coop-field [label]="t('tasks.field.estimate')" optional>
          <input coopControl type="number" step="0.25" [formField]="form.estimateHours" />
        </coop-field>
      </div>
    </coop-form-dialog>
  `,
})
export class TaskForm {
  protected readonly t = injectTexts();
  protected readonly task = inject<TaskPage_TaskFragment>(MAT_DIALOG_DATA);
  readonly #change = mutation(ChangeTaskDocument);
  readonly #dialog = inject(MatDialogRef);
  readonly #inputSentence = injectInputSentence();

  readonly #model = signal({
    title: this.task.title,
    description: this.task.description ?? '',
    dueOn: this.task.dueOn ?? '',
    estimateHours: this.task.estimateHours,
  });
  protected readonly sending: Submission = submission({
    send: () => {
      const { title, description, dueOn, estimateHours } = this.#model();
      return this.#change.run({
        input: {
          taskId: this.task.id,
          title,
          description: description.trim() ? description : null,
          dueOn: dueOn || null,
          estimateHours,
        },
      });
    },
    explain: (refusal) => this.#sentence(refusal),
    done: () => this.#dialog.close(),
  });
  protected readonly form = form(
    this.#model,
    (path) => {
      required(path.title);
      maxLength(path.title, 200);
      maxLength(path.description, 20_000);
      min(path.estimateHours, 0.01);
      max(path.estimateHours, 1000);
    },
    { submission: this.sending },
  );

  #sentence(refusal: RefusalOf<ChangeTaskMutation>): Sentence {
    switch (refusal.__typename) {
      case 'InvalidInputError':
        return this.#inputSentence(refusal, this.form);
      case 'TaskNotFoundError':
        return this.t('tasks.refused.gone');
      default:
        return never(refusal);
    }
  }
}
