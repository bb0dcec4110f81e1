import { Injectable } from '@angular/core';
import { type ActivatedRouteSnapshot, BaseRouteReuseStrategy } from '@angular/router';

/** Another co-op is another house: no page, and nothing a page has read or heard, is taken along from the one before. */
@Injectable({ providedIn: 'root' })
export class CoopRoutes extends BaseRouteReuseStrategy {
  override shouldReuseRoute(future: ActivatedRouteSnapshot, current: ActivatedRouteSnapshot): boolean {
    return super.shouldReuseRoute(future, current) && future.params['coop'] === current.params['coop'];
  }
}
