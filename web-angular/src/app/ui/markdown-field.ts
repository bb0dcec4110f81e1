import {
  afterNextRender,
  booleanAttribute,
  Component,
  type ElementRef,
  inject,
  Injector,
  input,
  model,
  signal,
  viewChild,
} from '@angular/core';
import type { FormValueControl, ValidationError } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';

import { MarkdownView } from './markdown-view';

/** A longer text, written with a few marks and looked at as it will be; works in signal forms and alone. */
@Component({
  selector: 'coop-markdown-field',
  imports: [MarkdownView, TranslocoPipe],
  template: `
    <div class="head">
      <label [attr.for]="id">
        {{ label() }}
        @if (optional()) {
          <span class="muted">({{ 'ui.optional' | transloco }})</span>
        }
      </label>
      <span role="group" [attr.aria-label]="label()">
        <button type="button" [attr.aria-pressed]="!previewing()" (click)="previewing.set(false)">
          {{ 'ui.markdown.write' | transloco }}
        </button>
        <button type="button" [attr.aria-pressed]="previewing()" (click)="previewing.set(true)">
          {{ 'ui.markdown.preview' | transloco }}
        </button>
      </span>
    </div>
    @if (previewing()) {
      <div class="preview">
        @if (value().trim()) {
          <coop-markdown-view [text]="value()" />
        } @else {
          <p class="muted">{{ 'ui.markdown.nothing' | transloco }}</p>
        }
      </div>
    } @else {
      <textarea
        #box
        class="control"
        [id]="id"
        [rows]="rows()"
        [value]="value()"
        [disabled]="disabled()"
        [attr.aria-invalid]="shown() ? 'true' : null"
        [attr.aria-describedby]="id + '-note'"
        (input)="value.set($any($event.target).value)"
        (blur)="touched.set(true)"
      ></textarea>
    }
    @if (shown(); as error) {
      <p class="note error" [id]="id + '-note'" [attr.role]="error.kind === 'refused' ? 'alert' : null">
        {{ error.message || ('ui.invalid.' + error.kind | transloco: error) }}
      </p>
    } @else if (!previewing()) {
      <p class="note muted" [id]="id + '-note'">{{ 'ui.markdown.hint' | transloco }}</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 6px;
    }
    .head {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 12px;
      align-items: end;
      justify-content: space-between;
    }
    label {
      font-weight: 550;
    }
    label span {
      font-weight: 400;
    }
    button {
      min-height: var(--target);
      padding: 0 12px;
      border: 0;
      border-bottom: 2px solid transparent;
      background: none;
      color: var(--muted);
      cursor: pointer;
    }
    button[aria-pressed='true'] {
      border-bottom-color: var(--mat-sys-primary);
      color: var(--mat-sys-on-surface);
      font-weight: 550;
    }
    .preview {
      min-height: 120px;
      padding: 10px 12px;
      border: var(--hairline);
      border-radius: var(--radius);
    }
    .note {
      font-size: var(--text-small);
    }
    .error {
      color: var(--mat-sys-error);
    }
  `,
})
export class MarkdownField implements FormValueControl<string> {
  readonly label = input.required<string>();
  readonly optional = input(false, { transform: booleanAttribute });
  readonly rows = input(6);
  readonly value = model('');
  readonly touched = model(false);
  readonly disabled = input(false);
  readonly errors = input<readonly ValidationError.WithOptionalFieldTree[]>([]);

  protected readonly id = `coop-markdown-${++fields}`;
  protected readonly previewing = signal(false);
  readonly #injector = inject(Injector);
  private readonly box = viewChild<ElementRef<HTMLTextAreaElement>>('box');
  protected readonly shown = () => (this.touched() ? this.errors()[0] : undefined);

  focus(options?: FocusOptions): void {
    // What is wrong is put right by writing.
    this.previewing.set(false);
    afterNextRender(() => this.box()?.nativeElement.focus(options), { injector: this.#injector });
  }
}

let fields = 0;
