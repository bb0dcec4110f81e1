import type { Routes } from '@angular/router';

import { textsOf } from '../../core/i18n/texts';

const routes: Routes = [
  {
    path: '',
    title: 'notifications.unsubscribe.heading',
    resolve: {
      texts: textsOf('notifications', { en: () => import('./i18n/en.json'), de: () => import('./i18n/de.json') }),
    },
    loadComponent: () => import('./unsubscribe/unsubscribe').then((m) => m.Unsubscribe),
  },
];

export default routes;
