import { InMemoryCache, type FieldPolicy, type Reference } from '@apollo/client';

import { possibleTypes } from '../../graphql/possible-types';

interface Page {
  readonly nodes?: readonly Reference[];
}

const pagingArguments = new Set(['first', 'after', 'last', 'before']);

/** A keyset list: `after` appends to what is shown, a fresh first page replaces it. */
function keysetList(): FieldPolicy<Page> {
  return {
    keyArgs: (args) =>
      JSON.stringify(Object.fromEntries(Object.entries(args ?? {}).filter(([name]) => !pagingArguments.has(name)))),
    merge(existing, incoming, { args }) {
      if (!args?.['after'] || !existing?.nodes || !incoming.nodes) return incoming;
      const shown = new Set(existing.nodes.map((node) => node.__ref));
      const more = incoming.nodes.filter((node) => !shown.has(node.__ref));
      return { ...incoming, nodes: [...existing.nodes, ...more] };
    },
  };
}

// An answer holds the whole list: what is no longer in it is gone.
const wholeList: FieldPolicy = { merge: false };

export function createCache(): InMemoryCache {
  return new InMemoryCache({
    possibleTypes,
    typePolicies: {
      Query: {
        fields: {
          members: keysetList(),
          households: keysetList(),
          units: keysetList(),
          occupancies: keysetList(),
          invitations: keysetList(),
          activity: keysetList(),
          tasks: keysetList(),
          notifications: keysetList(),
          deliveries: keysetList(),
          lettersToPrint: keysetList(),
          notificationPreferences: wholeList,
          webhooks: wholeList,
          myTasks: keysetList(),
          dutyRoster: keysetList(),
          openDutySwaps: keysetList(),
          hoursLines: keysetList(),
          duties: wholeList,
          hoursPeriods: wholeList,
        },
      },
      Board: { keyFields: [] },
      BoardColumn: { keyFields: ['column'], fields: { tasks: keysetList() } },
      Task: {
        fields: {
          activity: keysetList(),
          assignees: wholeList,
          checklist: wholeList,
          comments: keysetList(),
          labels: wholeList,
        },
      },
      HoursPeriod: { fields: { fairness: wholeList } },
      Me: { merge: true, keyFields: [] },
      Household: { fields: { members: wholeList, occupancies: wholeList } },
      Duty: { fields: { members: wholeList, nextTurns: wholeList } },
      Member: {
        fields: {
          hours: wholeList,
          occupancies: wholeList,
          periods: wholeList,
          roleAssignments: wholeList,
          workExemptions: wholeList,
        },
      },
      Unit: { fields: { occupancies: wholeList, residents: wholeList } },
      ContactDetails: { merge: true },
      KindPreference: { keyFields: ['kind'] },
      MailHours: { keyFields: [] },
      Job: { keyFields: ['name'] },
    },
  });
}
