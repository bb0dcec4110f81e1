import { booleanAttribute, Component, effect, ElementRef, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';

/** The end of a list that goes on: asks for more when it comes near, and when it is pressed. */
@Component({
  selector: 'coop-more',
  imports: [MatButton, TranslocoPipe],
  template: `
    <button matButton="outlined" type="button" [disabled]="loading()" (click)="more.emit()">
      {{ (loading() ? 'ui.loading' : 'ui.more') | transloco }}
    </button>
  `,
  styles: `
    :host {
      display: grid;
      justify-content: center;
    }
    @media print {
      :host {
        display: none;
      }
    }
  `,
})
export class More {
  readonly loading = input(false, { transform: booleanAttribute });
  readonly more = output();

  constructor() {
    const { nativeElement } = inject<ElementRef<HTMLElement>>(ElementRef);
    effect((onCleanup) => {
      if (this.loading()) return;
      // Watches anew after each page: the end may still be in sight.
      const observer = new IntersectionObserver(
        ([end]) => {
          if (end?.isIntersecting) this.more.emit();
        },
        { rootMargin: '1200px' },
      );
      observer.observe(nativeElement);
      onCleanup(() => observer.disconnect());
    });
  }
}
