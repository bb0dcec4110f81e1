import { inject } from '@angular/core';

import { never, type Outcome } from '../../../core/errors/outcome';
import { injectInputSentence } from '../../../core/forms/input-sentence';
import type { RefusalOf } from '../../../core/graphql/mutation';
import { Formats } from '../../../core/i18n/formats';
import { injectTexts } from '../../../core/i18n/texts';
import type {
  AcceptDutySwapMutation,
  DeclineDutySwapMutation,
  OfferDutySwapMutation,
  WithdrawDutySwapMutation,
} from '../../../graphql/tasks';
import { Toast } from '../../../ui/toast';

export type SwapRefusal =
  | RefusalOf<AcceptDutySwapMutation>
  | RefusalOf<DeclineDutySwapMutation>
  | RefusalOf<OfferDutySwapMutation>
  | RefusalOf<WithdrawDutySwapMutation>;

/** Why the co-op's rules did not let a duty change hands, in a sentence. */
export function injectSwapRefusals(): (refusal: SwapRefusal) => string {
  const t = injectTexts();
  const formats = inject(Formats);
  const inputSentence = injectInputSentence();
  return (refusal) => {
    switch (refusal.__typename) {
      case 'DutySwapNotFoundError':
      case 'DutyOccurrenceNotFoundError':
        return t('duties.refused.gone');
      case 'SwapNotOpenError':
        return t(`duties.refused.notOpen.${refusal.state}`);
      case 'SwapNotForYouError':
        return t('duties.refused.notForYou');
      case 'SwapNotYoursError':
      case 'NotYourDutyError':
        return t('duties.refused.notYours');
      case 'DutyNotOpenError':
        return t('duties.refused.over');
      case 'DutyChangedHandsError':
        return t('duties.refused.changedHands');
      case 'DutyAlreadyOfferedError':
        return t('duties.refused.alreadyOffered');
      case 'CannotTakeDutyError':
        return t('duties.refused.cannotTake', { day: formats.shortWeekdayAndDay(refusal.dueOn) });
      case 'AssignmentLimitReachedError':
        return t('duties.refused.limit', { limit: refusal.limit, active: refusal.active });
      case 'SwapWithOneselfError':
        return t('duties.refused.oneself');
      case 'SwapNeedsPartnerError':
        return t('duties.refused.needsPartner');
      case 'MemberNotFoundError':
        return t('duties.refused.memberGone');
      case 'InvalidInputError':
        return String(inputSentence(refusal, {}));
      default:
        return never(refusal);
    }
  };
}

/** Says how an answer to an offer ended when it did not do what was asked; whether it did. */
export function injectTellSwap(): (outcome: Outcome<unknown, SwapRefusal>, retry?: () => void) => boolean {
  const toast = inject(Toast);
  const sentence = injectSwapRefusals();
  return (outcome, retry) => {
    if (outcome.kind === 'failed') toast.failed(outcome.failure, retry);
    else if (outcome.kind === 'refused') toast.say(outcome.errors.map(sentence).join(' '));
    return outcome.kind === 'ok';
  };
}
