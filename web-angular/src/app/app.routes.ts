import type { Routes } from '@angular/router';

import { enterCoop, homeward, needs, signedIn } from './core/auth/guards';
import { sendKept } from './features/tasks/board/send-kept';
import { Bare } from './shell/bare';
import { Unreachable } from './shell/unreachable';

/** Rooms of a co-op, below `/c/<coop>/`. */
const rooms: Routes = [
  { path: '', pathMatch: 'full', loadChildren: () => import('./features/dashboard/dashboard.routes') },
  { path: 'tasks', loadChildren: () => import('./features/tasks/tasks.routes') },
  { path: 'members', loadChildren: () => import('./features/members/members.routes') },
  { path: 'units', loadChildren: () => import('./features/units/units.routes') },
  { path: 'households', loadChildren: () => import('./features/households/households.routes') },
  { path: 'notifications', loadChildren: () => import('./features/notifications/notifications.routes') },
  {
    path: 'settings',
    canActivate: [needs('ADMIN')],
    loadChildren: () => import('./features/settings/settings.routes'),
  },
  { path: 'import', canActivate: [needs('ADMIN')], loadChildren: () => import('./features/import/import.routes') },
];

export const routes: Routes = [
  {
    path: '',
    canActivate: [signedIn],
    loadComponent: () => import('./shell/shell').then((m) => m.Shell),
    children: [
      { path: '', pathMatch: 'full', canActivate: [homeward], children: [] },
      { path: 'c/:coop', canActivate: [enterCoop, sendKept], children: rooms },
      { path: 'account', loadChildren: () => import('./features/account/account.routes') },
      { path: 'jobs', loadChildren: () => import('./features/settings/jobs.routes') },
      {
        path: 'forbidden',
        title: 'shell.forbidden.heading',
        loadComponent: () => import('./shell/forbidden').then((m) => m.Forbidden),
      },
      {
        path: 'not-found',
        title: 'shell.notFound.heading',
        loadComponent: () => import('./shell/not-found').then((m) => m.NotFound),
      },
    ],
  },
  {
    path: '',
    component: Bare,
    children: [
      {
        path: 'unreachable',
        title: 'shell.unreachable.heading',
        // Part of the first load: it is shown when nothing more can be loaded.
        component: Unreachable,
      },
      { path: 'unsubscribe', loadChildren: () => import('./features/notifications/unsubscribe.routes') },
      { path: '', loadChildren: () => import('./features/sign-in/sign-in.routes') },
      {
        path: '**',
        title: 'shell.notFound.heading',
        loadComponent: () => import('./shell/not-found').then((m) => m.NotFound),
      },
    ],
  },
];
