import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from 'vitest';

import { alma, nobody, type Stage, stage } from '../../../testing/stage';
import { Texts } from '../../core/i18n/texts';
import { Arrival, ownAddress } from './arrival';

@Component({ template: '' })
class Page {}

/** At the door, before anybody has signed in. */
const atTheDoor = (): Promise<Stage<Page>> =>
  stage(Page, { session: nobody, locale: 'de', routes: [{ path: '', component: Page }] });

describe('The language after signing in', () => {
  it('is that of the account', async () => {
    await atTheDoor();
    await TestBed.inject(Arrival).welcome(alma);
    expect(TestBed.inject(Texts).locale()).toBe('en');
  });

  it('is what was chosen at the door, which goes into the account', async () => {
    const { request } = await atTheDoor();
    const texts = TestBed.inject(Texts);
    texts.chosenAtTheDoor = 'de';
    await TestBed.inject(Arrival).welcome(alma);

    expect(texts.locale()).toBe('de');
    expect((await request('PATCH', '/auth/profile')).request.body).toEqual({ language: 'DE' });
    expect(texts.chosenAtTheDoor).toBeNull();
  });
});

describe('The way back after signing in', () => {
  it.each(['/c/lindenhof', '/account?tab=1'])('leads to %s', (address) => {
    expect(ownAddress(address)).toBe(address);
  });

  it.each(['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example', 'javascript:alert(1)', ''])(
    'never leads elsewhere: %s',
    (address) => {
      expect(ownAddress(address)).toBeNull();
    },
  );
});
