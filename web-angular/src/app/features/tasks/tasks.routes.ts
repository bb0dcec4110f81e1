import type { Routes } from '@angular/router';

import { textsOf } from '../../core/i18n/texts';
import { taskTexts } from './texts';

const routes: Routes = [
  {
    path: '',
    resolve: { texts: textsOf('tasks', taskTexts) },
    children: [
      { path: '', title: 'tasks.title', loadComponent: () => import('./board/board-page').then((m) => m.BoardPage) },
      {
        path: 'calendar',
        title: 'tasks.calendar.title',
        loadComponent: () => import('./calendar/calendar-page').then((m) => m.CalendarPage),
      },
      { path: 'duties', loadChildren: () => import('./duties/duties.routes') },
      { path: 'hours', loadChildren: () => import('./hours/hours.routes') },
      { path: ':id', title: 'tasks.one', loadComponent: () => import('./page/task-page').then((m) => m.TaskPage) },
    ],
  },
];

export default routes;
