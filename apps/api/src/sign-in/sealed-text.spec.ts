import { describe, expect, it } from '@jest/globals';
import { TextSeal } from './sealed-text.js';

const SECRET = 's'.repeat(32);

describe('a sealed text', () => {
  it('opens under the same secret for the same purpose, and shows nothing before', () => {
    const sealed = new TextSeal(SECRET, 'tokens').seal('ald_äöü');
    expect(sealed).not.toContain('ald');
    expect(new TextSeal(SECRET, 'tokens').open(sealed)).toBe('ald_äöü');
  });

  it('is another each time', () => {
    const seal = new TextSeal(SECRET, 'tokens');
    expect(seal.seal('x')).not.toBe(seal.seal('x'));
  });

  it('does not open under another secret, for another purpose, or when it was changed', () => {
    const sealed = new TextSeal(SECRET, 'tokens').seal('x');
    expect(() => new TextSeal('t'.repeat(32), 'tokens').open(sealed)).toThrow(/authenticate/);
    expect(() => new TextSeal(SECRET, 'else').open(sealed)).toThrow(/authenticate/);
    const bytes = Buffer.from(sealed, 'base64url');
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) + 1;
    expect(() => new TextSeal(SECRET, 'tokens').open(bytes.toString('base64url'))).toThrow(/authenticate/);
  });
});
