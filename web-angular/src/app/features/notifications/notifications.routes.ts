import type { Routes } from '@angular/router';

import { textsOf } from '../../core/i18n/texts';

const routes: Routes = [
  {
    path: '',
    resolve: {
      texts: textsOf('notifications', { en: () => import('./i18n/en.json'), de: () => import('./i18n/de.json') }),
    },
    children: [
      {
        path: '',
        title: 'notifications.heading',
        loadComponent: () => import('./inbox/inbox').then((m) => m.Inbox),
      },
      {
        path: 'settings',
        title: 'notifications.preferences.heading',
        loadComponent: () => import('./preferences/preferences').then((m) => m.Preferences),
      },
    ],
  },
];

export default routes;
