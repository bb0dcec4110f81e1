import { Component, signal } from '@angular/core';
import { form, FormField, required } from '@angular/forms/signals';
import { screen, waitFor } from '@testing-library/dom';
import { describe, expect, it } from 'vitest';

import { expectAccessible, stage, type Stage } from '../../testing/stage';
import { type Choice, SearchChoice } from './search-choice';

const choices: readonly Choice[] = [
  { id: 'alma', name: 'Alma Berg' },
  { id: 'jonas', name: 'Jonas Alt' },
];

@Component({
  imports: [FormField, SearchChoice],
  template: `
    <coop-search-choice label="Member" [choices]="choices" [formField]="form.member" (asked)="asked.set($event)" />
  `,
})
class One {
  readonly choices = choices;
  readonly asked = signal('');
  readonly form = form(signal({ member: null as Choice | null }), (path) => {
    required(path.member);
  });
}

@Component({
  imports: [SearchChoice],
  template: `
    <coop-search-choice
      label="Member"
      many
      [choices]="choices"
      (picked)="names.set([...names(), $event.name])"
      (asked)="asked.set($event)"
    />
  `,
})
class Several {
  readonly choices = choices;
  readonly asked = signal('');
  readonly names = signal<readonly string[]>([]);
}

const box = () => screen.getByLabelText<HTMLInputElement>('Member');

async function pick({ user }: Stage<unknown>, name: string): Promise<void> {
  await user.click(await screen.findByRole('option', { name }));
}

describe('The choice of one', () => {
  it('never takes away what is typed after it', async () => {
    const staged = await stage(One);
    const { user, fixture, element } = staged;
    const { form, asked } = fixture.componentInstance;
    await user.click(box());
    await pick(staged, 'Alma Berg');
    await fixture.whenStable();
    expect(box().value).toBe('Alma Berg');
    expect(form.member().value()?.id).toBe('alma');
    await expectAccessible(element);

    await user.keyboard('{Backspace}');
    await fixture.whenStable();
    expect(box().value).toBe('Alma Ber');
    expect(form.member().value()).toBeNull();
    await waitFor(() => expect(asked()).toBe('Alma Ber'));

    await user.keyboard('{Backspace}n');
    await fixture.whenStable();
    expect(box().value).toBe('Alma Ben');
  });

  it('shows who was chosen elsewhere, and nobody when that is taken back', async () => {
    const { user, fixture } = await stage(One);
    const { form } = fixture.componentInstance;
    await user.type(box(), 'Jo');
    form.member().value.set(choices[1] as Choice);
    await fixture.whenStable();
    expect(box().value).toBe('Jonas Alt');

    form.member().value.set(null);
    await fixture.whenStable();
    expect(box().value).toBe('');
  });
});

describe('What is typed into a choice', () => {
  it('is no choice yet, and that is said in so many words', async () => {
    const { user } = await stage(One);
    await user.type(box(), 'Alma');
    await user.tab();
    expect(await screen.findByText('Please choose one from the list.')).toBeTruthy();
  });

  it('finds nothing, or cannot be looked up, and that is said too', async () => {
    const failure = signal<{ reason: string } | undefined>(undefined);
    const inputs = { label: 'Member', choices: [], lookup: { loading: signal(false), failure } };
    const { user } = await stage(SearchChoice, { inputs });
    await user.type(box(), 'Zoe');
    expect(await screen.findByText(/Nothing found/)).toBeTruthy();

    failure.set({ reason: 'offline' });
    expect(await screen.findByText(/could not reach the server/)).toBeTruthy();
  });
});

describe('The choice of several', () => {
  it('hands each one over and is empty for the next', async () => {
    const staged = await stage(Several);
    const { user, fixture } = staged;
    const { names, asked } = fixture.componentInstance;
    await user.click(box());
    await pick(staged, 'Alma Berg');
    await waitFor(() => expect(box().value).toBe(''));
    expect(asked()).toBe('');

    await user.type(box(), 'Jon');
    await fixture.whenStable();
    expect(box().value).toBe('Jon');
    await pick(staged, 'Jonas Alt');
    await waitFor(() => expect(box().value).toBe(''));
    await waitFor(() => expect(asked()).toBe(''));
    expect(names()).toEqual(['Alma Berg', 'Jonas Alt']);
  });
});
