import { computed, type Signal, signal, type WritableSignal } from '@angular/core';

import { query } from '../../../core/graphql/query';
import { injectTexts } from '../../../core/i18n/texts';
import { TaskTakersDocument } from '../../../graphql/tasks';
import type { Choice, Lookup } from '../../../ui/search-choice';

interface MemberChoices {
  /** What was typed; null asks nothing. */
  readonly asked: WritableSignal<string | null>;
  readonly found: Signal<readonly Choice[]>;
  readonly lookup: Lookup;
}

/** Members whose name holds what was typed, told apart by where they live. */
export function memberChoices(): MemberChoices {
  const t = injectTexts();
  const asked = signal<string | null>(null);
  const answer = query(TaskTakersDocument, () => {
    const search = asked();
    return search === null ? null : { search };
  });
  const found = computed(() =>
    (answer.data()?.members?.nodes ?? []).map(({ id, displayName, unit }) => ({
      id,
      name: displayName,
      detail: unit ? t('tasks.people.unit', { number: unit.number }) : undefined,
    })),
  );
  return { asked, found, lookup: answer };
}
