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
  /** Whether it could not go on: then it does when it is pressed, and not by itself. */
  readonly failed = input(false, { transform: booleanAttribute });
  readonly more = output();

  constructor() {
    const { nativeElement } = inject<ElementRef<HTMLElement>>(ElementRef);
    effect((onCleanup) => {
      if (this.loading() || this.failed()) return;
      const observer = new IntersectionObserver(
        (sightings) => {
          // On a busy device several come at once; the last one is how it is.
          if (!sightings.at(-1)?.isIntersecting) return;
          this.more.emit();
          // Looks again in the next frame: a page that comes at once may leave the end in sight, and that is no change.
          observer.unobserve(nativeElement);
          observer.observe(nativeElement);
        },
        { rootMargin: '1200px' },
      );
      observer.observe(nativeElement);
      onCleanup(() => observer.disconnect());
    });
  }
}
