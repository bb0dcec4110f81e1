// A board in Chromium: how soon it stands, how it scrolls when it is long, and how soon a move reaches another browser.
// Starts the API as built (`dotnet build api -c Release`) with a data folder of its own; the machine's load decides much: it is told.
//   node tests/bench/browser/board.mjs [cards, 500 by default]
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = new URL('../../../', import.meta.url);
const { chromium } = createRequire(new URL('web-angular/package.json', root))('playwright-core');
const cards = Number(process.argv[2] ?? 500);
const columns = ['TODO', 'IN_PROGRESS', 'REVIEW', 'DONE'];
const coop = 'seestrasse';
const board = `/c/${coop}/tasks`;

const api = await startApi();
let browser;
try {
  const accounts = JSON.parse(await readFile(join(api.folder, 'demo-accounts.json'), 'utf8'));
  const admin = accounts.find((account) => account.coop === coop && account.roles.includes('ADMIN'));
  const resident = accounts.find((account) => account.coop === coop && account.roles.includes('RESIDENT'));
  await fill(admin);
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  const mine = await signIn(admin);
  const theirs = await signIn(resident);
  await openings(mine);
  await reaches(mine, theirs);
  await scrolling(mine);
  await rows(mine);
} finally {
  await browser?.close();
  api.server.kill('SIGTERM');
  await once(api.server, 'exit');
  await rm(api.folder, { recursive: true, force: true });
}

/** From the first byte asked for to the first card, and to all that a first page holds, painted. */
async function openings(page) {
  const metrics = await page.context().newCDPSession(page);
  // The thread's own time: what else runs on the machine does not count.
  await metrics.send('Performance.enable', { timeDomain: 'threadTicks' });
  const worked = async () => {
    const { metrics: all } = await metrics.send('Performance.getMetrics');
    return Object.fromEntries(all.map(({ name, value }) => [name, value * 1000]));
  };
  for (const [how, act] of [
    ['opened anew', () => page.goto(api.address + board)],
    ['again', () => page.reload()],
    ['again', () => page.reload()],
    ['again', () => page.reload()],
  ]) {
    await act();
    await page.waitForFunction(() => globalThis.firstCard);
    // Counted anew with each page.
    const sofar = await worked();
    await page.waitForLoadState('networkidle');
    const { firstCard, shown, answer } = await page.evaluate(() => ({
      firstCard: globalThis.firstCard,
      shown: document.querySelectorAll('[data-task]').length,
      answer: performance
        .getEntriesByType('resource')
        .filter(({ name }) => name.endsWith('/graphql'))
        .map(({ duration }) => Math.round(duration)),
    }));
    tell(
      `${how}: first cards after ${ms(firstCard)}, ${shown} of them; the page's thread worked ${ms(sofar.TaskDuration)} ` +
        `(scripts ${ms(sofar.ScriptDuration)}, layout ${ms(sofar.LayoutDuration)}); answers of the server ${answer.join(', ')} ms`,
    );
  }
  const { length } = await page.evaluate(() => globalThis.longTasks.splice(0));
  tell(`long tasks of the last opening: ${length}`);
}

/** Twenty moves by keyboard in one browser: when the other has drawn them. */
async function reaches(mine, theirs) {
  await theirs.goto(api.address + board);
  await theirs.waitForFunction(() => globalThis.firstCard);
  const taken = [];
  for (let turn = 0; turn < 20; turn++) {
    const [from, to, key] =
      turn % 2 === 0 ? ['TODO', 'IN_PROGRESS', 'ArrowRight'] : ['IN_PROGRESS', 'TODO', 'ArrowLeft'];
    // There and back: the card that went last is at the end of its list.
    const card =
      turn % 2 === 0
        ? mine.locator(`[data-column=${from}] [data-task]`).first()
        : mine.locator(':focus').locator('xpath=ancestor::li');
    const id = await card.getAttribute('data-task');
    await card.locator('a').focus();
    const drawn = theirs.evaluate(
      ([id, to]) =>
        new Promise((resolve) => {
          const there = () => document.querySelector(`[data-column=${to}] [data-task="${id}"]`);
          const observer = new MutationObserver(() => {
            if (!there()) return;
            observer.disconnect();
            requestAnimationFrame(() => resolve(Date.now()));
          });
          observer.observe(document.body, { childList: true, subtree: true });
        }),
      [id, to],
    );
    await mine.evaluate(() => {
      onkeydown = ({ key }) => key.startsWith('Arrow') && (globalThis.pressedAt = Date.now());
    });
    await mine.keyboard.press(`Shift+${key}`);
    taken.push((await drawn) - (await mine.evaluate(() => globalThis.pressedAt)));
  }
  tell(`a move is drawn in another browser after ${spread(taken)}`);
}

/** Down the first column to its end, then a card dragged out of the middle of it. */
async function scrolling(page) {
  await page.goto(api.address + board);
  await page.waitForFunction(() => globalThis.firstCard);
  const shown = page.locator('[data-column=TODO] [data-task]');
  const all = Math.ceil(cards / 4);
  const start = Date.now();
  await page.evaluate(async (all) => {
    const list = document.querySelector('[data-column=TODO]');
    const scroll = list.closest('.scroll');
    globalThis.longTasks.splice(0);
    globalThis.frames = [];
    let last = performance.now();
    while (
      list.querySelectorAll('[data-task]').length < all ||
      scroll.scrollTop + scroll.clientHeight < scroll.scrollHeight - 4
    ) {
      scroll.scrollTop += 600;
      await new Promise(requestAnimationFrame);
      const now = performance.now();
      globalThis.frames.push(now - last);
      last = now;
    }
  }, all);
  const { frames, long } = await page.evaluate(() => ({
    frames: globalThis.frames,
    long: globalThis.longTasks.splice(0),
  }));
  tell(
    `scrolled to the end of ${await shown.count()} cards in ${ms(Date.now() - start)}: a frame ${spread(frames)}; ${longest(long)}`,
  );

  const card = shown.nth(Math.floor((await shown.count()) / 2));
  await card.scrollIntoViewIfNeeded();
  const from = await card.boundingBox();
  const to = await page.locator('[data-column=IN_PROGRESS]').boundingBox();
  const id = await card.getAttribute('data-task');
  await page.mouse.move(from.x + from.width / 2, from.y + from.height - 6);
  const pressed = Date.now();
  await page.mouse.down();
  await page.mouse.move(from.x + from.width / 2 + 12, from.y + from.height, { steps: 3 });
  await page.locator('.cdk-drag-preview').waitFor();
  const up = Date.now();
  await page.mouse.move(to.x + to.width / 2, Math.max(to.y, 0) + 200, { steps: 20 });
  const there = Date.now();
  await page.mouse.up();
  await page.locator(`[data-column=IN_PROGRESS] [data-task="${id}"]`).waitFor();
  const long2 = await page.evaluate(() => globalThis.longTasks.splice(0));
  tell(
    `dragged: taken up in ${ms(up - pressed)}, across in ${ms(there - up)} (20 steps), dropped in ${ms(Date.now() - there)}; ${longest(long2)}`,
  );
}

/** The rows by person need all that is to do. */
async function rows(page) {
  const start = Date.now();
  await page.goto(`${api.address}${board}?lanes=true`);
  await page.waitForFunction(() => globalThis.firstCard);
  const first = Date.now() - start;
  await page.waitForFunction(() => !document.querySelector('coop-more'), undefined, { timeout: 300_000 });
  tell(
    `by person: first row after ${ms(first)}, all ${await page.locator('[data-task]').count()} cards after ${ms(Date.now() - start)}; ${longest(await page.evaluate(() => globalThis.longTasks.splice(0)))}`,
  );
}

async function signIn(account) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  context.setDefaultTimeout(300_000);
  await context.addInitScript(() => {
    globalThis.longTasks = [];
    new PerformanceObserver((list) =>
      globalThis.longTasks.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({
      type: 'longtask',
      buffered: true,
    });
    new MutationObserver((_, observer) => {
      if (!document.querySelector('[data-task]')) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => (globalThis.firstCard = performance.now())));
    }).observe(document, { childList: true, subtree: true });
  });
  const page = await context.newPage();
  await page.goto(`${api.address}/sign-in`);
  await page.getByLabel('E-mail').fill(account.email);
  await page.getByLabel('Password', { exact: true }).fill(account.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(/\/c\//);
  return page;
}

/** Adds cards until the board has as many as asked for, evenly over its columns. */
async function fill(account) {
  const headers = { 'Content-Type': 'application/json', 'Cooperator-Client': 'bench', 'Cooperator-Coop': coop };
  const signedIn = await fetch(`${api.address}/auth/sign-in`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ email: account.email, password: account.password }),
  });
  headers.Cookie = signedIn.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
  const ask = async (query) => {
    const answer = await (
      await fetch(`${api.address}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) })
    ).json();
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer.data;
  };
  const { board } = await ask('{ board { columns { column count } } }');
  for (const { column, count } of board.columns) {
    const wanted = Math.max(0, Math.ceil(cards / columns.length) - count);
    await ask(
      `mutation { setBoardColumn(input: { column: ${column}, name: null, wipLimit: null }) { boardColumn { column } } }`,
    );
    for (let added = 0; added < wanted; added += 20) {
      const fields = Array.from(
        { length: Math.min(20, wanted - added) },
        (_, n) =>
          `c${n}: addTask(input: { title: "Card ${added + n} of ${column}", column: ${column} }) { task { id } }`,
      );
      await ask(`mutation { ${fields.join(' ')} }`);
    }
  }
  tell(`${cards} cards`);
}

async function startApi() {
  const folder = await mkdtemp(join(tmpdir(), 'cooperator-bench-'));
  const port = await new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
  const address = `http://localhost:${port}`;
  const assembly = fileURLToPath(
    new URL(`artifacts/bin/Cooperator.Api/${process.env.CONFIGURATION ?? 'release'}/Cooperator.Api.dll`, root),
  );
  const limits = ['--RateLimits:AuthPerMinute=0', '--RateLimits:RequestsPerMinute=0'];
  const server = spawn('dotnet', [assembly, `--urls=${address}`, `--Data:Folder=${folder}`, ...limits], {
    stdio: 'ignore',
    cwd: fileURLToPath(new URL('.', new URL(`file://${assembly}`))),
  });
  for (;;) {
    if (server.exitCode !== null) throw new Error('The API stopped before it served.');
    const answer = await fetch(`${address}/health`).catch(() => undefined);
    if (answer?.ok) return { address, folder, server };
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function ms(time) {
  return `${Math.round(time)} ms`;
}

function spread(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
  return `p50 ${ms(at(0.5))}, p95 ${ms(at(0.95))}, most ${ms(sorted.at(-1))}`;
}

function longest(tasks) {
  return tasks.length ? `${tasks.length} long tasks, the longest ${ms(Math.max(...tasks))}` : 'no long task';
}

function tell(sentence) {
  console.log(`[load ${loadavg()[0].toFixed(1)}] ${sentence}`);
}
