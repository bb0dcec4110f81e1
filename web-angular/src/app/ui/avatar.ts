import { Component, computed, input } from '@angular/core';

/** A person's initials on a colour that stays theirs. Decoration: the name always stands beside it. */
@Component({
  selector: 'coop-avatar',
  host: {
    'aria-hidden': 'true',
    '[style.--size.px]': 'size()',
    '[attr.data-hue]': 'hue()',
    '[attr.data-initials]': 'initials()',
  },
  template: '',
  // Drawn rather than written: as text, the initials would belong to what a button around them says.
  styles: `
    :host::before {
      content: attr(data-initials);
    }
    :host {
      display: inline-grid;
      place-items: center;
      flex: none;
      width: var(--size);
      height: var(--size);
      border-radius: 50%;
      font-size: calc(var(--size) * 0.4);
      font-weight: 600;
      line-height: 1;
      user-select: none;
      color: light-dark(#2a251d, #f3eee5);
    }
    :host([data-hue='0']) {
      background: light-dark(#cfe3d8, #2b5547);
    }
    :host([data-hue='1']) {
      background: light-dark(#f3d9cd, #6b3a2a);
    }
    :host([data-hue='2']) {
      background: light-dark(#f7e2b8, #5d4717);
    }
    :host([data-hue='3']) {
      background: light-dark(#d5deea, #34465d);
    }
    :host([data-hue='4']) {
      background: light-dark(#e4d8e8, #533f5b);
    }
  `,
})
export class Avatar {
  readonly name = input.required<string>();
  readonly size = input(36);
  protected readonly initials = computed(() => initialsOf(this.name()));
  protected readonly hue = computed(() => hueOf(this.name()));
}

export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words;
  // A letter may be more than one code point: segment rather than index.
  return picked.map((word) => firstLetter(word ?? '')).join('');
}

// Made when it is needed: not every browser has one.
let letters: Intl.Segmenter | undefined;

/** A letter as it is read, which may be more than one code point. */
function firstOf(word: string): string {
  if (!('Segmenter' in Intl)) return [...word][0] ?? '';
  letters ??= new Intl.Segmenter();
  const [first] = letters.segment(word);
  return first?.segment ?? '';
}

function firstLetter(word: string): string {
  const plain = /^\p{L}(?![\p{M}\u200d])/u.exec(word)?.[0];
  return (plain ?? firstOf(word)).toLocaleUpperCase();
}

function hueOf(name: string): number {
  return [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7) % 5;
}
