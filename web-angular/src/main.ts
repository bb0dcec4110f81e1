import { isDevMode } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';

import { App } from './app/app';
import { appConfig } from './app/app.config';
import { routes } from './app/app.routes';
import { loadAhead } from './app/core/load-ahead';

// At the front door it depends on who comes which page that is.
const address = location.pathname.split('/').filter(Boolean);
if (address.length) {
  loadAhead(routes, address);
}

bootstrapApplication(App, appConfig).catch((error: unknown) => console.error(error));

if (!isDevMode() && 'serviceWorker' in navigator) {
  const { serviceWorker } = navigator;
  // Without it (a private window, no https) the app works the same, only not offline. It waits until the page stands.
  setTimeout(() => {
    keepForOffline(serviceWorker).catch((error: unknown) => console.warn(error));
  }, 3000);
}

/** The worker sees what is loaded from now on; what this first visit loaded before, it is told. */
async function keepForOffline(workers: ServiceWorkerContainer): Promise<void> {
  await workers.register('/service-worker.js');
  const { active } = await workers.ready;
  active?.postMessage(performance.getEntriesByType('resource').map(({ name }) => name));
}
