import { sha1 } from './sha1.js';

/** Lower case, versions 1 to 5: what CASE 1.0 allows as an identifier. */
const CASE_UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** The name space of identifiers that Alidade makes where no document gives one. */
export const FRAMEWORK_NAMESPACE = 'b2a4c1f6-53d8-4f0e-9a77-6c1f0d2e8b35';

/**
 * The UUID that a name has within a name space: the same two always give the same UUID.
 *
 * @param namespace a UUID, any version
 * @param name      any text
 * @returns         a version 5 UUID in lower case
 *
 * RFC 9562, section 5.5. O(length of name).
 */
export function uuidV5(namespace: string, name: string): string {
  const text = new TextEncoder().encode(name);
  const message = new Uint8Array(16 + text.length);
  message.set(bytesOf(namespace));
  message.set(text, 16);
  const bytes = sha1(message).subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function bytesOf(uuid: string): Uint8Array {
  return Uint8Array.from(uuid.replaceAll('-', '').match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

/**
 * The identifier under which CASE can carry a given one: itself where it is a UUID of version 1 to 5 (in lower case),
 * else the version 5 UUID of its text within the name space. Applied to its own result it changes nothing.
 *
 * @param identifier any text; surrounding space and a leading `urn:uuid:` do not count
 * @param namespace  a UUID; the same identifier of two documents stays two
 * @returns          a UUID that CASE 1.0 allows
 */
export function caseUuid(identifier: string, namespace: string): string {
  const bare = identifier.trim().replace(/^urn:uuid:/i, '');
  const lower = bare.toLowerCase();
  return CASE_UUID.test(lower) ? lower : uuidV5(namespace, bare);
}
