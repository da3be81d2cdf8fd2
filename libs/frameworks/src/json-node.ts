import type { FieldFault } from '@alidade/errors';

/** What readers of one package share. */
interface Reading {
  /** Every fault found so far; readers add to it and go on. */
  readonly faults: FieldFault[];
  /** Name space of the identifiers that have to be made: the document's own. */
  readonly namespace: string;
  /** Of a record that gives no time of its own: the document's. */
  readonly lastChangeDateTime: string;
}

/** One value of the file and where it stands, as a JSONPath (RFC 9535). */
export interface JsonNode {
  readonly value: unknown;
  readonly path: string;
  readonly reading: Reading;
}

/** Reads a value; null where it is absent, or faulty, which it has then noted. */
export type Reader<T> = (node: JsonNode) => T | null;

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Notes a fault; returns null, for a reader to return. */
export function fault(node: JsonNode, message: string): null {
  node.reading.faults.push({ path: node.path, message });
  return null;
}

export function isAbsent(node: JsonNode): boolean {
  return node.value === undefined || node.value === null;
}

export function fieldOf(node: JsonNode, name: string): JsonNode {
  const value = isRecord(node.value) && Object.hasOwn(node.value, name) ? node.value[name] : undefined;
  return { value, path: `${node.path}.${name}`, reading: node.reading };
}

/** The records of a list; what is no record is noted and left out. An absent list has none. */
export function recordsOf(node: JsonNode): readonly JsonNode[] {
  if (isAbsent(node)) return [];
  if (!Array.isArray(node.value)) {
    fault(node, `A list is expected here, not ${inWords(node.value)}.`);
    return [];
  }
  return elementsOf(node, node.value).filter((element) => {
    if (isRecord(element.value)) return true;
    fault(element, `An object is expected here, not ${inWords(element.value)}.`);
    return false;
  });
}

export function elementsOf(node: JsonNode, values: readonly unknown[]): readonly JsonNode[] {
  return values.map((value, index) => ({ value, path: `${node.path}[${index}]`, reading: node.reading }));
}

export function inWords(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  return typeof value === 'string' ? 'text' : `a ${typeof value}`;
}

const LONGEST_QUOTE = 60;

/** Text of the file for a message: cut where it is long, and without what could not be stored or shown. */
export function quoted(text: string): string {
  const characters = Array.from(text.replaceAll(/\p{Cc}|\p{Surrogate}/gu, '\uFFFD'));
  const cut =
    characters.length > LONGEST_QUOTE ? [...characters.slice(0, LONGEST_QUOTE - 1), '…'] : characters;
  return `"${cut.join('')}"`;
}
