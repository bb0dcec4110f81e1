import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { Download, FileDown } from 'lucide';

import { ActiveCoop } from '../../../core/auth/active-coop';
import type { Failure } from '../../../core/errors/failure';
import { injectTexts } from '../../../core/i18n/texts';
import type { ImportKind } from '../../../graphql/import';
import { Banner } from '../../../ui/banner';
import { FailureBanner } from '../../../ui/failure-banner';
import { FileDrop } from '../../../ui/file-drop';
import { Icon } from '../../../ui/icon';
import { Page } from '../../../ui/page';
import { Toast } from '../../../ui/toast';
import { type ExportedList, Lists, save, type UploadRefusal } from './lists';
import { templateOf } from './template';

/** Lists in, lists out: choose a file to read, or take everything away. */
@Component({
  selector: 'coop-import-start',
  imports: [Banner, FailureBanner, FileDrop, Icon, MatButton, Page],
  templateUrl: './import-start.html',
  styleUrls: ['../../../ui/section.css', './import-start.css'],
})
export class ImportStart {
  protected readonly icons = { Download, FileDown };
  protected readonly t = injectTexts();
  readonly #coop = inject(ActiveCoop);
  readonly #lists = inject(Lists);
  readonly #router = inject(Router);
  readonly #toast = inject(Toast);

  protected readonly kinds: readonly ImportKind[] = ['MEMBERS', 'UNITS'];
  protected readonly exported: readonly ExportedList[] = ['members', 'units', 'households', 'occupancies'];
  protected readonly kind = signal<ImportKind>('MEMBERS');
  protected readonly uploading = signal(false);
  protected readonly downloading = signal<ExportedList | undefined>(undefined);
  protected readonly refusal = signal<UploadRefusal | undefined>(undefined);
  protected readonly failure = signal<Failure | undefined>(undefined);
  #chosen: File | undefined;

  protected template(): void {
    save(templateOf(this.kind()), `${this.kind().toLowerCase()}.csv`);
  }

  protected async upload(file: File): Promise<void> {
    this.#chosen = file;
    this.refusal.set(undefined);
    this.failure.set(undefined);
    this.uploading.set(true);
    const outcome = await this.#lists.upload(this.kind(), file);
    this.uploading.set(false);
    switch (outcome.kind) {
      case 'ok':
        await this.#router.navigate([...this.#coop.link('import', outcome.value)]);
        break;
      case 'refused':
        this.refusal.set(outcome.errors[0]);
        break;
      case 'failed':
        this.failure.set(outcome.failure);
    }
  }

  protected again(): void {
    if (this.#chosen) void this.upload(this.#chosen);
  }

  protected async download(list: ExportedList): Promise<void> {
    this.downloading.set(list);
    const outcome = await this.#lists.download(list);
    this.downloading.set(undefined);
    if (outcome.kind === 'failed') this.#toast.failed(outcome.failure, () => void this.download(list));
  }
}
