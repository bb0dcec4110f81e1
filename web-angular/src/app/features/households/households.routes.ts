import type { Routes } from '@angular/router';

import { textsOf } from '../../core/i18n/texts';

const routes: Routes = [
  {
    path: '',
    resolve: {
      texts: textsOf('households', { en: () => import('./i18n/en.json'), de: () => import('./i18n/de.json') }),
    },
    children: [
      {
        path: '',
        title: 'households.title',
        loadComponent: () => import('./list/household-list').then((m) => m.HouseholdList),
      },
      {
        path: ':id',
        title: 'households.one',
        loadComponent: () => import('./page/household-page').then((m) => m.HouseholdPage),
      },
    ],
  },
];

export default routes;
