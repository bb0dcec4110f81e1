import { Injectable } from '@angular/core';

const reloadedAt = 'cooperator.reloaded-at';

/** After a deployment an old tab asks for files that are gone: only loading the app anew brings it on. */
@Injectable({ providedIn: 'root' })
export class NewBuild {
  #leaving = false;

  /** Whether the new app is on its way and what fails here no longer matters. */
  get leaving(): boolean {
    return this.#leaving;
  }

  /** Loads the app anew at this address, once a minute at most: a file that is truly missing must not reload for ever. */
  open(address: string): boolean {
    const last = Number(sessionStorage.getItem(reloadedAt) ?? 0);
    if (Date.now() - last < 60_000) return false;
    sessionStorage.setItem(reloadedAt, String(Date.now()));
    this.#leaving = true;
    // To go where one is already would load nothing when the address ends in a fragment.
    if (location.href === new URL(address, location.href).href) location.reload();
    else location.assign(address);
    return true;
  }
}
