import { existsSync, globSync } from 'node:fs';

import type { CodegenConfig } from '@graphql-codegen/cli';

// One generated file per room, so that a lazy route carries only its own operations and two people never meet in one file.
const rooms = [
  'src/app/shell',
  'src/app/core',
  ...globSync('src/app/features/*', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `src/app/features/${entry.name}`)
    .sort(),
].filter((room) => existsSync(room) && globSync(`${room}/**/*.graphql`).length > 0);

const generated = (room: string) => `src/app/graphql/${room.split('/').at(-1)}.ts`;

const config: CodegenConfig = {
  schema: '../schema.graphql',
  generates: {
    'src/app/graphql/possible-types.ts': { plugins: ['./codegen/possible-types.mjs'] },
    ...Object.fromEntries(
      rooms.map((room) => [
        generated(room),
        {
          documents: `${room}/**/*.graphql`,
          plugins: ['typescript-operations', './codegen/documents.mjs'],
          config: {
            enumsAsTypes: true,
            enumType: 'string-literal',
            nonOptionalTypename: true,
            skipTypeNameForRoot: true,
            immutableTypes: true,
            avoidOptionals: { field: true },
            inputMaybeValue: 'T | null | undefined',
            useTypeImports: true,
            dedupeFragments: true,
            strictScalars: true,
            scalars: {
              ID: 'string',
              Date: 'string',
              DateTime: 'string',
              Decimal: 'number',
              JSON: 'unknown',
              UUID: 'string',
              Long: 'number',
              Duration: 'string',
              URL: 'string',
            },
          },
        },
      ]),
    ),
  },
};

export default config;
