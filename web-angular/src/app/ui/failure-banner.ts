import { Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';

import { Banner } from './banner';

/** What a page could not load or do: why, the trace id to quote, and another try. */
@Component({
  selector: 'coop-failure',
  imports: [Banner, MatButton, TranslocoPipe],
  template: `
    <coop-banner tone="wrong">
      <p>{{ 'ui.failure.' + failure().reason | transloco }}</p>
      @if (failure().trace; as trace) {
        <small>
          {{ 'ui.failure.trace' | transloco }}
          <code>{{ trace }}</code>
        </small>
      }
      <button bannerAction matButton="outlined" type="button" (click)="retry.emit()">
        {{ 'ui.retry' | transloco }}
      </button>
    </coop-banner>
  `,
})
export class FailureBanner {
  readonly failure = input.required<{ readonly reason: string; readonly trace: string | null }>();
  readonly retry = output();
}
