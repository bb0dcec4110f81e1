import { booleanAttribute, Component, input } from '@angular/core';

import { Drawing, type DrawingName } from './drawing';

/** Nothing here yet: a drawing, what it means, and one clear next step (projected). */
@Component({
  selector: 'coop-empty-state',
  imports: [Drawing],
  template: `
    <coop-drawing [name]="drawing()" />
    @if (wholePage()) {
      <h1>{{ heading() }}</h1>
    } @else {
      <h2>{{ heading() }}</h2>
    }
    @if (text()) {
      <p class="muted">{{ text() }}</p>
    }
    <div class="step"><ng-content /></div>
  `,
  styles: `
    :host {
      display: grid;
      justify-items: center;
      gap: 8px;
      padding: 40px 16px;
      text-align: center;
    }
    coop-drawing {
      margin-bottom: 8px;
    }
    p {
      max-width: 46ch;
    }
    .step {
      display: flex;
      flex-wrap: wrap;
      gap: 12px;
      justify-content: center;
      margin-top: 12px;
    }
    .step:empty {
      display: none;
    }
  `,
})
export class EmptyState {
  readonly drawing = input.required<DrawingName>();
  readonly heading = input.required<string>();
  readonly text = input<string>();
  /** Whether this is all there is on the page: its heading is then the page's. */
  readonly wholePage = input(false, { transform: booleanAttribute });
}
