import type { Routes } from '@angular/router';

import { textsOf } from '../../core/i18n/texts';

const routes: Routes = [
  {
    path: '',
    resolve: { texts: textsOf('lists', { en: () => import('./i18n/en.json'), de: () => import('./i18n/de.json') }) },
    children: [
      {
        path: '',
        title: 'lists.title',
        loadComponent: () => import('./start/import-start').then((m) => m.ImportStart),
      },
      {
        path: ':id',
        title: 'lists.title',
        loadComponent: () => import('./page/import-page').then((m) => m.ImportPage),
      },
    ],
  },
];

export default routes;
