import { inject } from '@angular/core';
import { type NavigationError, RedirectCommand, Router } from '@angular/router';

import { isPartMissing } from './missing-part';
import { NewBuild } from './new-build';

/** What was to be opened, for another try. */
export interface Wanted {
  readonly [key: string]: unknown;
  readonly wanted: string;
}

/**
 * A page whose file is gone since a deployment is opened in the new app. A guard that cannot reach the server, a file that
 * cannot be had at all: say so, keep the address for another try.
 */
export function whenNavigationFails({ error, url }: NavigationError): RedirectCommand | undefined {
  if (isPartMissing(error) && navigator.onLine && inject(NewBuild).open(url)) return undefined;
  const state: Wanted = { wanted: url };
  return new RedirectCommand(inject(Router).parseUrl('/unreachable'), { skipLocationChange: true, state });
}
