import { Component, effect, ErrorHandler, inject, input, signal } from '@angular/core';

import { renderMarkdown } from './markdown';

/** What somebody wrote, with its emphasis, lists and links. */
@Component({
  selector: 'coop-markdown-view',
  host: { class: 'prose' },
  template: `
    @if (html() === null) {
      <div class="plain">{{ text() }}</div>
    } @else {
      <!-- Cleaned by the renderer, and once more by Angular. -->
      <div [innerHTML]="html()"></div>
    }
  `,
  styles: `
    :host {
      display: block;
      overflow-wrap: anywhere;
    }
    .plain {
      white-space: pre-wrap;
    }
    :host ::ng-deep :is(p, ul, ol, pre, blockquote, table, h3) + * {
      margin-top: 10px;
    }
    :host ::ng-deep :is(ul, ol) {
      padding-inline-start: 24px;
    }
    :host ::ng-deep pre {
      padding: 10px 12px;
      overflow-x: auto;
      border-radius: var(--radius-small);
      background: var(--mat-sys-surface-container-low);
    }
    :host ::ng-deep blockquote {
      margin-inline: 0;
      padding-inline-start: 12px;
      border-inline-start: 3px solid var(--mat-sys-outline-variant);
      color: var(--muted);
    }
    :host ::ng-deep :is(th, td) {
      padding: 4px 10px;
      border: var(--hairline);
      text-align: start;
    }
  `,
})
export class MarkdownView {
  readonly text = input.required<string>();
  /** Nothing when what does the work did not load: then the words stand as they were written. */
  protected readonly html = signal<string | null>('');

  constructor() {
    const errors = inject(ErrorHandler);
    effect((onCleanup) => {
      let current = true;
      onCleanup(() => (current = false));
      renderMarkdown(this.text())
        .catch((error: unknown) => {
          errors.handleError(error);
          return null;
        })
        .then((html) => {
          if (current) this.html.set(html);
        });
    });
  }
}
