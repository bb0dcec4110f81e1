import { computed, inject, type Signal, signal, untracked } from '@angular/core';
import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { Apollo } from 'apollo-angular';

import { type Query, query } from './query';

/** What the server gives at once, at most; the first page of a list may be shorter, so that it is there sooner. */
const longestPage = 100;

interface Page {
  readonly nodes: readonly unknown[] | null;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

interface PageVariables extends OperationVariables {
  first: number;
  after?: string | null | undefined;
}

type Lists<TData> = { [TField in keyof TData]: NonNullable<TData[TField]> extends Page ? TField : never }[keyof TData] &
  string;
type PageOf<TData, TField extends keyof TData> = NonNullable<TData[TField]> & Page;
type Row<TData, TField extends keyof TData> = NonNullable<PageOf<TData, TField>['nodes']>[number];

export interface List<TPage, TRow> extends Pick<Query<unknown, never>, 'loading' | 'waiting' | 'failure' | 'refetch'> {
  readonly page: Signal<TPage | undefined>;
  readonly rows: Signal<readonly TRow[]>;
  readonly hasMore: Signal<boolean>;
  more(): void;
}

/**
 * Watches a list that grows page by page. However long it has grown, it stays as long when it is asked for anew, and
 * when one comes back to it: what was shown is there at once, so that the place on the screen is too.
 */
export function list<TData, TVariables extends PageVariables, TField extends Lists<TData>>(
  document: TypedDocumentNode<TData, TVariables>,
  field: TField,
  variables: () => NoInfer<TVariables>,
): List<PageOf<TData, TField>, Row<TData, TField>> {
  const { client } = inject(Apollo);
  const shownBefore = untracked(() => {
    const before = client.readQuery<TData>({ query: document, variables: variables() } as never);
    return before ? ((before[field] as Page | null)?.nodes?.length ?? 0) : 0;
  });
  const grown = shownBefore > untracked(variables).first;
  const found = query(document, variables, grown ? { start: 'cache-first' } : {});
  const page = computed(() => found.data()?.[field] as PageOf<TData, TField> | undefined);
  const rows = computed(() => (page()?.nodes ?? []) as readonly Row<TData, TField>[]);

  /** Asks for as many rows as are shown, and shows them when all are here. */
  const renew = async (wanted: number) => {
    const asked = untracked(variables);
    const nodes: unknown[] = [];
    let after: string | null = null;
    let answer: TData;
    let newest: Page;
    do {
      const request: unknown = {
        query: document,
        variables: { ...asked, first: longestPage, after },
        fetchPolicy: 'no-cache',
      };
      answer = (await client.query<TData>(request as never)).data as TData;
      newest = answer[field] as Page;
      nodes.push(...(newest.nodes ?? []));
      after = newest.pageInfo.endCursor;
    } while (newest.pageInfo.hasNextPage && nodes.length < wanted);
    client.writeQuery({
      query: document,
      variables: asked,
      data: { ...answer, [field]: { ...newest, nodes } },
    } as never);
  };

  // One at a time: an answer that was asked for while the list was shorter must not replace what it has grown to.
  let turn = Promise.resolve();
  const inTurn = (act: () => Promise<void>) => (turn = turn.then(act));

  let renewal: Promise<void> | undefined;
  /** However often it is called while one is still to begin, that one is as new as all of them want. */
  const refetch = () =>
    (renewal ??= inTurn(async () => {
      renewal = undefined;
      const wanted = untracked(rows).length;
      // A short list, and whatever goes wrong, is the query's own business.
      if (wanted <= untracked(variables).first) await found.refetch();
      else await renew(wanted).catch(() => found.refetch());
    }));
  if (grown) void inTurn(() => renew(shownBefore).catch(() => found.refetch()));

  const growing = signal(false);
  const more = () => {
    if (untracked(growing) || untracked(found.loading)) return;
    growing.set(true);
    void inTurn(async () => {
      const after = untracked(page)?.pageInfo.endCursor;
      if (after) await found.more({ first: longestPage, after } as Partial<TVariables>);
      growing.set(false);
    });
  };

  return {
    page,
    rows,
    hasMore: computed(() => page()?.pageInfo.hasNextPage ?? false),
    loading: computed(() => growing() || found.loading()),
    waiting: found.waiting,
    failure: found.failure,
    refetch,
    more,
  };
}
