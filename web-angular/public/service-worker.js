// Keeps the app's shell for when there is no network. Written by hand: the page carries a fresh nonce in each answer,
// so no list of hashes can know it; it is kept together with the headers it came with.
const cacheName = 'shell-1';
const shell = '/';
const mostFiles = 300;

// A built file has its content's hash in its name: what is kept never changes.
const isBuilt = (url) => /-[\w-]{8}\.(?:js|css|woff2)$/.test(url.pathname);
const isApi = (url) => /^\/(?:graphql|auth|health|imports|exports|calendar)(?:\/|$)/.test(url.pathname);
// The server may answer an address with something else than the app: a file, a proxy's plain words.
const isPage = (answer) => answer.headers.get('Content-Type')?.startsWith('text/html') ?? false;

self.addEventListener('install', (event) => event.waitUntil(keepShell().then(() => self.skipWaiting())));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin || isApi(url)) return;
  if (request.mode === 'navigate') event.respondWith(fresh(event, shell));
  else if (isBuilt(url)) event.respondWith(kept(event, request));
  else event.respondWith(fresh(event, request));
});

self.addEventListener('message', (event) => {
  const files = event.data.filter((name) => isBuilt(new URL(name)));
  event.waitUntil(Promise.allSettled(files.map((name) => kept(event, new Request(name)))).then(forgetOldest));
});

async function keepShell() {
  const cache = await caches.open(cacheName);
  const page = await fetch(shell, { cache: 'no-store' });
  if (!page.ok || !isPage(page)) return;
  const files = [...(await page.clone().text()).matchAll(/(?:src|href)="([^":]+\.(?:js|css|svg))"/g)];
  await cache.put(shell, page);
  // A file that is named twice is kept once: a cache refuses to be given it twice.
  await cache.addAll([...new Set(files.map(([, file]) => file))]);
}

// From the network, kept under `key`; the kept one when there is no network. Nobody waits until it is kept.
async function fresh(event, key) {
  try {
    const answer = await fetch(event.request);
    if (answer.ok && (key !== shell || isPage(answer))) event.waitUntil(keep(key, answer.clone()));
    return answer;
  } catch (error) {
    const known = await caches.match(key, { cacheName });
    if (known) return known;
    throw error;
  }
}

async function kept(event, request) {
  const known = await caches.match(request, { cacheName });
  if (known) return known;
  const file = await fetch(request);
  if (file.ok) event.waitUntil(keep(request, file.clone()));
  return file;
}

async function keep(key, answer) {
  const cache = await caches.open(cacheName);
  await cache.put(key, answer);
}

// Files of earlier builds leave in the order they came.
async function forgetOldest() {
  const cache = await caches.open(cacheName);
  const files = (await cache.keys()).filter((file) => isBuilt(new URL(file.url)));
  await Promise.all(files.slice(0, Math.max(0, files.length - mostFiles)).map((file) => cache.delete(file)));
}
