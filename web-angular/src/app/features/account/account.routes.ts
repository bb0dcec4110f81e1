import type { Routes } from '@angular/router';

import { textsOf } from '../../core/i18n/texts';

const routes: Routes = [
  {
    path: '',
    resolve: { texts: textsOf('account', { en: () => import('./i18n/en.json'), de: () => import('./i18n/de.json') }) },
    loadComponent: () => import('./account-page').then((m) => m.AccountPage),
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'profile' },
      {
        path: 'profile',
        title: 'account.profile.heading',
        loadComponent: () => import('./profile/profile-page').then((m) => m.ProfilePage),
      },
      {
        path: 'security',
        title: 'account.security.heading',
        loadComponent: () => import('./security/security-page').then((m) => m.SecurityPage),
      },
      {
        path: 'devices',
        title: 'account.devices.heading',
        loadComponent: () => import('./devices/device-list').then((m) => m.DeviceList),
      },
      {
        path: 'tokens',
        title: 'account.tokens.heading',
        loadComponent: () => import('./tokens/token-list').then((m) => m.TokenList),
      },
    ],
  },
];

export default routes;
