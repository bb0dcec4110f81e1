import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

/** The shape of what is coming. Told to screen readers once, as one word. */
@Component({
  selector: 'coop-skeleton',
  imports: [TranslocoPipe],
  host: { role: 'status' },
  template: `
    <span class="visually-hidden">{{ 'ui.loading' | transloco }}</span>
    @for (width of widths(); track $index) {
      <span class="line" [style.width.%]="width" [style.height.px]="height()"></span>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 14px;
    }
    .line {
      border-radius: var(--radius-small);
      background: var(--mat-sys-surface-container-high);
      animation: breathe 1.6s ease-in-out infinite alternate;
    }
    @keyframes breathe {
      from {
        opacity: 1;
      }
      to {
        opacity: 0.5;
      }
    }
  `,
})
export class Skeleton {
  readonly lines = input(5);
  readonly height = input(20);
  protected readonly widths = computed(() =>
    Array.from({ length: this.lines() }, (_, line) => 100 - ((line * 23) % 45)),
  );
}
