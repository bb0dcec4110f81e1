// Runs what the clients people use, and the audits of graphql-http, against the server at the given address.
// Writes one JSON object per check: {"name": what is checked, "fault": null or what went wrong}.
import { createHash } from 'node:crypto';
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { GraphQL17Alpha9Handler } from '@apollo/client/incremental';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { print } from 'graphql';
import { auditServer } from 'graphql-http';
import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createWsClient } from 'graphql-ws';
import { deepStrictEqual, ok } from 'node:assert';
import WebSocket from 'ws';

const url = process.argv[2];
const socketUrl = url.replace(/^http/, 'ws');
const countQuery = 'subscription { count(to: 3) }';
const counted = [1, 2, 3].map((count) => ({ data: { count } }));
const deferred = '{ hello ... @defer(label: "later") { numbers } }';

for (const { name, status, reason } of await auditServer({ url })) {
  tell(`graphql-http: ${name}`, status === 'ok' || status === 'notice' ? null : `${status}: ${reason}`);
}

await withSocket('graphql-ws', async (client, check) => {
  await check('a query', async () => deepStrictEqual(await all(client, '{ hello }'), [{ data: { hello: 'world' } }]));
  await check('variables', async () =>
    deepStrictEqual(await all(client, 'query ($text: String!) { echo(text: $text) }', { text: 'Ä' }), [{ data: { echo: 'Ä' } }]),
  );
  await check('a subscription to its end', async () => deepStrictEqual(await all(client, countQuery), counted));
  await check('errors of a document', async () => {
    const errors = await all(client, '{ missing }').catch((thrown) => thrown);
    ok(/Cannot query field/.test(errors[0].message));
  });
  await check('parts', async () => {
    const parts = await all(client, deferred);
    deepStrictEqual(parts.map(({ hasNext }) => hasNext), [true, false]);
  });
  await check('many at once', async () => {
    const results = await Promise.all(Array.from({ length: 50 }, () => all(client, countQuery)));
    results.forEach((result) => deepStrictEqual(result, counted));
  });
  await check('a subscription that is left', async () => {
    const results = client.iterate({ query: 'subscription { tick }' });
    const next = results.next();
    await results.return();
    ok((await next).done);
  });
});

await withEvents('graphql-sse', async (client, check) => {
  await check('a query', async () => deepStrictEqual(await all(client, '{ hello }'), [{ data: { hello: 'world' } }]));
  await check('a subscription to its end', async () => deepStrictEqual(await all(client, countQuery), counted));
  await check('errors of a document', async () => {
    const [{ errors }] = await all(client, '{ missing }');
    ok(/Cannot query field/.test(errors[0].message));
  });
  await check('parts', async () => {
    const parts = await all(client, deferred);
    deepStrictEqual(parts.map(({ hasNext }) => hasNext), [true, false]);
  });
});

await suite('Apollo Client', async (check) => {
  const apollo = (link) =>
    new ApolloClient({ cache: new InMemoryCache(), link, incrementalHandler: new GraphQL17Alpha9Handler() });
  const http = new HttpLink({ uri: url });
  await check('a query', async () => {
    const { data } = await apollo(http).query({ query: gql`{ hello }` });
    deepStrictEqual(data, { hello: 'world' });
  });
  await check('a mutation', async () => {
    const { data } = await apollo(http).mutate({ mutation: gql`mutation { increment }` });
    ok(data.increment > 0);
  });
  await check('@defer over multipart', async () => {
    const seen = [];
    await new Promise((resolve, reject) => {
      apollo(http)
        .watchQuery({ query: gql(deferred) })
        .subscribe({
          next: ({ data, dataState }) => {
            seen.push([dataState, data]);
            if (dataState === 'complete') resolve();
          },
          error: reject,
        });
    });
    deepStrictEqual(seen.at(-1), ['complete', { __typename: 'Query', hello: 'world', numbers: [1, 2, 3] }]);
    ok(seen.some(([state]) => state === 'streaming'));
  });
  await check('@stream over multipart', async () => {
    const { data } = await apollo(http).query({ query: gql`{ numbers @stream(initialCount: 1) }` });
    deepStrictEqual(data, { numbers: [1, 2, 3] });
  });
  await check('a subscription', async () => {
    await withSocket('', async (client) => {
      const seen = [];
      await new Promise((resolve, reject) => {
        apollo(new GraphQLWsLink(client))
          .subscribe({ query: gql(countQuery) })
          .subscribe({ next: ({ data }) => seen.push(data.count), error: reject, complete: resolve });
      });
      deepStrictEqual(seen, [1, 2, 3]);
    });
  });
  await check('automatic persisted queries', async () => {
    const sent = [];
    const spy = new ApolloLink((operation, forward) => {
      sent.push(operation.getContext().http?.includeQuery ?? true);
      return forward(operation);
    });
    const generateHash = (document) => createHash('sha256').update(print(document)).digest('hex');
    const link = () => new PersistedQueryLink({ generateHash }).concat(spy).concat(http);
    const query = gql`query Persisted { hello whoami }`;
    for (let time = 0; time < 2; time++) {
      const { data } = await apollo(link()).query({ query });
      deepStrictEqual(data, { hello: 'world', whoami: 'nobody' });
    }
    deepStrictEqual(sent, [false, true, false]);
  });
});

async function withSocket(name, run) {
  const client = createWsClient({ url: socketUrl, webSocketImpl: WebSocket, retryAttempts: 0, lazy: true });
  await suite(name, (check) => run(client, check));
  await client.dispose();
}

async function withEvents(name, run) {
  const client = createSseClient({ url, retryAttempts: 0 });
  await suite(name, (check) => run(client, check));
  client.dispose();
}

function suite(name, run) {
  return run(async (what, check) => {
    try {
      await check();
      tell(`${name}: ${what}`, null);
    } catch (fault) {
      tell(`${name}: ${what}`, fault.stack ?? JSON.stringify(fault));
    }
  });
}

async function all(client, query, variables) {
  const results = [];
  for await (const result of client.iterate({ query, variables })) {
    results.push(result);
  }
  return results;
}

function tell(name, fault) {
  process.stdout.write(`${JSON.stringify({ name, fault })}\n`);
}
