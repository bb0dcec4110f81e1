export const locales = ['en', 'de'] as const;

export type Locale = (typeof locales)[number];

/** Each language in its own words. */
export const localeNames: Readonly<Record<Locale, string>> = { en: 'English', de: 'Deutsch' };

const remembered = 'cooperator.locale';

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

/** The language chosen here before, else the first one of the browser's that we speak, else English. */
export function preferredLocale(): Locale {
  const candidates = [localStorage.getItem(remembered), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  return candidates.find(isLocale) ?? 'en';
}

/** The browser's own flavour of the language (en-GB, de-AT) for dates and numbers, when it has one. */
export function regionalTag(locale: Locale): string {
  return navigator.languages.find((tag) => tag.startsWith(`${locale}-`)) ?? locale;
}

export function rememberLocale(locale: Locale): void {
  localStorage.setItem(remembered, locale);
}

const languages = { en: 'EN', de: 'DE' } as const;

/** The language as the API names it. */
export function languageOf(locale: Locale): (typeof languages)[Locale] {
  return languages[locale];
}
