import { Component, computed, DestroyRef, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';

import { never, type Outcome } from '../../../core/errors/outcome';
import { injectInputSentence } from '../../../core/forms/input-sentence';
import { mutation, type RefusalOf } from '../../../core/graphql/mutation';
import { query } from '../../../core/graphql/query';
import { injectTexts } from '../../../core/i18n/texts';
import {
  AddTaskLabelDocument,
  type AddTaskLabelMutation,
  ChangeTaskLabelDocument,
  type ChangeTaskLabelMutation,
  type LabelColour,
  RemoveTaskLabelDocument,
  type RemoveTaskLabelMutation,
  type TaskLabel_TaskLabelFragment,
  TaskLabelListDocument,
} from '../../../graphql/tasks';
import { ActiveCoop } from '../../../core/auth/active-coop';
import { Confirm } from '../../../ui/confirm';
import { Drafts } from '../../../ui/drafts';
import { Toast } from '../../../ui/toast';
import { TaskLabel } from '../task-label';

type Refusal =
  RefusalOf<AddTaskLabelMutation> | RefusalOf<ChangeTaskLabelMutation> | RefusalOf<RemoveTaskLabelMutation>;

interface Typed {
  readonly chosen: TaskLabel_TaskLabelFragment | null;
  readonly name: string;
  readonly colour: LabelColour;
}

/** The words and colours by which tasks are told apart. */
@Component({
  selector: 'coop-labels-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, TaskLabel],
  templateUrl: './labels-dialog.html',
  styleUrls: ['../../../ui/section.css', './labels-dialog.css'],
})
export class LabelsDialog {
  protected readonly t = injectTexts();
  readonly #confirm = inject(Confirm);
  readonly #toast = inject(Toast);
  readonly #inputSentence = injectInputSentence();
  readonly #add = mutation(AddTaskLabelDocument);
  readonly #change = mutation(ChangeTaskLabelDocument);
  readonly #remove = mutation(RemoveTaskLabelDocument);
  readonly #found = query(TaskLabelListDocument);

  protected readonly labels = computed(() => this.#found.data()?.taskLabels ?? []);
  protected readonly colours: readonly LabelColour[] = [
    ...(['GREY', 'RED', 'ORANGE', 'YELLOW', 'GREEN'] as const),
    ...(['TEAL', 'BLUE', 'PURPLE', 'PINK', 'BROWN'] as const),
  ];
  /** The label that is being changed; null for a new one. */
  protected readonly chosen = signal<TaskLabel_TaskLabelFragment | null>(null);
  protected readonly name = signal('');
  protected readonly colour = signal<LabelColour>('GREEN');
  protected readonly refusal = signal('');
  protected readonly sample = computed((): TaskLabel_TaskLabelFragment => ({
    __typename: 'TaskLabel',
    id: '',
    name: this.name().trim() || this.t('tasks.labels.sample'),
    colour: this.colour(),
  }));

  protected givenUp = false;

  constructor() {
    const drafts = inject(Drafts);
    const draft = `label of ${inject(ActiveCoop).slug()}`;
    const typed = drafts.take(draft) as Typed | undefined;
    if (typed) {
      this.chosen.set(typed.chosen);
      this.name.set(typed.name);
      this.colour.set(typed.colour);
    }
    inject(DestroyRef).onDestroy(() => {
      const [chosen, name, colour] = [this.chosen(), this.name(), this.colour()];
      const changed = chosen ? chosen.name !== name || chosen.colour !== colour : name.trim() !== '';
      if (changed && !this.givenUp) drafts.keep(draft, { chosen, name, colour } satisfies Typed);
    });
  }

  protected choose(label: TaskLabel_TaskLabelFragment | null): void {
    this.chosen.set(label);
    this.name.set(label?.name ?? '');
    this.colour.set(label?.colour ?? 'GREEN');
    this.refusal.set('');
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.name().trim()) return;
    const chosen = this.chosen();
    const input = { name: this.name(), colour: this.colour() };
    const outcome = chosen
      ? await this.#change.run({ input: { labelId: chosen.id, ...input } })
      : await this.#add.run({ input });
    if (!this.#tell(outcome)) return;
    this.choose(null);
    await this.#found.refetch();
  }

  protected async remove(label: TaskLabel_TaskLabelFragment): Promise<void> {
    const sure = await this.#confirm.ask({
      heading: this.t('tasks.labels.removeHeading', { name: label.name }),
      text: this.t('tasks.labels.removeText'),
      action: this.t('tasks.labels.remove'),
    });
    if (!sure) return;
    this.#tell(await this.#remove.run({ input: { labelId: label.id } }));
    await this.#found.refetch();
  }

  #tell(outcome: Outcome<unknown, Refusal>): boolean {
    this.refusal.set('');
    if (outcome.kind === 'failed') this.#toast.failed(outcome.failure);
    else if (outcome.kind === 'refused')
      this.refusal.set(outcome.errors.map((refusal) => this.#sentence(refusal)).join(' '));
    return outcome.kind === 'ok';
  }

  #sentence(refusal: Refusal): string {
    switch (refusal.__typename) {
      case 'InvalidInputError':
        return String(this.#inputSentence(refusal, {}));
      case 'TaskLabelNotFoundError':
        return this.t('tasks.refused.labelGone');
      case 'TaskLabelNameTakenError':
        return this.t('tasks.labels.taken');
      default:
        return never(refusal);
    }
  }
}
