import type { Routes } from '@angular/router';

import { textsOf } from '../../../core/i18n/texts';

const routes: Routes = [
  {
    path: '',
    title: 'duties.title',
    resolve: { texts: textsOf('duties', { en: () => import('./i18n/en.json'), de: () => import('./i18n/de.json') }) },
    loadComponent: () => import('./duties-page').then((m) => m.DutiesPage),
  },
];

export default routes;
