import type { Routes } from '@angular/router';

import { textsOf } from '../../core/i18n/texts';

const routes: Routes = [
  {
    path: '',
    title: 'dashboard.title',
    resolve: {
      texts: textsOf('dashboard', { en: () => import('./i18n/en.json'), de: () => import('./i18n/de.json') }),
    },
    loadComponent: () => import('./dashboard-page').then((m) => m.DashboardPage),
  },
];

export default routes;
