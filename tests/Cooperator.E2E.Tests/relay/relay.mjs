// Compiles operations with Relay's compiler against the committed schema, and runs them with Relay's runtime against
// the program at the given address: node relay.mjs <address> <access token> <co-op>.
// Writes one JSON object per check: {"name": what is checked, "fault": null or what went wrong}.
import { deepStrictEqual, ok } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClient } from 'graphql-ws';
import compiler from 'relay-compiler';
import Relay from 'relay-runtime';
import WebSocket from 'ws';

const { Environment, Network, Observable, RecordSource, Store } = Relay;
const { commitMutation, createOperationDescriptor, fetchQuery, getRequest, getSingularSelector, requestSubscription } =
  Relay;
const [address, token, coop] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));

const operations = compile();
const socket = createClient({
  url: new URL('/graphql', address.replace(/^http/, 'ws')).href,
  webSocketImpl: WebSocket,
  connectionParams: { authorization: `Bearer ${token}`, coop },
});
const environment = new Environment({ network: Network.create(ask, listen), store: new Store(new RecordSource()) });

await check('the compiler takes the schema and its operations', () =>
  deepStrictEqual(Object.keys(operations).length, 8),
);

await check('pages of a connection become one list', async () => {
  const whole = await read(operations.Members, { first: 100 });
  const names = whole.members.edges.map(({ node }) => node.displayName);
  const paged = new Environment({ network: Network.create(ask), store: new Store(new RecordSource()) });
  let [after, pages] = [null, 0];
  let list;
  do {
    await fetchQuery(paged, operations.Members, { first: 4, after }).toPromise();
    list = stored(paged, operations.Members, { first: 4, after: null }).members;
    after = list.pageInfo.endCursor;
    pages++;
  } while (list.pageInfo.hasNextPage && pages < 50);
  ok(pages > 1);
  deepStrictEqual(
    list.edges.map(({ node }) => node.displayName),
    names,
  );
});

await check('an object is fetched again by its id', async () => {
  const { members } = await read(operations.Members, { first: 3 });
  for (const { node } of members.edges) {
    const again = await read(operations.Home, { id: node.id });
    const { roles, unit } = environment.lookup(getSingularSelector(operations._home, again.node)).data;
    deepStrictEqual([roles, unit], [node.roles, node.unit]);
  }
});

await check('a refusal is data', async () => {
  const answer = await commit(operations.AddTask, { input: { title: ' ' } });
  deepStrictEqual(answer.addTask, { task: null, errors: [{ __typename: 'InvalidInputError' }] });
});

await check('what a mutation returns is what is known of the object from then on', async () => {
  const { addTask } = await commit(operations.AddTask, { input: { title: 'Oil the gate' } });
  const id = addTask.task.id;
  deepStrictEqual(await read(operations.Task, { id }), { node: { id, title: 'Oil the gate' } });
  await commit(operations.ChangeTask, { input: { taskId: id, title: 'Oil the garden gate' } });
  deepStrictEqual(stored(environment, operations.Task, { id }).node.title, 'Oil the garden gate');
  await commit(operations.RemoveTask, { input: { taskId: id } });
  deepStrictEqual(stored(environment, operations.Task, { id }).node, null);
});

await check('a subscription renews the object', async () => {
  const { addTask } = await commit(operations.AddTask, { input: { title: 'Paint the fence' } });
  const id = addTask.task.id;
  const listener = new Environment({ network: Network.create(ask, listen), store: new Store(new RecordSource()) });
  await fetchQuery(listener, operations.Task, { id }).toPromise();
  const told = new Promise((resolve, reject) => {
    const { dispose } = requestSubscription(listener, {
      subscription: operations.TaskChanged,
      variables: {},
      onNext: ({ taskChanged }) => taskChanged.task?.title === 'Paint the fence green' && (dispose(), resolve()),
      onError: reject,
    });
  });
  // Whoever listens is not told when: it is written until it is heard.
  let heard = false;
  const hear = () => (heard = true);
  told.then(hear, hear);
  for (let time = 0; !heard && time < 1000; time++) {
    await commit(operations.ChangeTask, {
      input: { taskId: id, title: time % 2 ? 'Paint the fence' : 'Paint the fence green' },
    });
  }
  ok(heard, 'The subscription told nothing.');
  await told;
  deepStrictEqual(stored(listener, operations.Task, { id }).node.title, 'Paint the fence green');
  await commit(operations.RemoveTask, { input: { taskId: id } });
});

await socket.dispose();

function compile() {
  const folder = join(here, 'artifacts');
  mkdirSync(folder, { recursive: true });
  execFileSync(compiler, [], { cwd: here, stdio: ['ignore', 'ignore', 'inherit'] });
  const require = createRequire(import.meta.url);
  const name = /^operations(?<name>.*?)(Query|Mutation|Subscription)?\.graphql\.js$/;
  return Object.fromEntries(
    readdirSync(folder).map((file) => [name.exec(file).groups.name, require(join(folder, file))]),
  );
}

function ask({ text }, variables) {
  return fetch(new URL('/graphql', address), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      authorization: `Bearer ${token}`,
      'cooperator-coop': coop,
    },
    body: JSON.stringify({ query: text, variables }),
  }).then((response) => response.json());
}

function listen({ text, name }, variables) {
  return Observable.create((sink) => socket.subscribe({ query: text, operationName: name, variables }, sink));
}

function read(operation, variables) {
  return fetchQuery(environment, operation, variables, { fetchPolicy: 'network-only' }).toPromise();
}

function stored(known, operation, variables) {
  return known.lookup(createOperationDescriptor(getRequest(operation), variables).fragment).data;
}

function commit(mutation, variables) {
  return new Promise((resolve, reject) =>
    commitMutation(environment, {
      mutation,
      variables,
      onCompleted: (data, errors) => (errors ? reject(errors) : resolve(data)),
      onError: reject,
    }),
  );
}

async function check(name, run) {
  let fault = null;
  try {
    await run();
  } catch (thrown) {
    fault = thrown.stack ?? JSON.stringify(thrown);
  }

  process.stdout.write(`${JSON.stringify({ name, fault })}\n`);
}
