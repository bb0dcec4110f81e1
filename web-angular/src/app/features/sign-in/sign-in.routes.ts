import type { Routes } from '@angular/router';

import { notSignedIn } from '../../core/auth/guards';
import { textsOf } from '../../core/i18n/texts';

const routes: Routes = [
  {
    path: '',
    resolve: { texts: textsOf('signIn', { en: () => import('./i18n/en.json'), de: () => import('./i18n/de.json') }) },
    children: [
      {
        path: 'sign-in',
        title: 'signIn.heading',
        canActivate: [notSignedIn],
        loadComponent: () => import('./sign-in-page').then((m) => m.SignInPage),
      },
      {
        path: 'invitation/:coop/:token',
        title: 'signIn.invitation.title',
        loadComponent: () => import('./invitation-page').then((m) => m.InvitationPage),
      },
      {
        path: 'forgot-password',
        title: 'signIn.forgot.heading',
        loadComponent: () => import('./forgot-password-page').then((m) => m.ForgotPasswordPage),
      },
      {
        path: 'reset-password',
        title: 'signIn.reset.heading',
        loadComponent: () => import('./reset-password-page').then((m) => m.ResetPasswordPage),
      },
    ],
  },
];

export default routes;
