import { expect, it } from '@jest/globals';
import { createPublicKey, createSign, createVerify } from 'node:crypto';
import { newSigningKey } from './signing-key.js';

it('is a new key each time, the same in both forms', () => {
  const [{ key, jwk }, other] = [newSigningKey(), newSigningKey()];
  const signature = createSign('sha256').update('text').sign(key);
  const signedBy = ({ n, e, kty }: typeof jwk) =>
    createVerify('sha256')
      .update('text')
      .verify(createPublicKey({ key: { n: n ?? '', e: e ?? '', kty: kty ?? '' }, format: 'jwk' }), signature);
  expect(signedBy(jwk)).toBe(true);
  expect(signedBy(other.jwk)).toBe(false);
});
