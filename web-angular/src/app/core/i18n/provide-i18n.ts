import {
  type EnvironmentProviders,
  inject,
  Injectable,
  isDevMode,
  makeEnvironmentProviders,
  provideAppInitializer,
} from '@angular/core';
import { TitleStrategy } from '@angular/router';
import { provideTransloco, type Translation, type TranslocoLoader } from '@jsverse/transloco';

import { type Locale, locales, preferredLocale } from './locales';
import { PageTitles } from './page-titles';
import { Texts } from './texts';

const words: Readonly<Record<Locale, () => Promise<{ default: Translation }>>> = {
  en: () => import('./en.json'),
  de: () => import('./de.json'),
};

@Injectable({ providedIn: 'root' })
class WordsLoader implements TranslocoLoader {
  async getTranslation(locale: string): Promise<Translation> {
    return (await words[locale as Locale]()).default;
  }
}

export function provideI18n(): EnvironmentProviders {
  return makeEnvironmentProviders([
    provideTransloco({
      config: { availableLangs: [...locales], defaultLang: 'en', prodMode: !isDevMode() },
      loader: WordsLoader,
    }),
    provideAppInitializer(() => inject(Texts).use(preferredLocale())),
    { provide: TitleStrategy, useExisting: PageTitles },
  ]);
}
