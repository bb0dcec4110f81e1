import { afterNextRender, Component, type ElementRef, inject, Injector, input, signal, viewChild } from '@angular/core';

import type { SessionAnswer } from '../../core/auth/session';
import { injectTexts } from '../../core/i18n/texts';
import { Banner } from '../../ui/banner';
import { Arrival } from './arrival';
import { PasswordForm } from './password-form';
import { PasskeyButton } from './passkey-button';
import { SecondFactorForm } from './second-factor-form';

@Component({
  selector: 'coop-sign-in-page',
  imports: [Banner, PasskeyButton, PasswordForm, SecondFactorForm],
  styleUrl: './card.css',
  template: `
    <div class="card">
      <h1 #heading tabindex="-1">{{ t(secondFactor() ? 'signIn.secondFactor.heading' : 'signIn.heading') }}</h1>
      @if (ended()) {
        <coop-banner>{{ t('signIn.ended') }}</coop-banner>
      }
      @if (tooLate()) {
        <coop-banner tone="due">{{ t('signIn.refused.secondFactorExpired') }}</coop-banner>
      }
      @if (secondFactor()) {
        <coop-second-factor-form (signedIn)="arrive($event)" (expired)="startOver()" />
      } @else {
        <coop-password-form (signedIn)="arrive($event)" (secondFactorAsked)="askSecondFactor()" />
        <p class="or muted">
          <span>{{ t('signIn.or') }}</span>
        </p>
        <coop-passkey-button (signedIn)="arrive($event)" />
      }
    </div>
  `,
})
export class SignInPage {
  protected readonly t = injectTexts();
  readonly #arrival = inject(Arrival);
  readonly #injector = inject(Injector);

  /** Where the person wanted to go (query). */
  readonly return = input<string>();
  /** Whether the session ended by itself (query). */
  readonly ended = input<string>();

  protected readonly secondFactor = signal(false);

  /** Whether the second step was waited for too long. */
  protected readonly tooLate = signal(false);

  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  protected arrive(answer: SessionAnswer): void {
    void this.#arrival.welcome(answer, this.return());
  }

  protected askSecondFactor(): void {
    this.tooLate.set(false);
    this.secondFactor.set(true);
  }

  protected startOver(): void {
    this.secondFactor.set(false);
    this.tooLate.set(true);
    afterNextRender(() => this.heading().nativeElement.focus(), { injector: this.#injector });
  }
}
