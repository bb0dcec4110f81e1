import { Component, ErrorHandler } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { screen } from '@testing-library/dom';
import { describe, expect, it, vi } from 'vitest';

import { stage } from '../../../testing/stage';
import { CommonWords } from './common-words';
import { Formats } from './formats';
import { injectTexts, Texts, type TextSource } from './texts';

const words: TextSource = {
  en: () => Promise.resolve({ default: { days: { one: '{{ count }} day', other: '{{ count }} days' } } }),
  de: () => Promise.resolve({ default: { days: { one: '{{ count }} Tag', other: '{{ count }} Tage' } } }),
};

@Component({
  template: `
    <p role="note">{{ t('shell.home') }}, {{ t.plural('test.days', 1234) }}</p>
  `,
})
class Sign {
  protected readonly t = injectTexts();
}

describe('Words', () => {
  it('follow the language, with the words of features already open', async () => {
    const { fixture } = await stage(Sign, { texts: ['test', words] });
    expect(screen.getByRole('note').textContent).toBe('Go to the start page, 1,234 days');

    await TestBed.inject(Texts).choose('de');
    fixture.detectChanges();

    expect(screen.getByRole('note').textContent).toBe('Zur Startseite, 1.234 Tage');
    expect(document.documentElement.lang).toBe('de');
  });
});

describe('What people wrote', () => {
  it.each(['{{ count }}', 'Dear {{count}}, {{ name }}', '$& and {{'])(
    'is filled in as it stands: %s',
    async (written) => {
      await stage(Sign, { texts: ['test', words] });

      expect(TestBed.inject(Texts).t('test.days.other', { count: written })).toBe(`${written} days`);
    },
  );
});

describe('A language whose words cannot be had', () => {
  const lost = new TypeError('Failed to fetch dynamically imported module: /de.js');
  const onlyEnglish: TextSource = { en: words.en, de: () => Promise.reject(lost) };

  it('is not taken and not remembered, and the person is told', async () => {
    const handleError = vi.fn();
    await stage(Sign, {
      texts: ['test', onlyEnglish],
      providers: [{ provide: ErrorHandler, useValue: { handleError } }],
    });
    await TestBed.inject(Texts).choose('de');

    expect(handleError).toHaveBeenCalledExactlyOnceWith(lost);
    expect(TestBed.inject(Texts).locale()).toBe('en');
    expect(localStorage.getItem('cooperator.locale')).toBeNull();
  });

  it('gives way to English at the start', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    localStorage.setItem('cooperator.locale', 'de');
    const common: TextSource = { en: () => import('./en.json'), de: () => Promise.reject(lost) };
    await stage(Sign, { texts: ['test', words], providers: [{ provide: CommonWords, useValue: common }] });
    await TestBed.inject(Texts).start('de');

    expect(screen.getByRole('note').textContent).toContain('Go to the start page');
    expect(TestBed.inject(Texts).locale()).toBe('en');
    warn.mockRestore();
  });
});

describe('Words that are still on their way', () => {
  it('change nothing when another language was chosen meanwhile', async () => {
    let arrive: (() => void) | undefined;
    const slow: TextSource = {
      en: () => Promise.resolve({ default: { hello: 'Hello' } }),
      de: () => new Promise((resolve) => (arrive = () => resolve({ default: { hello: 'Hallo' } }))),
    };
    await stage(Sign, { texts: ['slow', slow] });
    const texts = TestBed.inject(Texts);
    const late = texts.choose('de');
    await vi.waitFor(() => expect(arrive).toBeDefined());
    await texts.choose('en');
    arrive?.();
    await late;

    expect(texts.locale()).toBe('en');
    expect(localStorage.getItem('cooperator.locale')).toBe('en');
  });

  it('come in the language chosen meanwhile', async () => {
    let arrive: (() => void) | undefined;
    const slow: TextSource = {
      en: () => new Promise((resolve) => (arrive = () => resolve({ default: { hello: 'Hello' } }))),
      de: () => Promise.resolve({ default: { hello: 'Hallo' } }),
    };
    await stage(Sign, { texts: ['test', words] });
    const texts = TestBed.inject(Texts);
    const added = texts.add('slow', slow);
    await texts.choose('de');
    arrive?.();
    await added;

    expect(texts.t('slow.hello')).toBe('Hallo');
  });
});

describe('Dates', () => {
  it('are written in the chosen language; a day is the same in every time zone', async () => {
    await stage(Sign, { locale: 'de', texts: ['test', words] });
    const formats = TestBed.inject(Formats);

    expect(formats.day('2026-05-01')).toBe('01.05.2026');
  });

  it('are told as how long ago, for a week', async () => {
    await stage(Sign, { texts: ['test', words] });
    const formats = TestBed.inject(Formats);
    const now = Date.parse('2026-11-20T12:00:00Z');

    expect(formats.ago('2026-11-20T11:59:40Z', now)).toBe('this minute');
    expect(formats.ago('2026-11-20T09:00:00Z', now)).toBe('3 hours ago');
    expect(formats.ago('2026-11-19T12:00:00Z', now)).toBe('yesterday');
    expect(formats.ago('2026-11-18T12:30:00Z', now)).toBe('2 days ago');
    expect(formats.ago('2026-10-01T12:00:00Z', now)).toContain('2026');
  });
});
