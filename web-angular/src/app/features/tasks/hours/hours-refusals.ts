import { never } from '../../../core/errors/outcome';
import { injectInputSentence } from '../../../core/forms/input-sentence';
import type { Sentence } from '../../../core/forms/submission';
import type { RefusalOf } from '../../../core/graphql/mutation';
import { injectPeriods } from '../../../core/i18n/periods';
import { injectTexts } from '../../../core/i18n/texts';
import type {
  ChangeHoursPeriodMutation,
  EndWorkExemptionMutation,
  ExemptFromWorkMutation,
  OpenHoursPeriodMutation,
  RecordHoursMutation,
  RemoveHoursPeriodMutation,
  ReverseHoursMutation,
} from '../../../graphql/tasks';

export type HoursRefusal =
  | RefusalOf<ChangeHoursPeriodMutation>
  | RefusalOf<EndWorkExemptionMutation>
  | RefusalOf<ExemptFromWorkMutation>
  | RefusalOf<OpenHoursPeriodMutation>
  | RefusalOf<RecordHoursMutation>
  | RefusalOf<RemoveHoursPeriodMutation>
  | RefusalOf<ReverseHoursMutation>;

/** Why something could not be written into the ledger or around it, beside the field it is about. */
export function injectHoursRefusals(): (refusal: HoursRefusal, fields: object) => Sentence {
  const t = injectTexts();
  const periods = injectPeriods();
  const inputSentence = injectInputSentence();
  return (refusal, fields) => {
    switch (refusal.__typename) {
      case 'MemberNotFoundError':
        return t('hours.refused.memberGone');
      case 'HoursLineNotFoundError':
        return t('hours.refused.lineGone');
      case 'HoursLineAlreadyReversedError':
        return t('hours.refused.alreadyReversed');
      case 'ReversalCannotBeReversedError':
        return t('hours.refused.isReversal');
      case 'HoursPeriodNotFoundError':
        return t('hours.refused.periodGone');
      case 'HoursPeriodsOverlapError':
        return t('hours.refused.periodsOverlap', { name: refusal.name, days: periods(refusal.from, refusal.until) });
      case 'WorkExemptionNotFoundError':
        return t('hours.refused.exemptionGone');
      case 'WorkExemptionsOverlapError':
        return t('hours.refused.exemptionsOverlap', { days: periods(refusal.from, refusal.until) });
      case 'InvalidInputError':
        return inputSentence(refusal, fields);
      default:
        return never(refusal);
    }
  };
}
