import type { Routes } from '@angular/router';

import { textsOf } from '../../core/i18n/texts';

const routes: Routes = [
  {
    path: '',
    resolve: { texts: textsOf('members', { en: () => import('./i18n/en.json'), de: () => import('./i18n/de.json') }) },
    children: [
      { path: '', title: 'members.title', loadComponent: () => import('./list/member-list').then((m) => m.MemberList) },
      {
        path: ':id',
        title: 'members.one',
        loadComponent: () => import('./page/member-page').then((m) => m.MemberPage),
      },
    ],
  },
];

export default routes;
