import { sha1 } from './sha1.js';

const LONGEST_NAME = 80;
/** Crockford's: no letter that is taken for a digit. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SHORTEST_SUFFIX = 6;

/**
 * A name for a capability that only has a statement: the statement on one line, whole up to 80 characters,
 * else its first words and an ellipsis, together at most 80.
 */
export function shortName(statement: string): string {
  const line = statement.trim().replace(/\s+/g, ' ');
  const characters = Array.from(line);
  if (characters.length <= LONGEST_NAME) return line;
  const start = characters.slice(0, LONGEST_NAME).join('');
  const lastSpace = start.lastIndexOf(' ');
  const words = lastSpace > 0 ? start.slice(0, lastSpace) : characters.slice(0, LONGEST_NAME - 1).join('');
  return `${words}…`;
}

/**
 * A code for a capability without one: `C-` and six characters made from its identifier, so the same capability gets
 * the same code each time its package is read; longer where another code of the package is the same.
 *
 * @param identifier the capability's
 * @param taken      the codes that are in use; the new one is none of them
 */
export function generatedCode(identifier: string, taken: ReadonlySet<string>): string {
  const letters = Array.from(sha1(new TextEncoder().encode(identifier)), (byte) => ALPHABET[byte % 32]).join(
    '',
  );
  for (let length = SHORTEST_SUFFIX; length < letters.length; length++) {
    const code = `C-${letters.slice(0, length)}`;
    if (!taken.has(code)) return code;
  }
  return `C-${identifier}`;
}
