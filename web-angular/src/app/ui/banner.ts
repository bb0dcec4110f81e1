import { Component, computed, input } from '@angular/core';
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide';

import type { Tone } from './badge';
import { Icon } from './icon';

/** A sentence that stays until its cause is gone; an action may stand at its end. */
@Component({
  selector: 'coop-banner',
  imports: [Icon],
  host: { '[attr.data-tone]': 'tone()', '[attr.role]': 'role()' },
  template: `
    @switch (tone()) {
      @case ('good') {
        <svg [coopIcon]="icons.CircleCheck" size="20"></svg>
      }
      @case ('due') {
        <svg [coopIcon]="icons.TriangleAlert" size="20"></svg>
      }
      @case ('wrong') {
        <svg [coopIcon]="icons.CircleAlert" size="20"></svg>
      }
      @default {
        <svg [coopIcon]="icons.Info" size="20"></svg>
      }
    }
    <div class="words"><ng-content /></div>
    <ng-content select="[bannerAction]" />
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px 12px;
      padding: 10px 16px;
      border-radius: var(--radius);
      background: var(--mat-sys-secondary-container);
      color: var(--mat-sys-on-secondary-container);
    }
    .words {
      flex: 1 1 12rem;
      min-width: 0;
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
export class Banner {
  protected readonly icons = { CircleAlert, CircleCheck, Info, TriangleAlert };
  readonly tone = input<Tone>('neutral');
  protected readonly role = computed(() => (this.tone() === 'wrong' ? 'alert' : 'status'));
}
