/** One fault of a document and where it stands, as a JSONPath (RFC 9535). */
export interface DocumentFault {
  readonly path: string;
  readonly message: string;
}

/** One value of the document, where it stands, and the faults found so far. */
export interface DocumentNode {
  readonly value: unknown;
  readonly path: string;
  readonly faults: DocumentFault[];
}

export interface NumberRange {
  readonly min?: number;
  readonly max?: number;
  readonly whole?: boolean;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isAbsent = ({ value }: DocumentNode): boolean => value === undefined || value === null;

export function fault(node: DocumentNode, message: string): void {
  node.faults.push({ path: node.path, message });
}

export function fieldOf(node: DocumentNode, name: string): DocumentNode {
  const value = isRecord(node.value) && Object.hasOwn(node.value, name) ? node.value[name] : undefined;
  return { value, path: `${node.path}.${name}`, faults: node.faults };
}

/** Notes it when the value is no object. */
export function isObject(node: DocumentNode): boolean {
  if (isRecord(node.value)) return true;
  fault(node, `An object is expected here, not ${inWords(node.value)}.`);
  return false;
}

/** The elements of a list. Absent: none, and a fault unless it is optional. */
export function elementsOf(node: DocumentNode, optional = false): readonly DocumentNode[] {
  if (Array.isArray(node.value))
    return node.value.map((value: unknown, i) => ({
      value,
      path: `${node.path}[${i}]`,
      faults: node.faults,
    }));
  if (!(optional && isAbsent(node))) fault(node, `A list is expected here, not ${inWords(node.value)}.`);
  return [];
}

/** The entries of an object; absent: none, and a fault. */
export function entriesOf(node: DocumentNode): readonly (readonly [string, DocumentNode])[] {
  if (!isObject(node) || !isRecord(node.value)) return [];
  return Object.entries(node.value).map(([name, value]) => [
    name,
    { value, path: `${node.path}[${JSON.stringify(name)}]`, faults: node.faults },
  ]);
}

/** Refuses fields that nothing reads: a misspelled rule would silently not bind. */
export function allowFields(node: DocumentNode, names: readonly string[]): void {
  if (!isRecord(node.value)) return;
  for (const name of Object.keys(node.value))
    if (!names.includes(name))
      fault(fieldOf(node, name), `There is no field "${name}" here; known are ${names.join(', ')}.`);
}

export function readText(node: DocumentNode): string {
  if (typeof node.value === 'string' && node.value !== '') return node.value;
  fault(node, `A text is expected here, not ${inWords(node.value)}.`);
  return '';
}

/** @returns the number, or NaN after noting why it is none */
export function readNumber(node: DocumentNode, range: NumberRange = {}): number {
  const { value } = node;
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    fault(node, `A number is expected here, not ${inWords(value)}.`);
    return Number.NaN;
  }
  const outside = outsideRange(value, range);
  if (outside === null) return value;
  fault(node, outside);
  return Number.NaN;
}

function outsideRange(value: number, range: NumberRange): string | null {
  const { min = -Infinity, max = Infinity, whole = false } = range;
  if (value >= min && value <= max && (!whole || Number.isInteger(value))) return null;
  const kind = whole ? 'A whole number' : 'A number';
  return `${kind}${boundsInWords(min, max)} is expected here, not ${value}.`;
}

function boundsInWords(min: number, max: number): string {
  if (min === -Infinity) return '';
  return max === Infinity ? ` from ${min}` : ` from ${min} to ${max}`;
}

export function readOptional<T>(node: DocumentNode, read: (node: DocumentNode) => T): T | null {
  return isAbsent(node) ? null : read(node);
}

export function readFlag(node: DocumentNode): boolean {
  if (isAbsent(node)) return false;
  if (typeof node.value === 'boolean') return node.value;
  fault(node, `true or false is expected here, not ${inWords(node.value)}.`);
  return false;
}

/** Reads the id of something that must be among those known. */
export function readReference(node: DocumentNode, known: ReadonlySet<string>, kind: string): string {
  const id = readText(node);
  if (id !== '' && !known.has(id)) fault(node, `There is no ${kind} "${id}".`);
  return id;
}

/** Reads ids and notes those used twice. */
export function readIds(nodes: readonly DocumentNode[], kind: string): readonly string[] {
  const first = new Map<string, string>();
  return nodes.map((node) => {
    const id = readText(node);
    const before = first.get(id);
    if (before !== undefined && id !== '') fault(node, `The ${kind} "${id}" is already named at ${before}.`);
    else first.set(id, node.path);
    return id;
  });
}

function inWords(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string') return value === '' ? 'an empty text' : 'text';
  return `a ${typeof value}`;
}
