import { Component, inject } from '@angular/core';
import { screen, waitFor } from '@testing-library/dom';
import { describe, expect, it, vi } from 'vitest';

import { stage } from '../../testing/stage';
import { Toast } from './toast';

@Component({ template: '' })
class Page {
  readonly toast = inject(Toast);
}

const failure = { reason: 'away', trace: null };

describe('A word at the edge of the screen', () => {
  it('waits while something stands there that asks for an answer', async () => {
    const { fixture, user } = await stage(Page);
    const { toast } = fixture.componentInstance;
    const retry = vi.fn();
    toast.failed(failure, retry);
    toast.say('Kim has joined.');
    await user.click(await screen.findByRole('button', { name: 'Try again' }));

    expect(retry).toHaveBeenCalledOnce();
    expect(await screen.findByText('Kim has joined.')).toBeTruthy();
  });

  it('goes, and what waits with it, when somebody else comes on screen', async () => {
    const { fixture } = await stage(Page);
    const { toast } = fixture.componentInstance;
    toast.failed(failure);
    toast.say('Kim has joined.');
    await screen.findByText(/The server cannot work/);
    toast.clear();

    await waitFor(() => expect(screen.queryByText(/The server cannot work/)).toBeNull());
    expect(screen.queryByText('Kim has joined.')).toBeNull();
  });
});
