import { Component, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Copy } from 'lucide';

import { injectTexts } from '../../../core/i18n/texts';
import { Banner } from '../../../ui/banner';
import { Icon } from '../../../ui/icon';
import { Toast } from '../../../ui/toast';

/** Ten codes, seen this once. */
@Component({
  selector: 'coop-recovery-codes',
  imports: [Banner, Icon, MatButton],
  styleUrl: '../section.css',
  template: `
    <coop-banner tone="due">{{ t('account.totp.codesText') }}</coop-banner>
    <ol class="codes code">
      @for (code of codes(); track code) {
        <li>{{ code }}</li>
      }
    </ol>
    <div class="row">
      <button matButton="outlined" type="button" (click)="copy()">
        <svg [coopIcon]="icons.Copy" size="18"></svg>
        {{ t('account.copy') }}
      </button>
      <button matButton="filled" type="button" (click)="kept.emit()">{{ t('account.totp.kept') }}</button>
    </div>
  `,
  styles: `
    .codes {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr));
      gap: 6px 16px;
      padding: 14px 16px;
      border: var(--hairline);
      border-radius: var(--radius);
    }
  `,
})
export class RecoveryCodes {
  protected readonly icons = { Copy };
  protected readonly t = injectTexts();
  readonly #toast = inject(Toast);

  readonly codes = input.required<readonly string[]>();
  readonly kept = output();

  protected async copy(): Promise<void> {
    await navigator.clipboard.writeText(this.codes().join('\n'));
    this.#toast.say(this.t('account.copied'));
  }
}
