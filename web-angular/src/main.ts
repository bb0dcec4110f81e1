import { isDevMode } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';

import { App } from './app/app';
import { appConfig } from './app/app.config';

bootstrapApplication(App, appConfig).catch((error: unknown) => console.error(error));

if (!isDevMode() && 'serviceWorker' in navigator) {
  // Without it (a private window, no https) the app works the same, only not offline.
  navigator.serviceWorker.register('/service-worker.js').catch((error: unknown) => console.warn(error));
}
