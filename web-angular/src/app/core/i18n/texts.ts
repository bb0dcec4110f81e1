import { DOCUMENT, ErrorHandler, inject, Injectable, signal } from '@angular/core';
import type { ResolveFn } from '@angular/router';
import { type Translation, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';

import { CommonWords } from './common-words';
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
  readonly #common = inject(CommonWords);
  readonly #errors = inject(ErrorHandler);
  readonly #root = inject(DOCUMENT).documentElement;
  readonly #sources = new Map<string, TextSource>();
  /** What has arrived, as `locale/scope`. */
  readonly #here = new Set<string>();
  readonly #loaded = signal(0);

  /** The language asked for last: what comes late for another one is not wanted any more. */
  #wanted: Locale = 'en';
  /** The language somebody chose before signing in, which goes into their account then. */
  chosenAtTheDoor: Locale | null = null;

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

  /** The first language: English when the preferred one cannot be had, rather than no page at all. */
  async start(preferred: Locale): Promise<void> {
    try {
      await this.use(preferred);
    } catch (error) {
      if (preferred === 'en') throw error;
      console.warn(error);
      await this.use('en');
    }
  }

  /** Switches the language once all its words are here, so that nobody sees bare keys. */
  async use(locale: Locale): Promise<void> {
    this.#wanted = locale;
    // Asked for ahead of the library, which would hide why they cannot be had, and never ask again.
    await this.#common[locale]();
    await firstValueFrom(this.#transloco.load(locale));
    // While some are on their way, a page that is being opened may bring more.
    for (let missing = this.#missing(locale); missing.length; missing = this.#missing(locale)) {
      await Promise.all(missing.map(([scope, source]) => this.#load(scope, source, locale)));
    }
    if (this.#wanted !== locale) return;
    this.#transloco.setActiveLang(locale);
    this.#root.lang = locale;
    this.locale.set(locale);
  }

  /** Remembered once it is there: the next start may be without a network. Otherwise the person is told, and all stays. */
  async choose(locale: Locale): Promise<void> {
    try {
      await this.use(locale);
    } catch (error) {
      if (this.#wanted === locale) this.#errors.handleError(error);
      return;
    }
    if (this.#wanted === locale) rememberLocale(locale);
  }

  /** Adds a feature's words, found under `scope.`. */
  async add(scope: string, source: TextSource): Promise<void> {
    // First, so that a language chosen meanwhile waits for these words too.
    this.#sources.set(scope, source);
    if (!this.#here.has(`${this.locale()}/${scope}`)) await this.#load(scope, source, this.locale());
  }

  #missing(locale: Locale): readonly (readonly [string, TextSource])[] {
    return [...this.#sources].filter(([scope]) => !this.#here.has(`${locale}/${scope}`));
  }

  async #load(scope: string, source: TextSource, locale: Locale): Promise<void> {
    const { default: words } = await source[locale]();
    this.#transloco.setTranslation({ [scope]: words }, locale, { merge: true });
    this.#here.add(`${locale}/${scope}`);
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
