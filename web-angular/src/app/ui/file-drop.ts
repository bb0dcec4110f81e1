import { Component, input, output, signal } from '@angular/core';
import { Upload } from 'lucide';

import { Icon } from './icon';

/** Choose or drop one file. The label is a real file input: keyboard and screen readers get the platform's own. */
@Component({
  selector: 'coop-file-drop',
  imports: [Icon],
  template: `
    <label
      [class.over]="over()"
      (dragover)="allowDrop($event)"
      (dragleave)="over.set(false)"
      (drop)="takeDropped($event)"
    >
      <svg [coopIcon]="icons.Upload" size="24"></svg>
      <strong>{{ label() }}</strong>
      @if (hint()) {
        <span class="muted">{{ hint() }}</span>
      }
      <input
        class="visually-hidden"
        type="file"
        [accept]="accept()"
        [disabled]="disabled()"
        (change)="takeChosen($event)"
      />
    </label>
  `,
  styles: `
    label {
      display: grid;
      justify-items: center;
      gap: 6px;
      padding: 32px 16px;
      border: 1.5px dashed var(--mat-sys-outline);
      border-radius: var(--radius);
      text-align: center;
      cursor: pointer;
      transition: background var(--quick);
    }
    label:hover,
    .over {
      background: var(--mat-sys-surface-container-low);
    }
    .over {
      border-color: var(--mat-sys-primary);
    }
    label:has(:focus-visible) {
      outline: 2px solid var(--mat-sys-primary);
      outline-offset: 2px;
    }
    label:has(:disabled) {
      opacity: 0.6;
      cursor: default;
    }
    svg {
      color: var(--mat-sys-primary);
    }
  `,
})
export class FileDrop {
  protected readonly icons = { Upload };
  readonly label = input.required<string>();
  readonly hint = input<string>();
  readonly accept = input('');
  readonly disabled = input(false);
  readonly chosen = output<File>();

  protected readonly over = signal(false);

  protected allowDrop(event: DragEvent): void {
    event.preventDefault();
    this.over.set(!this.disabled());
  }

  protected takeDropped(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    this.#take(event.dataTransfer?.files);
  }

  protected takeChosen(event: Event): void {
    const picker = event.target as HTMLInputElement;
    this.#take(picker.files);
    // The same file chosen again, mended meanwhile, must count as a new choice.
    picker.value = '';
  }

  #take(files: FileList | null | undefined): void {
    const file = files?.[0];
    if (file && !this.disabled()) this.chosen.emit(file);
  }
}
