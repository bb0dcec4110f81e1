import { Component, ErrorHandler } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { screen } from '@testing-library/dom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { stage } from '../../../testing/stage';
import { MarkdownView } from '../../ui/markdown-view';
import { StaleBuildHandler } from './stale-build-handler';

@Component({ selector: 'coop-test-page', template: '' })
class Page {}

const gone = new TypeError('Failed to fetch dynamically imported module: https://coop.example/chunk-1.js');
const providers = [{ provide: ErrorHandler, useClass: StaleBuildHandler }];
const reload = vi.fn();

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.stubGlobal('location', { ...location, reload });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  reload.mockClear();
});

describe('When a part of the app does not load', () => {
  it('says so and leaves the reload to the person', async () => {
    const { user } = await stage(Page, { providers });
    TestBed.inject(ErrorHandler).handleError(gone);

    await screen.findByText(/A part of the app could not be loaded/);
    expect(reload).not.toHaveBeenCalled();
    await user.click(await screen.findByRole('button', { name: 'Reload' }));
    expect(reload).toHaveBeenCalledOnce();
  });

  it('offers no reload while there is no network', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    await stage(Page, { providers });
    TestBed.inject(ErrorHandler).handleError(gone);

    await screen.findByText(/could not reach the server/);
    expect(screen.queryByRole('button', { name: 'Reload' })).toBeNull();
  });

  it('shows a text as it was written', async () => {
    const text = {
      toString: () => '**Ladder**',
      replaceAll: () => {
        throw gone;
      },
    };
    await stage(MarkdownView, { providers, inputs: { text } });

    expect(await screen.findByText('**Ladder**')).toBeTruthy();
    await screen.findByText(/A part of the app could not be loaded/);
    expect(reload).not.toHaveBeenCalled();
  });

  it('only writes down what else goes wrong', async () => {
    await stage(Page, { providers });
    const error = new Error('Something else');
    TestBed.inject(ErrorHandler).handleError(error);

    expect(console.error).toHaveBeenCalledWith(error);
    expect(screen.queryByRole('button', { name: 'Reload' })).toBeNull();
  });
});
