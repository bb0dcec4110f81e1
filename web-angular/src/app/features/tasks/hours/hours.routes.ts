import type { Routes } from '@angular/router';

import { textsOf } from '../../../core/i18n/texts';

const routes: Routes = [
  {
    path: '',
    title: 'hours.title',
    resolve: { texts: textsOf('hours', { en: () => import('./i18n/en.json'), de: () => import('./i18n/de.json') }) },
    loadComponent: () => import('./hours-page').then((m) => m.HoursPage),
  },
];

export default routes;
