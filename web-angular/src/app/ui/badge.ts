import { Component, input } from '@angular/core';

export type Tone = 'neutral' | 'good' | 'due' | 'wrong';

/** A word with a tone; an icon may stand before it. Colour is never alone. */
@Component({
  selector: 'coop-badge',
  host: { '[attr.data-tone]': 'tone()' },
  template: `
    <ng-content />
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      padding: 2px 9px;
      border-radius: var(--radius-small);
      font-size: var(--text-small);
      line-height: 1.25rem;
      font-weight: 550;
      white-space: nowrap;
      background: var(--mat-sys-secondary-container);
      color: var(--mat-sys-on-secondary-container);
    }
    :host([data-tone='good']) {
      background: var(--mat-sys-primary-container);
      color: var(--mat-sys-on-primary-container);
    }
    :host([data-tone='due']) {
      background: var(--mat-sys-tertiary-container);
      color: var(--mat-sys-on-tertiary-container);
    }
    :host([data-tone='wrong']) {
      background: var(--mat-sys-error-container);
      color: var(--mat-sys-on-error-container);
    }
  `,
})
export class Badge {
  readonly tone = input<Tone>('neutral');
}
