import { type ErrorHandler, Injectable } from '@angular/core';

const reloadedAt = 'cooperator.reloaded-at';
const staleChunk = /dynamically imported module|Importing a module script failed|Loading chunk/i;

/** After a deployment an old tab asks for files that are gone: load the new app once, log everything else. */
@Injectable()
export class StaleBuildHandler implements ErrorHandler {
  handleError(error: unknown): void {
    if (staleChunk.test(String(error)) && this.#mayReload()) {
      location.reload();
      return;
    }
    console.error(error);
  }

  // Once a minute at most: a file that is truly missing must not reload for ever.
  #mayReload(): boolean {
    const last = Number(sessionStorage.getItem(reloadedAt) ?? 0);
    if (Date.now() - last < 60_000) return false;
    sessionStorage.setItem(reloadedAt, String(Date.now()));
    return true;
  }
}
