import { createHmac } from 'node:crypto';

/** Bytes of an HMAC: enough that no two raters of a subject ever share one. */
const KEY_BYTES = 16;

/**
 * What tells the raters of one subject apart, and nothing else once the round's secret is destroyed. Made of the
 * subject too, so that nobody can tell that two subjects were rated by the same person.
 */
export const raterKeyOf = (secret: Buffer, subject: string, rater: string): Buffer =>
  createHmac('sha256', secret).update(`${subject}\0${rater}`).digest().subarray(0, KEY_BYTES);
