import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { waitFor } from '@testing-library/dom';
import { describe, expect, it } from 'vitest';

import { stage, type Stage } from '../../../testing/stage';
import { HouseholdListDocument } from '../../graphql/households';
import { list } from './list';

@Component({ selector: 'coop-test-list', template: '' })
class Households {
  readonly shown = list(HouseholdListDocument, 'households', () => ({ first: 2, search: null }));

  names(): readonly string[] {
    return this.shown.rows().map(({ name }) => name);
  }
}

const page = (names: readonly string[], endCursor: string | null = null) => ({
  households: {
    __typename: 'HouseholdConnection',
    nodes: names.map((name) => ({ __typename: 'Household', id: name, name, members: [], unit: null })),
    pageInfo: { __typename: 'PageInfo', hasNextPage: endCursor !== null, endCursor },
    totalCount: 5,
  },
});

async function grown(): Promise<Stage<Households>> {
  const staged = await stage(Households);
  const { shown } = staged.fixture.componentInstance;
  (await staged.operation('HouseholdList')).flushData(page(['Ada', 'Ben'], 'ben'));
  await waitFor(() => expect(shown.hasMore()).toBe(true));
  shown.more();
  const more = await staged.operation('HouseholdList');
  expect(more.operation.variables).toMatchObject({ after: 'ben' });
  more.flushData(page(['Cem', 'Dora'], 'dora'));
  await waitFor(() => expect(shown.rows()).toHaveLength(4));
  return staged;
}

describe('A list', () => {
  it('is as long as it was for those who come back, and then as new as can be', async () => {
    const { operation, fixture } = await grown();
    fixture.destroy();

    const back = TestBed.createComponent(Households);
    back.detectChanges();
    await waitFor(() => expect(back.componentInstance.names()).toEqual(['Ada', 'Ben', 'Cem', 'Dora']));

    const renewed = await operation('HouseholdList');
    expect(renewed.operation.variables).toMatchObject({ first: 100, after: null });
    renewed.flushData(page(['Ada', 'Bert'], 'bert'));
    expect(back.componentInstance.names()).toHaveLength(4);
    const rest = await operation('HouseholdList');
    expect(rest.operation.variables).toMatchObject({ after: 'bert' });
    rest.flushData(page(['Cem', 'Dora', 'Emil']));
    await waitFor(() => expect(back.componentInstance.names()).toEqual(['Ada', 'Bert', 'Cem', 'Dora', 'Emil']));
    expect(back.componentInstance.shown.hasMore()).toBe(false);
  });

  it('stays as long when it is asked for anew', async () => {
    const { operation, fixture } = await grown();
    const again = fixture.componentInstance.shown.refetch();
    (await operation('HouseholdList')).flushData(page(['Ada', 'Ben', 'Cem', 'Dino'], 'dino'));
    await again;

    await waitFor(() => expect(fixture.componentInstance.names()).toEqual(['Ada', 'Ben', 'Cem', 'Dino']));
  });

  it('stays grown when it was asked for anew just before it grew', async () => {
    const staged = await stage(Households);
    const { shown, names } = staged.fixture.componentInstance;
    (await staged.operation('HouseholdList')).flushData(page(['Ada', 'Ben'], 'ben'));
    await waitFor(() => expect(shown.hasMore()).toBe(true));

    const again = shown.refetch();
    shown.more();
    const renewed = await staged.operation('HouseholdList');
    expect(renewed.operation.variables['after']).toBeUndefined();
    renewed.flushData(page(['Ada', 'Bert'], 'bert'));
    await again;
    const more = await staged.operation('HouseholdList');
    expect(more.operation.variables).toMatchObject({ after: 'bert' });
    more.flushData(page(['Cem', 'Dora'], 'dora'));

    await waitFor(() => expect(names.call(staged.fixture.componentInstance)).toEqual(['Ada', 'Bert', 'Cem', 'Dora']));
  });

  it('is asked for anew after it has grown, when both are wanted at once', async () => {
    const { operation, fixture } = await grown();
    const { shown } = fixture.componentInstance;
    shown.more();
    const again = shown.refetch();
    expect(shown.refetch()).toBe(again);
    const more = await operation('HouseholdList');
    expect(more.operation.variables).toMatchObject({ after: 'dora' });
    more.flushData(page(['Emil']));
    (await operation('HouseholdList')).flushData(page(['Ada', 'Ben', 'Cem', 'Dino', 'Emil']));
    await again;

    await waitFor(() => expect(fixture.componentInstance.names()).toEqual(['Ada', 'Ben', 'Cem', 'Dino', 'Emil']));
    expect(shown.loading()).toBe(false);
  });
});
