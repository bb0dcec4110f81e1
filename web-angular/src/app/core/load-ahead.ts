import type { Route, Routes } from '@angular/router';

/**
 * Starts to load the files of what an address will show, while the guards still ask who is there: each step of the way
 * down the routes would otherwise begin when the one before has arrived. The router then finds them loaded, or meets the
 * failure itself. Returns whether a route fits.
 */
export function loadAhead(routes: Routes, address: readonly string[]): boolean {
  return routes.some((route) => {
    const rest = restBehind(route, address);
    if (!rest || (route.children && !loadAhead(route.children, rest))) {
      return false;
    }

    quietly(() => route.loadComponent?.());
    quietly(async () => {
      const below = (await route.loadChildren?.()) as Routes | { default: Routes } | undefined;
      if (below) {
        loadAhead('default' in below ? below.default : below, rest);
      }
    });
    return true;
  });
}

/** What a route leaves of an address to those below it; undefined when it does not fit. */
function restBehind(route: Route, address: readonly string[]): readonly string[] | undefined {
  const parts = route.path ? route.path.split('/') : [];
  const rest = address.slice(parts.length);
  const whole = route.pathMatch === 'full' || !(route.children ?? route.loadChildren);
  return parts.every((part, i) => (part.startsWith(':') ? i < address.length : part === address[i])) &&
    !(whole && rest.length)
    ? rest
    : undefined;
}

function quietly(load: () => unknown): void {
  void (async () => load())().catch(() => undefined);
}
