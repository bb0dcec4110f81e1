import { afterRenderEffect, Component, computed, ElementRef, inject, input, type Signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

import { Banner } from './banner';

export interface Ending {
  readonly refusals: Signal<readonly string[]>;
  readonly failure: Signal<{ readonly reason: string; readonly trace: string | null } | undefined>;
}

/** Why a form was not accepted, as a whole; takes the focus when it appears, so that nobody misses it. */
@Component({
  selector: 'coop-form-notes',
  imports: [Banner, TranslocoPipe],
  host: { tabindex: '-1', '[hidden]': '!any()' },
  template: `
    @for (refusal of of().refusals(); track refusal) {
      <coop-banner tone="wrong">{{ refusal }}</coop-banner>
    }
    @if (of().failure(); as failure) {
      <coop-banner tone="wrong">
        {{ 'ui.failure.' + failure.reason | transloco }}
        @if (failure.trace) {
          <small>
            {{ 'ui.failure.trace' | transloco }}
            <code>{{ failure.trace }}</code>
          </small>
        }
      </coop-banner>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 8px;
    }
    :host([hidden]) {
      display: none;
    }
  `,
})
export class FormNotes {
  readonly of = input.required<Ending>();
  protected readonly any = computed(() => this.of().refusals().length > 0 || this.of().failure() !== undefined);

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterRenderEffect(() => {
      if (this.any()) host.focus();
    });
  }
}
