import { Component, signal } from '@angular/core';
import { form, FormField, FormRoot } from '@angular/forms/signals';
import { screen, waitFor } from '@testing-library/dom';
import { describe, expect, it } from 'vitest';

import { expectAccessible, stage } from '../../../testing/stage';
import { DateField } from '../../ui/date-field';
import { Control, Field } from '../../ui/field';
import { FormNotes } from '../../ui/form-notes';
import { MarkdownField } from '../../ui/markdown-field';
import { type Choice, SearchChoice } from '../../ui/search-choice';
import { refused } from '../errors/outcome';
import { type Submission, submission } from './submission';

type Name = 'name' | 'from' | 'member' | 'text';

@Component({
  imports: [Control, DateField, Field, FormField, FormNotes, FormRoot, MarkdownField, SearchChoice],
  template: `
    <form [formRoot]="form">
      <coop-form-notes [of]="sending" />
      <coop-field label="Name"><input coopControl [formField]="form.name" /></coop-field>
      <coop-date-field label="From" [formField]="form.from" />
      <coop-search-choice label="Member" [choices]="[]" [formField]="form.member" />
      <coop-markdown-field label="Text" [formField]="form.text" />
      <button type="submit">Send</button>
    </form>
  `,
})
class Page {
  wrong: readonly (Name | null)[] = [];
  readonly sending: Submission = submission({
    send: () => Promise.resolve(refused(this.wrong)),
    explain: (name) => (name ? { fieldTree: this.form[name], message: `Not this ${name}.` } : 'Not now.'),
    done: () => undefined,
  });
  readonly form = form(signal({ name: '', from: '', member: null as Choice | null, text: '' }), {
    submission: this.sending,
  });
}

const sent = async (...wrong: readonly (Name | null)[]) => {
  const staged = await stage(Page);
  staged.fixture.componentInstance.wrong = wrong;
  await staged.user.click(screen.getByRole('button', { name: 'Send' }));
  return staged;
};

describe('What the server refuses', () => {
  it.each([
    ['name', 'Name'],
    ['from', 'From'],
    ['member', 'Member'],
    ['text', 'Text'],
  ] as const)('about the %s takes the keyboard there and is read out', async (name, label) => {
    const { element } = await sent(name);
    const box = screen.getByLabelText(label, { selector: 'input, textarea' });

    await waitFor(() => expect(document.activeElement).toBe(box));
    expect(box.getAttribute('aria-invalid')).toBe('true');
    const sentence = document.getElementById(box.getAttribute('aria-describedby') ?? '');
    expect(sentence?.textContent?.trim()).toBe(`Not this ${name}.`);
    // Also where the keyboard was there already, which moves nothing.
    expect(sentence?.getAttribute('role')).toBe('alert');
    await expectAccessible(element);
  });

  it('about several fields takes the keyboard to the first of them on the page', async () => {
    await sent('text', 'from');

    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('From')));
  });

  it('about the form as a whole comes before its fields', async () => {
    await sent('name', null);

    await waitFor(() => expect(document.activeElement?.textContent).toContain('Not now.'));
    expect(screen.getByText('Not this name.')).toBeTruthy();
  });

  it('is found by one who looked at the text as it will be', async () => {
    const { fixture, user } = await stage(Page);
    fixture.componentInstance.wrong = ['text'];
    await user.click(screen.getByText('Preview'));
    await user.click(screen.getByRole('button', { name: 'Send' }));

    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Text', { selector: 'textarea' })));
  });
});
