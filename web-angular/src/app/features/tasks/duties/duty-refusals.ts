import { never } from '../../../core/errors/outcome';
import { injectInputSentence } from '../../../core/forms/input-sentence';
import type { Sentence } from '../../../core/forms/submission';
import type { RefusalOf } from '../../../core/graphql/mutation';
import { injectTexts } from '../../../core/i18n/texts';
import type {
  ChangeDutyMutation,
  CreateDutyMutation,
  EndDutyMutation,
  RotateDutyMutation,
} from '../../../graphql/tasks';

export type DutyRefusal =
  | RefusalOf<ChangeDutyMutation>
  | RefusalOf<CreateDutyMutation>
  | RefusalOf<EndDutyMutation>
  | RefusalOf<RotateDutyMutation>;

/** Why a duty could not be set up or changed, beside the field it is about when the form has it. */
export function injectDutyRefusals(): (refusal: DutyRefusal, fields: object) => Sentence {
  const t = injectTexts();
  const inputSentence = injectInputSentence();
  return (refusal, fields) => {
    switch (refusal.__typename) {
      case 'DutyNotFoundError':
        return t('duties.refused.dutyGone');
      case 'DutyEndedError':
        return t('duties.refused.ended');
      case 'DutyNeverOccursError':
        return t('duties.refused.neverOccurs');
      case 'MemberNotFoundError':
        return t('duties.refused.memberGone');
      case 'InvalidInputError':
        return inputSentence(refusal, fields);
      default:
        return never(refusal);
    }
  };
}
