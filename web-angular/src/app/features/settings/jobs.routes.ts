import type { Routes } from '@angular/router';

import { textsOf } from '../../core/i18n/texts';

/** The jobs for who looks after the installation and belongs to no co-op. */
const routes: Routes = [
  {
    path: '',
    title: 'settings.jobs.heading',
    resolve: { texts: textsOf('settings', { en: () => import('./i18n/en.json'), de: () => import('./i18n/de.json') }) },
    loadComponent: () => import('./jobs/jobs-page').then((m) => m.JobsPage),
  },
];

export default routes;
