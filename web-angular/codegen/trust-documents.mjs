// Writes the manifest of the documents this app may send, for the server.
// Run by `npm run codegen`, after the documents themselves were generated; with --check it only tells whether the file is up to date.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

import { trusted } from './documents.mjs';

const folder = new URL('../src/app/graphql/', import.meta.url);
const manifestFile = new URL('trusted-documents.json', folder);

const documents = [];
for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts'))) {
  for (const document of Object.values(await import(new URL(file, folder)))) {
    if (!document?.hash) continue;
    const { text, hash } = trusted(document);
    const name = document.definitions.find((definition) => 'operation' in definition).name.value;
    if (hash !== document.hash) throw new Error(`${name} does not carry the hash of its own text.`);
    documents.push({ name, text, hash });
  }
}

documents.sort((a, b) => a.name.localeCompare(b.name));
const twice = documents.find(
  ({ name, text }, index) => documents[index + 1]?.name === name && documents[index + 1].text !== text,
);
if (twice) {
  throw new Error(`Two operations are named ${twice.name}.`);
}

const manifest = `${JSON.stringify(Object.fromEntries(documents.map(({ hash, text }) => [`sha256:${hash}`, text])), null, 2)}\n`;
if (!process.argv.includes('--check')) {
  writeFileSync(manifestFile, manifest);
} else if (readFileSync(manifestFile, 'utf8') !== manifest) {
  console.error(`${manifestFile.pathname} is not up to date: run npm run codegen.`);
  process.exitCode = 1;
}
