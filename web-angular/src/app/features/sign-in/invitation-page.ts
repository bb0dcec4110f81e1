import { Component, inject, input, linkedSignal, resource, signal } from '@angular/core';
import { form, FormField, FormRoot, hidden, minLength, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';

import { AuthRequests, type Problem } from '../../core/auth/auth-requests';
import { injectInputFaults, minPasswordLength } from '../../core/auth/input-faults';
import { Session, type SessionAnswer, type SignInAnswer } from '../../core/auth/session';
import { never } from '../../core/errors/outcome';
import { type Sentence, type Submission, submission } from '../../core/forms/submission';
import { Formats } from '../../core/i18n/formats';
import { injectTexts, Texts } from '../../core/i18n/texts';
import { EmptyState } from '../../ui/empty-state';
import { FailureBanner } from '../../ui/failure-banner';
import { Control, Field } from '../../ui/field';
import { FormNotes } from '../../ui/form-notes';
import { Skeleton } from '../../ui/skeleton';
import { Arrival } from './arrival';
import { SecondFactorForm } from './second-factor-form';

interface Invitation {
  readonly coop: { readonly slug: string; readonly name: string };
  readonly email: string;
  readonly name: string;
  readonly accountExists: boolean;
  readonly expiresAt: string;
}

const lookProblems = ['INVITATION_NOT_FOUND', 'INVITATION_EXPIRED', 'INVITATION_USED'] as const;
const acceptProblems = [...lookProblems, 'INVALID_INPUT', 'WRONG_CREDENTIALS', 'ALREADY_MEMBER', 'LOCKED_OUT'] as const;

type LookProblem = (typeof lookProblems)[number];
type AcceptProblem = (typeof acceptProblems)[number];

/** From the link in the mail to the first page of the co-op: a name and a password, or the password one has. */
@Component({
  selector: 'coop-invitation-page',
  imports: [
    Control,
    EmptyState,
    FailureBanner,
    Field,
    FormField,
    FormNotes,
    FormRoot,
    MatButton,
    RouterLink,
    SecondFactorForm,
    Skeleton,
  ],
  styleUrl: './card.css',
  templateUrl: './invitation-page.html',
})
export class InvitationPage {
  protected readonly t = injectTexts();
  protected readonly formats = inject(Formats);
  readonly #texts = inject(Texts);
  readonly #requests = inject(AuthRequests);
  readonly #session = inject(Session);
  readonly #arrival = inject(Arrival);
  readonly #router = inject(Router);
  readonly #inputFaults = injectInputFaults();

  /** From the address. */
  readonly coop = input.required<string>();
  readonly token = input.required<string>();

  protected readonly looked = resource({
    params: () => ({ path: this.#path() }),
    loader: async ({ params }) => {
      await this.#session.ready();
      return this.#requests.send<Invitation, LookProblem>({
        method: 'GET',
        path: params.path,
        problems: lookProblems,
      });
    },
  });
  protected readonly invitation = () => {
    const outcome = this.looked.hasValue() ? this.looked.value() : undefined;
    return outcome?.kind === 'ok' ? outcome.value : null;
  };
  /** Whether this very person is signed in here: then one button is enough. */
  protected readonly signedInAsInvited = () =>
    this.#session.account()?.email.toLowerCase() === this.invitation()?.email.toLowerCase();

  /** Joined, but the account has a second step before one is in. */
  protected readonly secondFactor = signal(false);

  protected readonly least = minPasswordLength;
  protected readonly sending: Submission = submission({
    send: () =>
      this.#requests.send<SignInAnswer, AcceptProblem>({
        method: 'POST',
        path: `${this.#path()}/accept`,
        body: this.#answer(),
        problems: acceptProblems,
      }),
    explain: (problem) => this.#sentences(problem),
    done: (answer) => ('secondFactor' in answer ? this.secondFactor.set(true) : this.arrive(answer)),
  });
  readonly #model = linkedSignal({
    source: () => this.invitation()?.name ?? '',
    computation: (name) => ({ name, password: '' }),
  });
  protected readonly form = form(
    this.#model,
    (path) => {
      const isNew = () => !this.invitation()?.accountExists;
      hidden(path.name, { when: () => !isNew() });
      hidden(path.password, { when: () => this.signedInAsInvited() });
      required(path.name);
      required(path.password);
      minLength(path.password, () => (isNew() ? minPasswordLength : 0));
    },
    { submission: this.sending },
  );

  protected arrive(answer: SessionAnswer): Promise<void> {
    return this.#arrival.welcome(answer, `/c/${this.coop()}`);
  }

  /** The invitation is accepted; only the signing in is left. */
  protected signInInstead(): void {
    void this.#router.navigateByUrl('/sign-in');
  }

  protected sentenceFor(code: LookProblem): string {
    switch (code) {
      case 'INVITATION_NOT_FOUND':
        return this.t('signIn.refused.invitationNotFound');
      case 'INVITATION_EXPIRED':
        return this.t('signIn.refused.invitationExpired');
      case 'INVITATION_USED':
        return this.t('signIn.refused.invitationUsed');
      default:
        return never(code);
    }
  }

  #answer() {
    const { name, password } = this.#model();
    if (this.signedInAsInvited()) return {};
    return this.invitation()?.accountExists
      ? { password }
      : { name, password, language: this.#texts.locale().toUpperCase() };
  }

  #sentences(problem: Problem<AcceptProblem>): Sentence | readonly Sentence[] {
    switch (problem.code) {
      case 'INVALID_INPUT':
        return this.#inputFaults(problem, this.form);
      case 'WRONG_CREDENTIALS':
        return { fieldTree: this.form.password, message: this.t('signIn.refused.wrongPassword') };
      case 'ALREADY_MEMBER':
        return this.t('signIn.refused.alreadyMember');
      case 'LOCKED_OUT':
        return this.t('signIn.refused.lockedOut');
      default:
        return this.sentenceFor(problem.code);
    }
  }

  #path(): string {
    return `invitations/${encodeURIComponent(this.coop())}/${encodeURIComponent(this.token())}`;
  }
}
