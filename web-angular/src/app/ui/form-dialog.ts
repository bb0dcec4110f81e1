import { Location } from '@angular/common';
import {
  Component,
  DestroyRef,
  inject,
  input,
  type OnInit,
  type Signal,
  signal,
  type WritableSignal,
} from '@angular/core';
import { type FieldTree, FormRoot } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { TranslocoPipe } from '@jsverse/transloco';

import { Drafts } from './drafts';
import { type Ending, FormNotes } from './form-notes';

interface Sending extends Ending {
  /** Whether it was accepted. */
  readonly sent: Signal<boolean>;
}

/**
 * A form in a dialog: its heading, why it was refused, its fields (projected), and the verb on its button. Left by
 * Escape, by a click beside it or because the session ended, it keeps what was typed for the next time it is opened.
 */
@Component({
  selector: 'coop-form-dialog',
  imports: [
    FormNotes,
    FormRoot,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    TranslocoPipe,
  ],
  template: `
    <h2 matDialogTitle>{{ heading() }}</h2>
    <form [formRoot]="form()">
      <mat-dialog-content>
        <coop-form-notes [of]="sending()" />
        @if (restored()) {
          <p class="muted" role="status">{{ 'ui.restored' | transloco }}</p>
        }
        <ng-content />
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" [matDialogClose]="undefined" (click)="givenUp = true">
          {{ 'ui.cancel' | transloco }}
        </button>
        <button matButton="filled" type="submit" [disabled]="form()().submitting()">{{ action() }}</button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    :host,
    form {
      display: contents;
    }
    form mat-dialog-content.mat-mdc-dialog-content {
      display: grid;
      gap: 18px;
      align-content: start;
      /* Room for the ring around the last field. */
      padding-bottom: 6px;
      color: var(--mat-sys-on-surface);
    }
    mat-dialog-actions {
      gap: 8px;
      padding: 12px 24px 20px;
    }
  `,
})
export class FormDialog<TModel> implements OnInit {
  readonly heading = input.required<string>();
  readonly action = input.required<string>();
  readonly form = input.required<FieldTree<TModel>>();
  readonly sending = input.required<Sending>();
  readonly #drafts = inject(Drafts);
  readonly #address = inject(Location);
  // One draft for each form and each thing it is about: the address and the heading say which.
  #name = '';

  protected readonly restored = signal(false);
  protected givenUp = false;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.#keep());
  }

  ngOnInit(): void {
    this.#name = `${this.#address.path()} ${this.heading()}`;
    const draft = this.#drafts.take(this.#name);
    if (draft === undefined) return;
    const state = this.form()();
    // Only this same form has put it there.
    (state.value as WritableSignal<unknown>).set(draft);
    state.markAsDirty();
    this.restored.set(true);
  }

  #keep(): void {
    const { dirty, value } = this.form()();
    if (dirty() && !this.givenUp && !this.sending().sent()) this.#drafts.keep(this.#name, value());
  }
}
