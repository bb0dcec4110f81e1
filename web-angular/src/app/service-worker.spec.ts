import { beforeEach, describe, expect, it, vi } from 'vitest';

import worker from '../../public/service-worker.js' with { loader: 'text' };

type Listener = (event: unknown) => void;

const origin = 'https://coop.example';
const kept = new Map<string, Response>();
const network = vi.fn<(request: unknown) => Promise<Response>>();
let listeners: Map<string, Listener>;

const keyOf = (request: string | { readonly url: string }) =>
  new URL(typeof request === 'string' ? request : request.url, origin).pathname;

beforeEach(() => {
  kept.clear();
  network.mockReset();
  listeners = new Map();
  const self = {
    location: { origin },
    addEventListener: (name: string, listener: Listener) => listeners.set(name, listener),
    skipWaiting: async () => undefined,
  };
  const cache = {
    put: async (key: string, answer: Response) => void kept.set(keyOf(key), answer),
    addAll: async (files: readonly string[]) => {
      // As browsers do.
      if (new Set(files).size < files.length) throw new DOMException('duplicate requests', 'InvalidStateError');
      for (const file of files) kept.set(keyOf(file), new Response(file));
    },
  };
  const caches = { open: async () => cache, match: async (key: string) => kept.get(keyOf(key)) };
  new Function('self', 'caches', 'fetch', worker)(self, caches, network);
});

const page = (words: string) => new Response(words, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });

/** Opens an address as a person does; null when the worker leaves it to the browser. */
async function open(path: string): Promise<string | null> {
  let answer: Promise<Response> | undefined;
  const work: Promise<unknown>[] = [];
  listeners.get('fetch')?.({
    request: { method: 'GET', mode: 'navigate', url: origin + path },
    respondWith: (response: Promise<Response>) => (answer = response),
    waitUntil: (promise: Promise<unknown>) => work.push(promise),
  });
  const words = answer ? await (await answer).text() : null;
  await Promise.all(work);
  return words;
}

describe('The service worker', () => {
  it('shows the app that was opened last when there is no network', async () => {
    network.mockResolvedValueOnce(page('the app'));
    expect(await open('/c/lindenhof')).toBe('the app');

    network.mockRejectedValueOnce(new TypeError('no network'));
    expect(await open('/c/lindenhof/tasks')).toBe('the app');
  });

  it('keeps the app and its files from the start, also those the page names twice', async () => {
    network.mockResolvedValueOnce(
      page('<link href="favicon.svg"><script src="main.js"></script><img src="favicon.svg">'),
    );
    const work: Promise<unknown>[] = [];
    listeners.get('install')?.({ waitUntil: (promise: Promise<unknown>) => work.push(promise) });
    await Promise.all(work);

    expect([...kept.keys()]).toEqual(['/', '/favicon.svg', '/main.js']);
  });

  it.each(['/calendar/lindenhof/secret.ics', '/exports/members.csv', '/health'])(
    'leaves to the server what is not the app: %s',
    async (path) => {
      expect(await open(path)).toBeNull();
      expect(network).not.toHaveBeenCalled();
    },
  );

  it('keeps nothing but a page as the app', async () => {
    network.mockResolvedValueOnce(page('the app'));
    await open('/');
    network.mockResolvedValueOnce(new Response('{}', { headers: { 'Content-Type': 'application/manifest+json' } }));
    expect(await open('/manifest.webmanifest')).toBe('{}');

    network.mockRejectedValueOnce(new TypeError('no network'));
    expect(await open('/')).toBe('the app');
  });
});
