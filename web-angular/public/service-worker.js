// Keeps the app's shell for when there is no network. Written by hand: the page carries a fresh nonce in each answer,
// so no list of hashes can know it; it is kept together with the headers it came with.
const cacheName = 'shell-1';
const shell = '/';
const mostFiles = 300;

// A built file has its content's hash in its name: what is kept never changes.
const isBuilt = (url) => /-[\w-]{8}\.(?:js|css|woff2)$/.test(url.pathname);
const isApi = (url) => /^\/(?:graphql|auth|health|imports|exports)(?:\/|$)/.test(url.pathname);

self.addEventListener('install', (event) => event.waitUntil(keepShell().then(() => self.skipWaiting())));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin || isApi(url)) return;
  if (request.mode === 'navigate') event.respondWith(fresh(request, shell));
  else if (isBuilt(url)) event.respondWith(kept(request));
  else event.respondWith(fresh(request, request));
});

self.addEventListener('message', (event) => {
  const files = event.data.filter((name) => isBuilt(new URL(name)));
  event.waitUntil(Promise.allSettled(files.map((name) => kept(new Request(name)))));
});

async function keepShell() {
  const cache = await caches.open(cacheName);
  const page = await fetch(shell, { cache: 'no-store' });
  if (!page.ok) return;
  const files = [...(await page.clone().text()).matchAll(/(?:src|href)="([^":]+\.(?:js|css|svg))"/g)];
  await cache.put(shell, page);
  await cache.addAll(files.map(([, file]) => file));
}

// From the network, kept under `key`; the kept one when there is no network.
async function fresh(request, key) {
  const cache = await caches.open(cacheName);
  try {
    const answer = await fetch(request);
    if (answer.ok) await cache.put(key, answer.clone());
    return answer;
  } catch (error) {
    const known = await cache.match(key);
    if (known) return known;
    throw error;
  }
}

async function kept(request) {
  const cache = await caches.open(cacheName);
  const known = await cache.match(request);
  if (known) return known;
  const file = await fetch(request);
  if (file.ok) {
    await cache.put(request, file.clone());
    await forgetOldest(cache);
  }
  return file;
}

// Files of earlier builds leave in the order they came.
async function forgetOldest(cache) {
  const files = (await cache.keys()).filter((file) => isBuilt(new URL(file.url)));
  await Promise.all(files.slice(0, Math.max(0, files.length - mostFiles)).map((file) => cache.delete(file)));
}
