import { inject } from '@angular/core';
import { ActivatedRoute, Router } from '@angular/router';

type Parameters = Readonly<Record<string, string | boolean | null>>;

/** Writes filters and sorting into the address, so that a reload or a shared link shows the same; null takes one out. */
export function injectAddress(): (parameters: Parameters) => void {
  const router = inject(Router);
  const route = inject(ActivatedRoute);
  return (queryParams) => {
    // It is the same page: where one has scrolled to is where one stays.
    const scroll = 'manual';
    void router.navigate([], {
      relativeTo: route,
      queryParams,
      queryParamsHandling: 'merge',
      replaceUrl: true,
      scroll,
    });
  };
}
