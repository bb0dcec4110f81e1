import { inject } from '@angular/core';
import { type CanActivateFn, RedirectCommand, Router } from '@angular/router';

import { FreshStart } from '../graphql/fresh-start';
import { ActiveCoop } from './active-coop';
import { type CoopRole, Session } from './session';

/** Only for people who are signed in; others sign in first and come back. */
export const signedIn: CanActivateFn = async (_route, state) => {
  const session = inject(Session);
  const router = inject(Router);
  await session.ready();
  return session.signedIn() || router.createUrlTree(['/sign-in'], { queryParams: { return: state.url } });
};

/** Who is signed in already has nothing to do on the sign-in page. */
export const notSignedIn: CanActivateFn = async () => {
  const session = inject(Session);
  const router = inject(Router);
  await session.ready();
  return session.signedIn() ? router.createUrlTree(['/']) : true;
};

/** Makes the co-op of the address the active one. Not a member and no such co-op look alike. */
export const enterCoop: CanActivateFn = async (route) => {
  const session = inject(Session);
  const activeCoop = inject(ActiveCoop);
  const freshStart = inject(FreshStart);
  const router = inject(Router);
  const slug = route.paramMap.get('coop') ?? '';
  if (!session.coops().some((coop) => coop.slug === slug)) return inPlace(router, '/not-found');
  if (slug !== activeCoop.slug()) {
    activeCoop.enter(slug);
    await freshStart.forget();
  }
  return true;
};

/** From `/` to the co-op used last, or the first one, or the account of someone who is in none. */
export const homeward: CanActivateFn = () => {
  const coops = inject(Session).coops();
  const activeCoop = inject(ActiveCoop);
  const slug = activeCoop.membership()?.slug ?? coops[0]?.slug;
  return inject(Router).createUrlTree(slug ? ['/c', slug] : ['/account']);
};

/** Only for those who may act in this role. */
export function needs(role: CoopRole): CanActivateFn {
  return () => inject(ActiveCoop).may(role) || inPlace(inject(Router), '/forbidden');
}

/** Shows a page without changing the address, so that a reload tries again. */
function inPlace(router: Router, path: string): RedirectCommand {
  return new RedirectCommand(router.parseUrl(path), { skipLocationChange: true });
}
