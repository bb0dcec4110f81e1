import { DOCUMENT, inject, Injectable, signal } from '@angular/core';

export const themes = ['auto', 'light', 'dark'] as const;

export type ThemeChoice = (typeof themes)[number];

const remembered = 'cooperator.theme';

/** Light, dark, or as the device has it; kept on this device. */
@Injectable({ providedIn: 'root' })
export class Theme {
  readonly #root = inject(DOCUMENT).documentElement;
  readonly #choice = signal<ThemeChoice>('auto');

  readonly choice = this.#choice.asReadonly();

  constructor() {
    this.#apply(themes.find((theme) => theme === localStorage.getItem(remembered)) ?? 'auto');
  }

  choose(theme: ThemeChoice): void {
    localStorage.setItem(remembered, theme);
    this.#apply(theme);
  }

  #apply(theme: ThemeChoice): void {
    this.#choice.set(theme);
    if (theme === 'auto') delete this.#root.dataset['theme'];
    else this.#root.dataset['theme'] = theme;
  }
}
