import { Kind, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import { describe, expect, it } from 'vitest';

import * as account from '../../graphql/account';
import * as dashboard from '../../graphql/dashboard';
import * as households from '../../graphql/households';
import * as members from '../../graphql/members';
import * as notifications from '../../graphql/notifications';
import * as settings from '../../graphql/settings';
import * as tasks from '../../graphql/tasks';
import * as units from '../../graphql/units';
import { createCache } from './cache';

const rooms = [account, dashboard, households, members, notifications, settings, tasks, units];

/** The fields of queries that go on by `after`. */
function continuedFields(): readonly string[] {
  const operations = rooms
    .flatMap((room) => Object.values(room) as DocumentNode[])
    .flatMap(({ definitions }) => definitions)
    .filter((definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION);
  const fields = operations
    .filter(({ operation }) => operation === 'query')
    .flatMap(({ selectionSet }) => selectionSet.selections)
    .filter((selection) => selection.kind === Kind.FIELD)
    .filter(({ arguments: given }) => given?.some(({ name }) => name.value === 'after'));
  return [...new Set(fields.map(({ name }) => name.value))];
}

describe('The cache', () => {
  it('appends the next page of every list that goes on', () => {
    const { policies } = createCache();
    const fields = continuedFields();
    expect(fields).toContain('members');
    expect(fields.filter((field) => !policies.getMergeFunction('Query', field, undefined))).toEqual([]);
  });
});
