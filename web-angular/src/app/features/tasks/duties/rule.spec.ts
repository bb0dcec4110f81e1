import { Component } from '@angular/core';
import { describe, expect, it } from 'vitest';

import { stage } from '../../../../testing/stage';
import type { Locale } from '../../../core/i18n/locales';
import type { TextSource } from '../../../core/i18n/texts';
import { readRule, writeRule } from './rule';
import { choiceOf, ruleOf } from './rule-choice';
import { injectRuleWords } from './rule-words';

const texts: readonly [string, TextSource] = [
  'duties',
  { en: () => import('./i18n/en.json'), de: () => import('./i18n/de.json') },
];
// A Saturday.
const first = '2026-12-05';

@Component({ template: '' })
class Words {
  readonly of = injectRuleWords();
}

const words = async (rule: string, locale: Locale = 'en') => {
  const { fixture } = await stage(Words, { texts, locale });
  return fixture.componentInstance.of(rule, first);
};

describe('A rule in words', () => {
  it.each([
    ['FREQ=DAILY', 'every day'],
    ['FREQ=DAILY;INTERVAL=3', 'every 3 days'],
    ['FREQ=WEEKLY;BYDAY=SA', 'every Saturday'],
    ['FREQ=WEEKLY', 'every Saturday'],
    ['FREQ=WEEKLY;BYDAY=TH,MO;WKST=MO', 'every Monday and Thursday'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', 'every 2 weeks on Monday'],
    ['FREQ=MONTHLY;BYDAY=-1SA', 'monthly on the last Saturday'],
    ['FREQ=MONTHLY;BYDAY=SA;BYSETPOS=-1', 'monthly on the last Saturday'],
    ['FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU', 'every 3 months on the second Tuesday'],
    ['FREQ=MONTHLY;BYMONTHDAY=15', 'monthly on day 15'],
    ['RRULE:freq=monthly', 'monthly on day 5'],
  ])('%s is %s', async (rule, sentence) => expect(await words(rule)).toBe(sentence));

  it.each([
    ['FREQ=WEEKLY;BYDAY=SA', 'jeden Samstag'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', 'alle 2 Wochen am Montag'],
    ['FREQ=MONTHLY;BYDAY=-1SA', 'monatlich am letzten Samstag'],
    ['FREQ=MONTHLY;BYMONTHDAY=15', 'monatlich am 15.'],
  ])('%s ist %s', async (rule, sentence) => expect(await words(rule, 'de')).toBe(sentence));

  it.each([
    'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24',
    'FREQ=WEEKLY;BYDAY=SA;COUNT=5',
    'FREQ=WEEKLY;BYDAY=SA;UNTIL=20270101',
    'FREQ=MONTHLY;BYDAY=SA',
    'FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=1',
    'FREQ=MONTHLY;BYDAY=5SA',
    'FREQ=MONTHLY;BYMONTHDAY=-1',
    'FREQ=WEEKLY;BYDAY=XX',
    'FREQ=DAILY;INTERVAL=0',
    'every Saturday',
  ])('%s is shown as it is written', async (rule) => expect(await words(rule)).toBe(rule));
});

describe('The fields of a rule', () => {
  it.each([
    'FREQ=DAILY;INTERVAL=2',
    'FREQ=WEEKLY;BYDAY=MO,TH',
    'FREQ=MONTHLY;BYMONTHDAY=31',
    'FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR',
    'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24',
  ])('give %s back as it was', (rule) => expect(ruleOf(choiceOf(rule, first))).toBe(rule));

  it('begin with the weekday of the first day', () =>
    expect(ruleOf(choiceOf(null, first))).toBe('FREQ=WEEKLY;BYDAY=SA'));

  it('write what they read', () => {
    const rule = readRule('FREQ=WEEKLY;INTERVAL=4;BYDAY=SU', first);
    expect(rule && writeRule(rule)).toBe('FREQ=WEEKLY;INTERVAL=4;BYDAY=SU');
  });
});
