import { InjectionToken } from '@angular/core';

import type { TextSource } from './texts';

/** The words of the frame and the kit, which every page needs; one file per language. */
export const CommonWords = new InjectionToken<TextSource>('CommonWords', {
  providedIn: 'root',
  factory: () => ({ en: () => import('./en.json'), de: () => import('./de.json') }),
});
