import { Component, computed, input } from '@angular/core';
import { LucideCircleAlert, LucideCircleCheck, LucideInfo, LucideTriangleAlert } from '@lucide/angular';

import type { Tone } from './badge';

/** A sentence that stays until its cause is gone; an action may stand at its end. */
@Component({
  selector: 'coop-banner',
  imports: [LucideCircleAlert, LucideCircleCheck, LucideInfo, LucideTriangleAlert],
  host: { '[attr.data-tone]': 'tone()', '[attr.role]': 'role()' },
  template: `
    @switch (tone()) {
      @case ('good') {
        <svg lucideCircleCheck size="20"></svg>
      }
      @case ('due') {
        <svg lucideTriangleAlert size="20"></svg>
      }
      @case ('wrong') {
        <svg lucideCircleAlert size="20"></svg>
      }
      @default {
        <svg lucideInfo size="20"></svg>
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
  readonly tone = input<Tone>('neutral');
  protected readonly role = computed(() => (this.tone() === 'wrong' ? 'alert' : 'status'));
}
