// Reads one JSON object per line and answers each with one line:
// {"schema": sdl} sets the schema, {"query": text} asks about a document.
import { createInterface } from 'node:readline';
import { buildSchema, parse, print, validate } from 'graphql';

let schema;

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  let answer;
  if (request.schema !== undefined) {
    schema = buildSchema(request.schema);
    answer = {};
  } else {
    answer = describe(request.query);
  }
  process.stdout.write(JSON.stringify(answer) + '\n');
}

function describe(query) {
  let document;
  try {
    document = parse(query);
  } catch (error) {
    return { parse: shape(error) };
  }
  return {
    printed: print(document),
    validation: schema ? validate(schema, document).map(shape) : [],
  };
}

function shape({ message, locations }) {
  return { message, locations: locations ?? [] };
}
