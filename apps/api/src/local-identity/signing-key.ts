import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import type { JsonWebKey, KeyObject } from 'node:crypto';

/**
 * A new RSA key and the same as JWK. It goes through PEM, because exporting the very key that was generated can hang
 * for good: on Node 20 the export holds a lock that the collector, when it runs just then, takes again as it disposes
 * of the finished generation.
 */
export function newSigningKey(): { readonly key: KeyObject; readonly jwk: JsonWebKey } {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const key = createPrivateKey(privateKey);
  return { key, jwk: key.export({ format: 'jwk' }) };
}
