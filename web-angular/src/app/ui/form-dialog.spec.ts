import { Component, inject, signal } from '@angular/core';
import { form, FormField, required } from '@angular/forms/signals';
import { MatDialogRef } from '@angular/material/dialog';
import { screen, waitFor, within } from '@testing-library/dom';
import { describe, expect, it } from 'vitest';

import { expectAccessible, openDialog, stage, type Stage } from '../../testing/stage';
import { Dialogs } from './dialogs';
import { Control, Field } from './field';
import { FormDialog } from './form-dialog';

type Answer = 'ok' | 'refused' | 'failed';

/** The test is the server. */
let answer: (answer: Answer) => void;
let answered: Promise<Answer>;

@Component({
  imports: [Control, Field, FormDialog, FormField],
  template: `
    <coop-form-dialog heading="Add a member" action="Add" [form]="form" [sending]="sending">
      <coop-field label="Name"><input coopControl [formField]="form.name" /></coop-field>
    </coop-form-dialog>
  `,
})
class MemberForm {
  readonly #dialog = inject(MatDialogRef);
  readonly sending = {
    refusals: signal<readonly string[]>([]),
    failure: signal<{ reason: string; trace: string | null } | undefined>(undefined),
    sent: signal(false),
    answered: () => answered,
  };
  readonly form = form(
    signal({ name: '' }),
    (path) => {
      required(path.name);
    },
    {
      submission: {
        action: async () => {
          answered = new Promise((resolve) => (answer = resolve));
          const said = await answered;
          if (said === 'refused') this.sending.refusals.set(['There is one of this name.']);
          if (said === 'failed') this.sending.failure.set({ reason: 'unexpected', trace: 'trace-1' });
          if (said !== 'ok') return;
          this.sending.sent.set(true);
          this.#dialog.close('member-1');
        },
      },
    },
  );
}

@Component({ template: '' })
class Page {
  readonly #dialogs = inject(Dialogs);
  readonly added = signal<string | undefined>(undefined);

  async open(): Promise<void> {
    this.added.set(await this.#dialogs.open<string>(MemberForm));
  }
}

const opened = async ({ fixture }: Stage<Page>) => {
  void fixture.componentInstance.open();
  return openDialog('Add a member');
};
const nameIn = (dialog: HTMLElement) => within(dialog).getByLabelText<HTMLInputElement>('Name');
const closed = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

describe('A form in a dialog', () => {
  it('cannot be left while it is being sent, and says so', async () => {
    const staged = await stage(Page);
    const { user, fixture } = staged;
    const dialog = await opened(staged);
    await user.type(nameIn(dialog), 'Linh');
    const add = within(dialog).getByRole('button', { name: 'Add' });
    await user.click(add);

    expect((await within(dialog).findByText('Sending …')).getAttribute('role')).toBe('status');
    expect(add.getAttribute('aria-disabled')).toBe('true');
    expect(document.activeElement).toBe(add);
    await expectAccessible(dialog);
    escape();
    await user.click(document.querySelector('.cdk-overlay-backdrop') as Element);
    expect(within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Cancel' }).disabled).toBe(true);
    expect(screen.queryByRole('dialog')).toBe(dialog);

    answer('ok');
    await closed();
    expect(fixture.componentInstance.added()).toBe('member-1');
    expect(nameIn(await opened(staged)).value).toBe('');
  });

  it('is there with what was typed when it was not accepted, and can be left again', async () => {
    const staged = await stage(Page);
    const dialog = await opened(staged);
    await staged.user.type(nameIn(dialog), 'Linh{Enter}');
    await within(dialog).findByText('Sending …');
    answer('refused');

    expect(await within(dialog).findByText('There is one of this name.')).toBeTruthy();
    await waitFor(() => expect(within(dialog).queryByText('Sending …')).toBeNull());
    expect(nameIn(dialog).value).toBe('Linh');
    escape();
    await closed();
    expect(nameIn(await opened(staged)).value).toBe('Linh');
  });

  it('that the way back closed while it was sent is no draft once it is accepted', async () => {
    const staged = await stage(Page, { locale: 'de' });
    const dialog = await opened(staged);
    await staged.user.type(nameIn(dialog), 'Linh{Enter}');
    await within(dialog).findByText('Wird gesendet …');
    goBack();
    await closed();
    answer('ok');

    expect(await screen.findByText('„Add a member“ ist erledigt.')).toBeTruthy();
    expect(nameIn(await opened(staged)).value).toBe('');
  });

  it.each([
    ['refused', '“Add a member” was not accepted. Open it again to see what you had typed.'],
    ['failed', /Something went wrong on our side. .* trace-1/],
  ] as const)('that the way back closed while it was sent is a draft again when it is %s', async (said, sentence) => {
    const staged = await stage(Page);
    const dialog = await opened(staged);
    await staged.user.type(nameIn(dialog), 'Linh{Enter}');
    await within(dialog).findByText('Sending …');
    goBack();
    await closed();
    answer(said);

    expect(await screen.findByText(sentence)).toBeTruthy();
    expect(nameIn(await opened(staged)).value).toBe('Linh');
  });
});

/** By its number, which the library goes by and a typed key does not have here. */
function escape(): void {
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', keyCode: 27, bubbles: true }));
}

/** In the browser. */
function goBack(): void {
  window.dispatchEvent(new PopStateEvent('popstate'));
}
