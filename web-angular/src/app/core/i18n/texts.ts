import { DOCUMENT, inject, Injectable, signal } from '@angular/core';
import type { ResolveFn } from '@angular/router';
import { type Translation, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';

import { formatter } from './formatter';
import { isLocale, type Locale, rememberLocale } from './locales';

/** Where a feature's words are, one lazy file per language. */
export type TextSource = Readonly<Record<Locale, () => Promise<{ default: Translation }>>>;

/** Looks up words reactively: a template that calls `t` follows the language. */
export interface Translate {
  (key: string, params?: Record<string, unknown>): string;
  /** Words that depend on a number: picks `key.one`, `key.other` … by the language's rule; `{{ count }}` is formatted. */
  plural(key: string, count: number, params?: Record<string, unknown>): string;
  /** Whether there are words: what the server names may be newer than this app. */
  has(key: string): boolean;
}

@Injectable({ providedIn: 'root' })
export class Texts {
  readonly #transloco = inject(TranslocoService);
  readonly #root = inject(DOCUMENT).documentElement;
  readonly #sources = new Map<string, TextSource>();
  readonly #loaded = signal(0);

  readonly locale = signal<Locale>('en');
  readonly t: Translate = Object.assign((key: string, params?: Record<string, unknown>) => this.#look(key, params), {
    plural: (key: string, count: number, params?: Record<string, unknown>) => {
      const form = formatter(Intl.PluralRules, this.locale()).select(count);
      const figure = formatter(Intl.NumberFormat, this.locale()).format(count);
      return this.#look(`${key}.${form}`, { count: figure, ...params });
    },
    has: (key: string) => {
      this.#loaded();
      return key in this.#transloco.getTranslation(this.locale());
    },
  });

  /** Switches the language once all its words are here, so that nobody sees bare keys. */
  async use(locale: Locale): Promise<void> {
    await firstValueFrom(this.#transloco.load(locale));
    await Promise.all([...this.#sources].map(([scope, source]) => this.#load(scope, source, locale)));
    this.#transloco.setActiveLang(locale);
    this.#root.lang = locale;
    this.locale.set(locale);
  }

  async choose(locale: Locale): Promise<void> {
    rememberLocale(locale);
    await this.use(locale);
  }

  /** Adds a feature's words, found under `scope.`. */
  async add(scope: string, source: TextSource): Promise<void> {
    if (this.#sources.has(scope)) return;
    await this.#load(scope, source, this.locale());
    this.#sources.set(scope, source);
  }

  async #load(scope: string, source: TextSource, locale: Locale): Promise<void> {
    const { default: words } = await source[locale]();
    this.#transloco.setTranslation({ [scope]: words }, locale, { merge: true });
    this.#loaded.update((count) => count + 1);
  }

  #look(key: string, params?: Record<string, unknown>): string {
    this.#loaded();
    return this.#transloco.translate(key, params, this.locale());
  }
}

/** The look-up for a component: `protected readonly t = injectTexts();`. */
export function injectTexts(): Translate {
  return inject(Texts).t;
}

/** For a feature's routes: its words are there before its first page is. */
export function textsOf(scope: string, source: TextSource): ResolveFn<boolean> {
  return () =>
    inject(Texts)
      .add(scope, source)
      .then(() => true);
}

/** A language from outside (an account, a header), when we speak it. */
export function localeOf(language: string): Locale | null {
  const locale = language.toLowerCase();
  return isLocale(locale) ? locale : null;
}
