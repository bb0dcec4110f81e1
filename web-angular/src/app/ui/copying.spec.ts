import { Clipboard } from '@angular/cdk/clipboard';
import { Component, inject } from '@angular/core';
import { screen } from '@testing-library/dom';
import { describe, expect, it, vi } from 'vitest';

import { stage } from '../../testing/stage';
import { Copying } from './copying';

@Component({ template: '' })
class Page {
  readonly copying = inject(Copying);
}

describe('Copying', () => {
  it.each([
    [true, 'Copied.'],
    [false, /Please mark it and copy it yourself/],
  ])('says whether it was done: %s', async (done, sentence) => {
    const copy = vi.fn(() => done);
    const { fixture } = await stage(Page, { providers: [{ provide: Clipboard, useValue: { copy } }] });
    fixture.componentInstance.copying.copy('secret');

    expect(copy).toHaveBeenCalledExactlyOnceWith('secret');
    expect(await screen.findByText(sentence)).toBeTruthy();
  });
});
