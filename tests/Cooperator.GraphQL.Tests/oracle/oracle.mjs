// Reads one JSON object per line and answers each with one line:
// {"schema": sdl} sets the schema, {"query": text} asks about a document, {"introspection": options} asks for the
// introspection query, {"introspected": data} prints the schema it describes, {"check": sdl} asks what is wrong with a schema.
// {"coordinate": text} looks an element of the schema up.
// {"query": text, "root": data, "variables": map, "incremental": true} executes a document and gives every result of it.
// {"query": text, "root": data, "variables": map} executes a document over that data; {"$error": message} is thrown by its field.
import { createInterface } from 'node:readline';
import {
  buildASTSchema,
  buildClientSchema,
  buildSchema,
  executeSync,
  experimentalExecuteIncrementally,
  getIntrospectionQuery,
  isIntrospectionType,
  isSpecifiedDirective,
  isSpecifiedScalarType,
  parse,
  print,
  printDirective,
  printSchema,
  printType,
  resolveSchemaCoordinate,
  validate,
  validateSchema,
} from 'graphql';
import { validateSDL } from 'graphql/validation/validate.js';

let schema;

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  let answer;
  if (request.schema !== undefined) {
    schema = buildSchema(request.schema);
    answer = {};
  } else if (request.introspection !== undefined) {
    answer = { printed: getIntrospectionQuery(request.introspection) };
  } else if (request.introspected !== undefined) {
    answer = { printed: printOrdered(buildClientSchema(request.introspected)) };
  } else if (request.check !== undefined) {
    answer = check(request.check);
  } else if (request.coordinate !== undefined) {
    answer = { printed: find(request.coordinate) };
  } else if (request.incremental !== undefined) {
    answer = await executeIncrementally(request);
  } else if (request.root !== undefined) {
    answer = execute(request);
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
  const printed = print(document);
  try {
    return { printed, validation: schema ? validate(schema, document).map(shape) : [] };
  } catch (error) {
    // A rule has met what it did not expect, such as a wrong argument of @defer at the root of a subscription.
    return { printed, thrown: shape(error) };
  }
}

function find(coordinate) {
  try {
    const found = resolveSchemaCoordinate(schema, coordinate);
    const element =
      found?.fieldArgument ?? found?.directiveArgument ?? found?.inputField ?? found?.enumValue ?? found?.field ?? found?.directive ?? found?.type;
    const kind = /Argument|InputField/.test(found?.kind) ? 'Input' : found?.kind;
    return found === undefined ? 'nothing' : `${kind} ${element.name}`;
  } catch (error) {
    const places = (error.locations ?? []).map(({ line, column }) => `${line}:${column}`).join(', ');
    return error.locations ? `${error.message} (${places})` : error.message;
  }
}

function execute({ query, root, variables }) {
  const document = parse(query);
  const invalid = validate(schema, document);
  return {
    validation: invalid.map(shape),
    response: invalid.length > 0 ? null : JSON.stringify(
      executeSync({ schema, document, rootValue: root, variableValues: variables, fieldResolver: read }),
    ),
  };
}

async function executeIncrementally({ query, root, variables }) {
  const document = parse(query);
  const invalid = validate(schema, document);
  if (invalid.length > 0) {
    return { validation: invalid.map(shape) };
  }
  const result = await experimentalExecuteIncrementally({ schema, document, rootValue: root, variableValues: variables, fieldResolver: read });
  const results = [result.initialResult ?? result];
  if (result.subsequentResults !== undefined) {
    for await (const later of result.subsequentResults) {
      results.push(later);
    }
  }
  return { validation: [], results: results.map((one) => JSON.stringify(one)) };
}

function read(source, _arguments, _context, info) {
  const value = source[info.fieldName];
  if (value?.$error !== undefined) {
    throw new Error(value.$error);
  }
  return value;
}

// Where an excerpt cuts a character in two, half a surrogate pair is left, which not every JSON parser takes.
function shape({ message, locations }) {
  const whole = message.replace(/\p{Surrogate}/gu, (half) => `<${half.charCodeAt(0).toString(16)}>`);
  return { message: whole, locations: locations ?? [] };
}

function check(sdl) {
  let document;
  try {
    document = parse(sdl);
  } catch (error) {
    return { parse: shape(error) };
  }
  const invalid = validateSDL(document);
  if (invalid.length > 0) {
    return { validation: invalid.map(shape) };
  }
  try {
    const built = buildASTSchema(document, { assumeValidSDL: true });
    const faults = validateSchema(built);
    return { validation: faults.map(shape), printed: faults.length > 0 ? undefined : printOrdered(built) };
  } catch (error) {
    return { thrown: shape(error) };
  }
}

// As printSchema, with the root types first and the others by name.
function printOrdered(built) {
  const roots = [built.getQueryType(), built.getMutationType(), built.getSubscriptionType()];
  const byName = (a, b) => (a.name < b.name ? -1 : 1);
  const rank = (type) => (roots.includes(type) ? roots.indexOf(type) : roots.length);
  const types = Object.values(built.getTypeMap())
    .filter((type) => !isSpecifiedScalarType(type) && !isIntrospectionType(type))
    .sort((a, b) => rank(a) - rank(b) || byName(a, b));
  const definition = /^(?:"""[^]*?"""\n)?schema \{[^}]*\}/.exec(printSchema(built))?.[0];
  return [
    ...(definition ? [definition] : []),
    ...built.getDirectives().filter((directive) => !isSpecifiedDirective(directive)).sort(byName).map(printDirective),
    ...types.map(printType),
  ].join('\n\n') + '\n';
}
