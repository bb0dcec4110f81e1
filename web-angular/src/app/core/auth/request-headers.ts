import type { HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';

import { ActiveCoop } from './active-coop';

/** Every request of ours names the client (which no foreign form can do) and, in a co-op, the co-op. */
export const requestHeaders: HttpInterceptorFn = (request, next) => {
  if (!request.url.startsWith('/')) return next(request);
  // Asking who is signed in must not depend on the co-op, which itself depends on the answer.
  const coop = request.url.startsWith('/auth/') ? null : inject(ActiveCoop).slug();
  return next(
    request.clone({ setHeaders: { 'Cooperator-Client': 'web', ...(coop ? { 'Cooperator-Coop': coop } : {}) } }),
  );
};
