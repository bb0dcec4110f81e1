import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Copy } from 'lucide';

import { injectTexts } from '../../../core/i18n/texts';
import { Banner } from '../../../ui/banner';
import { Copying } from '../../../ui/copying';
import { Icon } from '../../../ui/icon';

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
      <button matButton="outlined" type="button" (click)="copying.copy(text())">
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
  protected readonly copying = inject(Copying);

  readonly codes = input.required<readonly string[]>();
  readonly kept = output();
  protected readonly text = computed(() => this.codes().join('\n'));
}
