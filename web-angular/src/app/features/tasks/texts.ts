import type { TextSource } from '../../core/i18n/texts';

export const taskTexts: TextSource = { en: () => import('./i18n/en.json'), de: () => import('./i18n/de.json') };
