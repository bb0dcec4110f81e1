import { inject } from '@angular/core';

import { never, type Outcome } from '../../core/errors/outcome';
import { injectInputSentence } from '../../core/forms/input-sentence';
import type { RefusalOf } from '../../core/graphql/mutation';
import { injectTexts } from '../../core/i18n/texts';
import type {
  AddChecklistItemMutation,
  AddCommentMutation,
  AddTaskMutation,
  AssignTaskMutation,
  ChangeCommentMutation,
  CompleteTaskMutation,
  LabelTaskMutation,
  MoveTaskMutation,
  ReleaseTaskMutation,
  RemoveTaskMutation,
  ReopenTaskMutation,
  TakeTaskMutation,
  TickChecklistItemMutation,
} from '../../graphql/tasks';
import { Toast } from '../../ui/toast';
import { ColumnNames } from './column-names';

export type Refusal =
  | RefusalOf<AddChecklistItemMutation>
  | RefusalOf<AddCommentMutation>
  | RefusalOf<AddTaskMutation>
  | RefusalOf<AssignTaskMutation>
  | RefusalOf<ChangeCommentMutation>
  | RefusalOf<CompleteTaskMutation>
  | RefusalOf<LabelTaskMutation>
  | RefusalOf<MoveTaskMutation>
  | RefusalOf<ReleaseTaskMutation>
  | RefusalOf<RemoveTaskMutation>
  | RefusalOf<ReopenTaskMutation>
  | RefusalOf<TakeTaskMutation>
  | RefusalOf<TickChecklistItemMutation>;

/** Why the co-op's rules did not let something be done with a task, in a sentence. */
export function injectRefusals(): (refusal: Refusal) => string {
  const t = injectTexts();
  const names = inject(ColumnNames);
  const inputSentence = injectInputSentence();
  return (refusal) => {
    switch (refusal.__typename) {
      case 'TaskNotFoundError':
      case 'CommentSubjectNotFoundError':
        return t('tasks.refused.gone');
      case 'TaskAlreadyDoneError':
        return t('tasks.refused.done');
      case 'TaskNotDoneError':
        return t('tasks.refused.notDone');
      case 'TaskNotAssignedError':
        return t('tasks.refused.notAssigned');
      case 'DoneTaskIsKeptError':
        return t('tasks.refused.kept');
      case 'ColumnIsFullError':
        return t('tasks.refused.full', { column: names.of(refusal.column), limit: refusal.limit });
      case 'AssignmentLimitReachedError':
        return t('tasks.refused.limit', { limit: refusal.limit, active: refusal.active });
      case 'MemberNotFoundError':
        return t('tasks.refused.memberGone');
      case 'MemberTakesNoTasksError':
        return t('tasks.refused.takesNone');
      case 'ChecklistItemNotFoundError':
        return t('tasks.refused.stepGone');
      case 'TaskLabelNotFoundError':
        return t('tasks.refused.labelGone');
      case 'CommentNotFoundError':
      case 'CommentRemovedError':
        return t('tasks.refused.commentGone');
      case 'InvalidInputError':
        return String(inputSentence(refusal, {}));
      default:
        return never(refusal);
    }
  };
}

/** Says how an action ended when it did not do what was asked; whether it did. */
export function injectTell(): (outcome: Outcome<unknown, Refusal>, retry?: () => void) => boolean {
  const toast = inject(Toast);
  const refusal = injectRefusals();
  return (outcome, retry) => {
    if (outcome.kind === 'failed') toast.failed(outcome.failure, retry);
    else if (outcome.kind === 'refused') toast.say(outcome.errors.map(refusal).join(' '));
    return outcome.kind === 'ok';
  };
}
