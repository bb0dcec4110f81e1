import { describe, expect, it } from 'vitest';

import { ownAddress } from './arrival';

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
