import type { Routes } from '@angular/router';

import { textsOf } from '../../core/i18n/texts';

const routes: Routes = [
  {
    path: '',
    resolve: { texts: textsOf('units', { en: () => import('./i18n/en.json'), de: () => import('./i18n/de.json') }) },
    children: [
      { path: '', title: 'units.title', loadComponent: () => import('./list/unit-list').then((m) => m.UnitList) },
      { path: ':id', title: 'units.one', loadComponent: () => import('./page/unit-page').then((m) => m.UnitPage) },
    ],
  },
];

export default routes;
