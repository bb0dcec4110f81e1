import { effect, inject, Injectable, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';

import { ActiveCoop } from '../auth/active-coop';
import { Texts } from './texts';

/** A route's `title` is a key; the tab shows its words, then the co-op. */
@Injectable({ providedIn: 'root' })
export class PageTitles extends TitleStrategy {
  readonly #title = inject(Title);
  readonly #texts = inject(Texts);
  readonly #activeCoop = inject(ActiveCoop);
  readonly #key = signal<string | undefined>(undefined);

  constructor() {
    super();
    effect(() => {
      const key = this.#key();
      const parts = [key ? this.#texts.t(key) : '', this.#activeCoop.name() || 'theCooperator'];
      this.#title.setTitle(parts.filter(Boolean).join(' · '));
    });
  }

  override updateTitle(snapshot: RouterStateSnapshot): void {
    this.#key.set(this.buildTitle(snapshot));
  }
}
