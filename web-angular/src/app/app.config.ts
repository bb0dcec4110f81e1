import { provideHttpClient, withInterceptors } from '@angular/common/http';
import {
  type ApplicationConfig,
  ErrorHandler,
  inject,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
} from '@angular/core';
import {
  provideRouter,
  RouteReuseStrategy,
  withComponentInputBinding,
  withInMemoryScrolling,
  withNavigationErrorHandler,
} from '@angular/router';

import { routes } from './app.routes';
import { CoopRoutes } from './core/auth/coop-routes';
import { requestHeaders } from './core/auth/request-headers';
import { whenNavigationFails } from './core/errors/failed-navigation';
import { StaleBuildHandler } from './core/errors/stale-build-handler';
import { provideGraphQL } from './core/graphql/provide-graphql';
import { provideI18n } from './core/i18n/provide-i18n';
import { Theme } from './core/theme';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    { provide: ErrorHandler, useClass: StaleBuildHandler },
    provideAppInitializer(() => void inject(Theme)),
    provideHttpClient(withInterceptors([requestHeaders])),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled' }),
      withNavigationErrorHandler(whenNavigationFails),
    ),
    { provide: RouteReuseStrategy, useExisting: CoopRoutes },
    provideGraphQL(),
    provideI18n(),
  ],
};
