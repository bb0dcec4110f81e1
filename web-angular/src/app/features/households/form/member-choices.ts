import { computed, type Signal, signal, type WritableSignal } from '@angular/core';

import { query } from '../../../core/graphql/query';
import { HouseholdMemberChoicesDocument } from '../../../graphql/households';
import type { Choice, Lookup } from '../../../ui/search-choice';

interface MemberChoices {
  /** What was typed; null asks nothing. */
  readonly asked: WritableSignal<string | null>;
  readonly found: Signal<readonly Choice[]>;
  readonly lookup: Lookup;
}

/** Members whose name holds what was typed, each with the household of today. */
export function memberChoices(): MemberChoices {
  const asked = signal<string | null>(null);
  const answer = query(HouseholdMemberChoicesDocument, () => {
    const search = asked();
    return search === null ? null : { search };
  });
  const found = computed(() =>
    (answer.data()?.members?.nodes ?? []).map(({ id, displayName, household }) => ({
      id,
      name: displayName,
      detail: household?.name,
    })),
  );
  return { asked, found, lookup: answer };
}
