import { inject } from '@angular/core';

import { never } from '../../../core/errors/outcome';
import type { RefusalOf } from '../../../core/graphql/mutation';
import { injectTexts } from '../../../core/i18n/texts';
import type {
  CompleteTaskMutation,
  MoveTaskMutation,
  ReleaseTaskMutation,
  ReopenTaskMutation,
  TakeTaskMutation,
} from '../../../graphql/tasks';
import { ColumnNames } from './column-names';

export type Refusal =
  | RefusalOf<MoveTaskMutation>
  | RefusalOf<TakeTaskMutation>
  | RefusalOf<ReleaseTaskMutation>
  | RefusalOf<CompleteTaskMutation>
  | RefusalOf<ReopenTaskMutation>;

/** Why the co-op's rules did not let a card move or change hands. */
export function injectRefusals(): (refusal: Refusal) => string {
  const t = injectTexts();
  const names = inject(ColumnNames);
  return (refusal) => {
    switch (refusal.__typename) {
      case 'TaskNotFoundError':
        return t('tasks.refused.gone');
      case 'TaskAlreadyDoneError':
        return t('tasks.refused.done');
      case 'TaskNotDoneError':
        return t('tasks.refused.notDone');
      case 'TaskNotAssignedError':
        return t('tasks.refused.notAssigned');
      case 'ColumnIsFullError':
        return t('tasks.refused.full', { column: names.of(refusal.column), limit: refusal.limit });
      case 'AssignmentLimitReachedError':
        return t('tasks.refused.limit', { limit: refusal.limit, active: refusal.active });
      default:
        return never(refusal);
    }
  };
}
