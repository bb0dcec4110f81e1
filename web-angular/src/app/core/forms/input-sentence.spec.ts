import { Component } from '@angular/core';
import { describe, expect, it } from 'vitest';

import { stage } from '../../../testing/stage';
import { injectInputSentence } from './input-sentence';

@Component({ template: '' })
class Form {
  readonly sentence = injectInputSentence();
}

const fields = { shares: () => undefined };

describe('What is wrong with a value', () => {
  it('is said in the language of the page, with its limits, beside the field', async () => {
    const { fixture } = await stage(Form, { locale: 'de' });
    const fault = { code: 'OUT_OF_RANGE', message: '', path: ['input', 'shares'], min: 0, max: 1_000_000 };

    expect(fixture.componentInstance.sentence(fault, fields)).toEqual({
      fieldTree: fields.shares,
      message: 'Bitte einen Wert von 0 bis 1.000.000.',
    });
  });

  it('is said for the form as a whole when it has no such field', async () => {
    const { fixture } = await stage(Form);
    const fault = { code: 'REQUIRED', message: '', path: 'somewhere.else' };

    expect(fixture.componentInstance.sentence(fault, fields)).toBe('Please fill this in.');
  });

  it('is left to the server when it is newer than the page', async () => {
    const { fixture } = await stage(Form, { locale: 'de' });
    const fault = { code: 'NOT_YET_INVENTED', message: 'This is not it.', path: [] };

    expect(fixture.componentInstance.sentence(fault, fields)).toBe('This is not it.');
  });
});
