// Writes a .br and a .gz beside each text file of the built web app, so that the server compresses nothing while it serves.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const folder = process.argv[2];
const text = new Set(['.js', '.css', '.svg', '.json', '.webmanifest', '.txt', '.map']);
const entries = await readdir(folder, { recursive: true, withFileTypes: true });

for (const entry of entries) {
  if (!entry.isFile() || !text.has(extname(entry.name))) {
    continue;
  }
  const path = join(entry.parentPath ?? entry.path, entry.name);
  const content = await readFile(path);
  const brotli = { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } };
  await writeFile(`${path}.br`, await promisify(brotliCompress)(content, brotli));
  await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: 9 }));
}
