import {
  type EnvironmentProviders,
  inject,
  Injectable,
  isDevMode,
  makeEnvironmentProviders,
  provideAppInitializer,
} from '@angular/core';
import { TitleStrategy } from '@angular/router';
import {
  provideTransloco,
  provideTranslocoTranspiler,
  type Translation,
  type TranslocoLoader,
} from '@jsverse/transloco';

import { CommonWords } from './common-words';
import { FilledOnce } from './filled-once';
import { type Locale, locales, preferredLocale } from './locales';
import { PageTitles } from './page-titles';
import { Texts } from './texts';

@Injectable({ providedIn: 'root' })
class WordsLoader implements TranslocoLoader {
  readonly #words = inject(CommonWords);

  async getTranslation(locale: string): Promise<Translation> {
    return (await this.#words[locale as Locale]()).default;
  }
}

export function provideI18n(): EnvironmentProviders {
  return makeEnvironmentProviders([
    provideTransloco({
      config: { availableLangs: [...locales], defaultLang: 'en', prodMode: !isDevMode() },
      loader: WordsLoader,
    }),
    provideTranslocoTranspiler(FilledOnce),
    provideAppInitializer(() => inject(Texts).start(preferredLocale())),
    { provide: TitleStrategy, useExisting: PageTitles },
  ]);
}
