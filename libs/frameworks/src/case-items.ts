import { date, firstLink, identity, readFields, text, texts } from './case-fields.js';
import type { FieldTable } from './case-fields.js';
import type { CaseItemFields } from './case-types.js';
import { generatedCode, shortName } from './capability-names.js';
import type { Capability } from './framework.js';
import { LONGEST_CODE } from './framework.js';
import { fault, fieldOf, quoted } from './json-node.js';
import type { JsonNode } from './json-node.js';

const ITEM_FIELDS: FieldTable<CaseItemFields> = {
  alternativeLabel: text,
  listEnumeration: text,
  conceptKeywords: texts(/\|/),
  conceptKeywordsURI: firstLink,
  notes: text,
  language: text,
  educationLevel: texts(/,/),
  CFItemTypeURI: firstLink,
  licenseURI: firstLink,
  statusStartDate: date,
  statusEndDate: date,
};

/** A capability without its place in the tree and its anchors, which other parts of a package say. */
export interface ReadItem {
  readonly capability: Omit<Capability, 'parentIdentifier' | 'position' | 'anchors'> & {
    readonly uri: string;
  };
  readonly node: JsonNode;
}

/** Reads the CFItems; an item without any statement and a second one of the same code are noted. */
export function readItems(nodes: readonly JsonNode[]): readonly ReadItem[] {
  const codes = readCodes(nodes);
  const taken = new Set(codes.filter((code) => code !== null));
  return nodes.map((node, index) => readItem(node, codes[index] ?? null, taken));
}

function readCodes(nodes: readonly JsonNode[]): readonly (string | null)[] {
  const firstPath = new Map<string, string>();
  return nodes.map((node) => {
    const field = fieldOf(node, 'humanCodingScheme');
    const code = text(field)?.trim() ?? null;
    if (code === null) return null;
    const first = firstPath.get(code);
    if (first === undefined) firstPath.set(code, field.path);
    else fault(field, `The code ${quoted(code)} is already used at ${first}.`);
    if (code.length > LONGEST_CODE) fault(field, `This code is longer than ${LONGEST_CODE} characters.`);
    return code;
  });
}

function readItem(node: JsonNode, givenCode: string | null, taken: Set<string>): ReadItem {
  const statements = readStatements(node);
  const record = identity(node, givenCode ?? statements.definition);
  const code = givenCode ?? generatedCode(record.identifier, taken);
  taken.add(code);
  const source = readFields(node, ITEM_FIELDS);
  return {
    capability: {
      ...record,
      ...statements,
      code,
      kind: text(fieldOf(node, 'CFItemType')) ?? source.CFItemTypeURI?.title ?? null,
      source: withOldNames(node, source),
    },
    node,
  };
}

function readStatements(node: JsonNode): Pick<Capability, 'name' | 'definition'> {
  const full = text(fieldOf(node, 'fullStatement'));
  const short = text(fieldOf(node, 'abbreviatedStatement'));
  const definition = full ?? short;
  if (definition === null) {
    fault(
      node,
      'This item has neither a fullStatement nor an abbreviatedStatement, so nothing says what it is.',
    );
  }
  return { name: short?.trim() ?? shortName(definition ?? ''), definition: definition ?? '' };
}

/** OpenSALT once wrote educationalLevel. */
function withOldNames(node: JsonNode, source: CaseItemFields): CaseItemFields {
  if (source.educationLevel !== undefined) return source;
  const educationLevel = ITEM_FIELDS.educationLevel(fieldOf(node, 'educationalLevel'));
  return educationLevel === null ? source : { ...source, educationLevel };
}
