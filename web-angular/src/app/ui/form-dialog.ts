import { Location } from '@angular/common';
import {
  Component,
  DestroyRef,
  effect,
  inject,
  input,
  type OnInit,
  type Signal,
  signal,
  type WritableSignal,
} from '@angular/core';
import { type FieldTree, FormRoot } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import {
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';

import { Drafts } from './drafts';
import { type Ending, FormNotes } from './form-notes';
import { Toast } from './toast';

interface Sending extends Ending {
  /** Whether it was accepted. */
  readonly sent: Signal<boolean>;
  /** Resolves when what is being sent has its answer. */
  answered(): Promise<unknown>;
}

/**
 * A form in a dialog: its heading, why it was refused, its fields (projected), and the verb on its button. Left by
 * Escape, by a click beside it or because the session ended, it keeps what was typed for the next time it is opened.
 * While it is being sent it stays: what was left as if given up would be done all the same, and then done again.
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
        <p class="muted" role="status">
          @if (form()().submitting()) {
            {{ 'ui.sending' | transloco }}
          }
        </p>
        <button
          matButton
          type="button"
          [matDialogClose]="undefined"
          [disabled]="form()().submitting()"
          (click)="givenUp = true"
        >
          {{ 'ui.cancel' | transloco }}
        </button>
        <!-- It keeps the focus, which a disabled button would lose. -->
        <button matButton="filled" type="submit" disabledInteractive [disabled]="form()().submitting()">
          {{ action() }}
        </button>
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
    mat-dialog-actions p {
      margin-inline-end: auto;
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
  readonly #toast = inject(Toast);
  readonly #transloco = inject(TranslocoService);
  // One draft for each form and each thing it is about: the address and the heading say which.
  #name = '';

  protected readonly restored = signal(false);
  protected givenUp = false;

  constructor() {
    const dialog = inject(MatDialogRef, { optional: true });
    effect(() => {
      if (dialog) dialog.disableClose = this.form()().submitting();
    });
    inject(DestroyRef).onDestroy(() => this.#leave());
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

  #leave(): void {
    const { dirty, submitting, value } = this.form()();
    const keep = dirty() && !this.givenUp ? this.#drafts.later(this.#name, value()) : () => undefined;
    if (submitting()) void this.#tell(keep);
    else if (!this.sending().sent()) keep();
  }

  /** The browser's way back closes a form also while it is being sent: how it ended is told where one is then. */
  async #tell(keep: () => void): Promise<void> {
    const form = this.heading();
    const { answered, sent, failure } = this.sending();
    await answered();
    if (sent()) return this.#toast.say(this.#transloco.translate('ui.left.accepted', { form }));
    keep();
    const why = failure();
    if (!why) this.#toast.say(this.#transloco.translate('ui.left.refused', { form }));
    // The page for signing in says by itself that the session is over.
    else if (why.reason !== 'signed-out') this.#toast.failed(why);
  }
}
