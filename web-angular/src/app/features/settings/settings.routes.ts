import type { Routes } from '@angular/router';

import { textsOf } from '../../core/i18n/texts';

const routes: Routes = [
  {
    path: '',
    resolve: { texts: textsOf('settings', { en: () => import('./i18n/en.json'), de: () => import('./i18n/de.json') }) },
    loadComponent: () => import('./settings-page').then((m) => m.SettingsPage),
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'webhooks' },
      {
        path: 'webhooks',
        title: 'settings.webhooks.heading',
        loadComponent: () => import('./webhooks/webhook-list').then((m) => m.WebhookList),
      },
      {
        path: 'deliveries',
        title: 'settings.deliveries.heading',
        loadComponent: () => import('./deliveries/delivery-log').then((m) => m.DeliveryLog),
      },
      {
        path: 'letters',
        title: 'settings.letters.heading',
        loadComponent: () => import('./letters/letters-to-print').then((m) => m.LettersToPrint),
      },
      {
        path: 'jobs',
        title: 'settings.jobs.heading',
        loadComponent: () => import('./jobs/job-list').then((m) => m.JobList),
      },
    ],
  },
];

export default routes;
