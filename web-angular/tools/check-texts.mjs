// Every language says everything: the same keys with the same placeholders, every key the source names exists, and
// every kind of event the server writes has its sentence, as have every kind of notification and every job.
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const app = new URL('../src/app/', import.meta.url).pathname;
const api = new URL('../../api/', import.meta.url).pathname;
const faults = [];

function flatten(words, prefix = '') {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  );
}

const placeholders = (text) =>
  (text.match(/\{\{\s*\w+\s*\}\}/g) ?? [])
    .map((hole) => hole.replaceAll(/\s/g, ''))
    .sort()
    .join();

// The core's words stand at the top; a feature's below the scope its routes name.
function scopeOf(folder) {
  if (folder.endsWith('core/i18n')) return '';
  const routes = globSync(join(dirname(folder), '*.routes.ts'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const scope = /textsOf\(\s*'(\w+)'/.exec(routes)?.[1];
  if (!scope) faults.push(`${folder}: no routes file names its scope with textsOf('…')`);
  return `${scope}.`;
}

const known = new Map();
for (const english of globSync(join(app, '**/i18n/en.json'))) {
  const folder = dirname(english);
  const read = (file) => new Map(flatten(JSON.parse(readFileSync(file, 'utf8')), scopeOf(folder)));
  const original = read(english);
  for (const [key, text] of original) known.set(key, text);
  for (const file of globSync(join(folder, '*.json'))) {
    const words = read(file);
    for (const [key, text] of original) {
      if (!words.has(key)) faults.push(`${file}: «${key}» is missing`);
      else if (placeholders(words.get(key)) !== placeholders(text))
        faults.push(`${file}: «${key}» has other placeholders`);
      else if (!words.get(key).trim()) faults.push(`${file}: «${key}» is empty`);
    }
    for (const key of words.keys()) if (!original.has(key)) faults.push(`${file}: «${key}» is not in en.json`);
  }
}

const families = new Set(
  [...known.keys()].flatMap((key) => key.split('.').map((_, i, all) => all.slice(0, i).join('.'))),
);
const scopes = new Set([...known.keys()].map((key) => key.split('.')[0]));
for (const file of globSync(join(app, '**/*.{ts,html}'), { exclude: (name) => name.endsWith('.spec.ts') })) {
  for (const [, key] of readFileSync(file, 'utf8').matchAll(/['`]([a-z]\w*(?:\.\w+)+)\.?['`$]/gi)) {
    if (!scopes.has(key.split('.')[0])) continue;
    if (!known.has(key) && !families.has(key)) faults.push(`${basename(file)}: «${key}» has no words`);
  }
}

// The kinds as the entities raise them: «unit.moved_in», and what a comment adds to the name of its subject.
function eventKinds() {
  const kinds = new Set();
  const subjects = [];
  const remarks = [];
  for (const file of globSync(join(api, '{Features,Identity}/**/*.cs'))) {
    const source = readFileSync(file, 'utf8');
    if (/\bRaise(?:Of)?\(/.test(source))
      for (const [, kind] of source.matchAll(/"([a-z_]+\.[a-z_]+)"/g)) kinds.add(kind);
    for (const [, subject] of source.matchAll(/\bRaise\("([a-z_]+\.)" \+/g)) subjects.push(subject);
    for (const [, remark] of source.matchAll(/\bNoteComment\("([a-z_]+)"/g)) remarks.push(remark);
  }
  for (const subject of subjects) for (const remark of remarks) kinds.add(subject + remark);
  if (!kinds.has('unit.moved_in') || !kinds.has('task.commented'))
    faults.push('the kinds of events are not found in api/');
  return [...kinds];
}

for (const kind of eventKinds()) {
  const sentences = [`dashboard.activity.kind.${kind}`];
  if (kind.startsWith('task.')) sentences.push(`tasks.history.kind.${kind.slice('task.'.length)}`);
  for (const key of sentences) if (!known.has(key)) faults.push(`«${key}» has no words: the server writes «${kind}»`);
}

// The kinds of notifications, for those who choose among them and for those who look after the post.
const declared = readFileSync(join(api, 'Features/Notifications/NotificationKind.cs'), 'utf8');
const notifications = [...(/enum NotificationKind\s*\{([^}]*)\}/.exec(declared)?.[1] ?? '').matchAll(/\w+/g)];
if (!notifications.length) faults.push('the kinds of notifications are not found in api/');
for (const [name] of notifications) {
  const kind = name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
  for (const key of [`notifications.kind.${kind}`, `settings.kind.${kind}`])
    if (!known.has(key)) faults.push(`«${key}» has no words`);
}

// The jobs as the features register them.
const jobs = globSync(join(api, '{Features,Platform}/**/*Feature.cs')).flatMap((file) => [
  ...readFileSync(file, 'utf8').matchAll(/AddRecurringJob<\w+>\(\s*"([a-z-]+)"/g),
]);
if (!jobs.length) faults.push('the jobs are not found in api/');
for (const [, job] of jobs)
  if (!known.has(`settings.jobs.about.${job}`)) faults.push(`«settings.jobs.about.${job}» has no words`);

console.log(faults.length ? faults.join('\n') : `${known.size} texts, complete in every language.`);
process.exit(faults.length ? 1 : 0);
