import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MonitorSmartphone } from 'lucide';

import { authQuery } from '../../../core/auth/auth-query';
import { AuthRequests } from '../../../core/auth/auth-requests';
import { Formats } from '../../../core/i18n/formats';
import { injectTexts } from '../../../core/i18n/texts';
import { Badge } from '../../../ui/badge';
import { Confirm } from '../../../ui/confirm';
import { FailureBanner } from '../../../ui/failure-banner';
import { Icon } from '../../../ui/icon';
import { Skeleton } from '../../../ui/skeleton';
import { Toast } from '../../../ui/toast';
import { deviceName } from './device-name';

interface Device {
  readonly id: string;
  readonly kind: 'BROWSER' | 'PROGRAM';
  readonly current: boolean;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly userAgent: string | null;
  readonly ipAddress: string | null;
}

/** Where one is signed in, and the way to end it. */
@Component({
  selector: 'coop-device-list',
  imports: [Badge, FailureBanner, Icon, MatButton, Skeleton],
  styleUrl: '../section.css',
  templateUrl: './device-list.html',
})
export class DeviceList {
  protected readonly icons = { MonitorSmartphone };
  protected readonly t = injectTexts();
  protected readonly formats = inject(Formats);
  readonly #requests = inject(AuthRequests);
  readonly #confirm = inject(Confirm);
  readonly #toast = inject(Toast);

  protected readonly devices = authQuery<readonly Device[]>('sessions');

  protected nameOf(device: Device): string {
    const unnamed = device.kind === 'PROGRAM' ? 'account.devices.program' : 'account.devices.unknown';
    return deviceName(device.userAgent ?? '') ?? this.t(unnamed);
  }

  protected async end(device: Device): Promise<void> {
    const sure = await this.#confirm.ask({
      heading: this.t('account.devices.endHeading'),
      text: this.t('account.devices.endText', { device: this.nameOf(device) }),
      action: this.t('account.devices.end'),
    });
    if (sure) await this.#delete(`sessions/${device.id}`);
  }

  protected async endOthers(): Promise<void> {
    const sure = await this.#confirm.ask({
      heading: this.t('account.devices.endOthersHeading'),
      text: this.t('account.devices.endOthersText'),
      action: this.t('account.devices.endOthers'),
    });
    if (sure) await this.#delete('sessions');
  }

  async #delete(path: string): Promise<void> {
    const outcome = await this.#requests.remove(path);
    if (outcome.kind === 'failed') this.#toast.failed(outcome.failure);
    else this.#toast.say(this.t('account.devices.ended'));
    this.devices.refetch();
  }
}
