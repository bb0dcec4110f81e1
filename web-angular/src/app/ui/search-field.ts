import { Component, effect, type ElementRef, input, output, viewChild } from '@angular/core';
import { Search } from 'lucide';

import { Icon } from './icon';

const pause = 250;

/** Search as one types, after a short pause. */
@Component({
  selector: 'coop-search-field',
  imports: [Icon],
  template: `
    <label [attr.for]="id">{{ label() }}</label>
    <div>
      <svg [coopIcon]="icons.Search" size="18"></svg>
      <input
        #box
        class="control"
        type="search"
        autocomplete="off"
        [id]="id"
        [placeholder]="placeholder()"
        (input)="wait(box.value)"
        (change)="search(box.value)"
      />
    </div>
  `,
  styles: `
    :host {
      display: grid;
      gap: 6px;
    }
    label {
      font-weight: 550;
    }
    div {
      position: relative;
    }
    svg {
      position: absolute;
      inset: 0 auto 0 12px;
      margin-block: auto;
      color: var(--muted);
      pointer-events: none;
    }
    input {
      padding-inline-start: 38px;
    }
  `,
})
export class SearchField {
  protected readonly icons = { Search };
  readonly label = input.required<string>();
  readonly placeholder = input('');
  readonly value = input<string>();
  readonly searched = output<string>();

  protected readonly id = `coop-search-${++fields}`;
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = '';

  constructor() {
    effect(() => {
      const value = this.value() ?? '';
      const box = this.box().nativeElement;
      // What is being typed is ahead of the address.
      if (document.activeElement !== box) box.value = value;
      this.#last = value;
    });
  }

  protected wait(text: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.search(text), pause);
  }

  protected search(text: string): void {
    clearTimeout(this.#timer);
    const search = text.trim();
    if (search === this.#last) return;
    this.#last = search;
    this.searched.emit(search);
  }
}

let fields = 0;
