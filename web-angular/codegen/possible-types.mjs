import { isAbstractType } from 'graphql';

/** Which object types an interface or union can be: what Apollo's cache needs to match fragments on them. */
export const plugin = (schema) => {
  const entries = Object.values(schema.getTypeMap())
    .filter((type) => isAbstractType(type) && !type.name.startsWith('__'))
    .map((type) => [
      type.name,
      schema
        .getPossibleTypes(type)
        .map((possible) => possible.name)
        .sort(),
    ])
    .sort(([a], [b]) => a.localeCompare(b));
  return `export const possibleTypes: Record<string, string[]> = ${JSON.stringify(Object.fromEntries(entries), null, 2)};\n`;
};
