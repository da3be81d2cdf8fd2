/**
 * A seed for what has a name, so that the same report on the same data gives the same figures: FNV-1a, 32 bits, over
 * the UTF-8 bytes of the text.
 *
 * @param text anything, such as the ids of a cohort, a capability and two rounds
 * @returns    0..2^32 − 1
 *
 * Fowler, Noll & Vo, The FNV non-cryptographic hash (www.isthe.com/chongo/tech/comp/fnv). O(length).
 *
 * @example seedFromText('foobar') // => 0xbf9cf968
 */
export function seedFromText(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
