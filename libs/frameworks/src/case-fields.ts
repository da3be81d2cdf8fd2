import { isUnstorable, strictDate, strictDateTime, strictUri } from './case-formats.js';
import type { CaseLink, CaseRecord } from './case-types.js';
import { elementsOf, fault, fieldOf, inWords, isAbsent, isRecord, quoted } from './json-node.js';
import type { JsonNode, Reader } from './json-node.js';
import { caseUuid, uuidV5 } from './uuid.js';

const UUID_AT_THE_END = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const INT32 = { min: -(2 ** 31), max: 2 ** 31 - 1 };

/** One reader for each field of T. */
export type FieldTable<T> = { readonly [K in keyof T]-?: Reader<NonNullable<T[K]>> };

/** The fields of a record that are there; names that the table does not know are left out. */
export function readFields<T extends object>(node: JsonNode, table: FieldTable<T>): Partial<T> {
  const fields: Partial<T> = {};
  for (const name in table) {
    const value = table[name](fieldOf(node, name));
    if (value !== null) fields[name] = value;
  }
  return fields;
}

/** Text as it stands; a number becomes text, blank text is absent. */
export function text(node: JsonNode): string | null {
  const { value } = node;
  if (isAbsent(node)) return null;
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') return fault(node, `Text is expected here, not ${inWords(value)}.`);
  if (isUnstorable(value))
    return fault(node, 'This text holds NUL or half of a character, which cannot be stored.');
  return value.trim() === '' ? null : value;
}

/** Several texts, or one text of several with a separator between them. */
export function texts(separator: RegExp): Reader<readonly string[]> {
  return (node) => {
    if (Array.isArray(node.value)) {
      return elementsOf(node, node.value)
        .map(text)
        .filter((each) => each !== null);
    }
    const parts = text(node)?.split(separator);
    return parts?.map((part) => part.trim()).filter((part) => part !== '') ?? null;
  };
}

const DECIMAL = /^[+-]?\d+(?:\.\d+)?$/;

/** A number, also one written as text. */
export function decimal(node: JsonNode): number | null {
  const { value } = node;
  if (isAbsent(node) || (typeof value === 'string' && value.trim() === '')) return null;
  const number = typeof value === 'string' && DECIMAL.test(value.trim()) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) {
    const found = typeof value === 'string' ? quoted(value) : inWords(value);
    return fault(node, `A number is expected here, not ${found}.`);
  }
  // Zero loses its sign, which JSON does not keep.
  return number + 0;
}

/** A whole number of 32 bits, also one written as text. */
export function integer(node: JsonNode): number | null {
  const number = decimal(node);
  if (number === null) return null;
  return Number.isInteger(number) && number >= INT32.min && number <= INT32.max
    ? number
    : fault(node, `A whole number is expected here, not ${number}.`);
}

export function date(node: JsonNode): string | null {
  const given = text(node);
  if (given === null) return null;
  return strictDate(given) ?? fault(node, `${quoted(given)} is not a day, which is written as 2026-03-31.`);
}

function dateTime(node: JsonNode): string | null {
  const given = text(node);
  if (given === null) return null;
  const message = `${quoted(given)} is not a time, which is written as 2026-03-31T12:00:00+00:00.`;
  return strictDateTime(given) ?? fault(node, message);
}

/** A web address; one without a scheme is taken as https. */
export function url(node: JsonNode): string | null {
  const given = text(node);
  if (given === null) return null;
  return (
    strictUri(given) ?? strictUri(`https://${given}`) ?? fault(node, `${quoted(given)} is not an address.`)
  );
}

/**
 * A link to another record: an object with title, identifier and URI, of which one of the last two is enough,
 * or just its URI as text.
 */
export function link(node: JsonNode): CaseLink | null {
  const reference = referenceOf(node);
  if (reference === null) return null;
  const identifier = linkedIdentifier(node, reference);
  return {
    title: reference.title ?? reference.uri ?? identifier,
    identifier,
    uri: uriFor(reference.uri, identifier),
  };
}

/** Several links; a single one stands for a list of one. */
export function links(node: JsonNode): readonly CaseLink[] | null {
  if (isAbsent(node)) return null;
  const nodes = Array.isArray(node.value) ? elementsOf(node, node.value) : [node];
  return nodes.map(link).filter((each) => each !== null);
}

/** The one link that CASE 1.0 has room for, also of a list. */
export function firstLink(node: JsonNode): CaseLink | null {
  return links(node)?.[0] ?? null;
}

/** What a link says, as it says it. */
export interface Reference {
  readonly title: string | null;
  readonly identifier: string | null;
  readonly uri: string | null;
}

export function referenceOf(node: JsonNode): Reference | null {
  if (isAbsent(node)) return null;
  if (!isRecord(node.value)) {
    const uri = text(node);
    return uri === null ? null : { title: null, identifier: null, uri };
  }
  const [title, identifier, uri] = [
    text(fieldOf(node, 'title')),
    text(fieldOf(node, 'identifier')),
    text(fieldOf(node, 'uri')),
  ];
  if (identifier === null && uri === null)
    return fault(node, 'This link has neither an identifier nor a URI.');
  return { title, identifier, uri };
}

/**
 * What every record has, made where it is missing.
 *
 * @param seed what tells the record apart when it has neither identifier nor URI
 */
export function identity(node: JsonNode, seed: string): CaseRecord {
  const uri = text(fieldOf(node, 'uri'));
  const given = { title: null, identifier: text(fieldOf(node, 'identifier')), uri };
  const isNamed = given.identifier !== null || uri !== null;
  const identifier = isNamed ? linkedIdentifier(node, given) : uuidV5(node.reading.namespace, seed);
  return {
    identifier,
    uri: uriFor(uri, identifier),
    lastChangeDateTime: dateTime(fieldOf(node, 'lastChangeDateTime')) ?? node.reading.lastChangeDateTime,
  };
}

/** The identifier of a record, or of what a link leads to: that given, else the UUID at the end of the URI, else one made of the URI. */
export function linkedIdentifier(node: JsonNode, { identifier, uri }: Reference): string {
  const given = identifier ?? UUID_AT_THE_END.exec(uri?.trim() ?? '')?.[0] ?? uri ?? '';
  return caseUuid(given, node.reading.namespace);
}

/** A name of its own under the identifier, where no URI was given or none can be made of what was. */
export function uriFor(given: string | null, identifier: string): string {
  return (given === null ? null : strictUri(given)) ?? `urn:uuid:${identifier}`;
}
