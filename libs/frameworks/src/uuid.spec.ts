import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sha1 } from './sha1.js';
import { caseUuid, uuidV5 } from './uuid.js';

const hexOf = (text: string) => Buffer.from(sha1(new TextEncoder().encode(text))).toString('hex');

describe('sha1', () => {
  it.each([
    // FIPS 180-2, appendix A, and the empty message.
    ['', 'da39a3ee5e6b4b0d3255bfef95601890afd80709'],
    ['abc', 'a9993e364706816aba3e25717850c26c9cd0d89d'],
    ['abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq', '84983e441c3bd26ebaae4aa1f95129e5e54670f1'],
    ['a'.repeat(1_000_000), '34aa973cd4c4daa4f61eeb2bdbad27316534016f'],
  ])('gives the published digest', (message, digest) => {
    expect(hexOf(message)).toBe(digest);
  });
  it('agrees with OpenSSL at every length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(Buffer.from(sha1(bytes)).toString('hex')).toBe(createHash('sha1').update(bytes).digest('hex'));
      }),
    );
  });
});

describe('uuidV5', () => {
  it('gives the UUID of the Python documentation for python.org in the DNS name space', () => {
    expect(uuidV5('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'python.org')).toBe(
      '886313e1-3b8a-5372-9b90-0c9aee199e5d',
    );
  });
});

describe('caseUuid', () => {
  const namespace = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';
  it('keeps a UUID of version 1 to 5 in lower case, with or without urn:uuid:', () => {
    const uuid = '886313e1-3b8a-5372-9b90-0c9aee199e5d';
    expect(caseUuid(` URN:UUID:${uuid.toUpperCase()} `, namespace)).toBe(uuid);
  });
  it('makes one of anything else, always the same in a name space and another in another', () => {
    const nil = '00000000-0000-0000-0000-000000000001';
    expect(caseUuid(nil, namespace)).toBe(uuidV5(namespace, nil));
    expect(caseUuid('ECQ1', namespace)).toBe(caseUuid('ECQ1', namespace));
    expect(caseUuid('ECQ1', namespace)).not.toBe(caseUuid('ECQ1', '886313e1-3b8a-5372-9b90-0c9aee199e5d'));
  });
  it('changes nothing in its own result', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(caseUuid(caseUuid(text, namespace), namespace)).toBe(caseUuid(text, namespace));
      }),
    );
  });
});
