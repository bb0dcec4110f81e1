import type { HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';

import { ActiveCoop } from './active-coop';

/** Every request of ours names the client (which no foreign form can do) and, in a co-op, the co-op. */
export const requestHeaders: HttpInterceptorFn = (request, next) => {
  // Who is signed in is asked just as index.html asks it ahead, or the browser would ask twice.
  if (!request.url.startsWith('/') || request.url === '/auth/session') return next(request);
  // What is about the account must not depend on the co-op.
  const coop = request.url.startsWith('/auth/') ? null : inject(ActiveCoop).slug();
  return next(
    request.clone({ setHeaders: { 'Cooperator-Client': 'web', ...(coop ? { 'Cooperator-Coop': coop } : {}) } }),
  );
};
