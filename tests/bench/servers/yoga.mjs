import { createServer } from 'node:http';
import { createSchema, createYoga } from 'graphql-yoga';
import { context, resolvers, typeDefs } from './coop.mjs';

const yoga = createYoga({ schema: createSchema({ typeDefs, resolvers }), context, logging: false });
createServer((request, response) =>
  request.url === '/health' ? response.end('{}') : yoga(request, response),
).listen(Number(process.env.PORT), '127.0.0.1');
