import { identity, readFields, text } from './case-fields.js';
import type { FieldTable } from './case-fields.js';
import type {
  CaseAssociationGrouping,
  CaseConcept,
  CaseDefinitions,
  CaseItemType,
  CaseLicense,
  CaseSubject,
} from './case-types.js';
import { fault, fieldOf, inWords, isAbsent, isRecord, recordsOf } from './json-node.js';
import type { JsonNode, Reader } from './json-node.js';

const DEFINITIONS: FieldTable<CaseDefinitions> = {
  CFConcepts: listOf(readConcept),
  CFSubjects: listOf(readSubject),
  CFLicenses: listOf(readLicense),
  CFItemTypes: listOf(readItemType),
  CFAssociationGroupings: listOf(readNamed),
};

/**
 * Reads the CFDefinitions; null where the package has none. What CASE requires and a file leaves out is filled from
 * what it says: a description from the title, a hierarchy code from the place in the list, a license's text from its
 * description.
 */
export function readDefinitions(node: JsonNode): CaseDefinitions | null {
  if (isAbsent(node)) return null;
  if (!isRecord(node.value)) return fault(node, `An object is expected here, not ${inWords(node.value)}.`);
  return readFields(node, DEFINITIONS);
}

function listOf<T>(read: (node: JsonNode, index: number) => T): Reader<readonly T[]> {
  return (node) => (isAbsent(node) ? null : recordsOf(node).map(read));
}

function readNamed(node: JsonNode): CaseAssociationGrouping {
  const title = text(fieldOf(node, 'title')) ?? text(fieldOf(node, 'typeCode'));
  if (title === null) fault(fieldOf(node, 'title'), 'This definition has no title.');
  const further = readFields<{ readonly description?: string }>(node, { description: text });
  return { ...identity(node, `${node.path} ${title}`), title: title ?? '', ...further };
}

function readSubject(node: JsonNode, index: number): CaseSubject {
  return { ...readNamed(node), hierarchyCode: text(fieldOf(node, 'hierarchyCode')) ?? String(index + 1) };
}

function readConcept(node: JsonNode, index: number): CaseConcept {
  return {
    ...readSubject(node, index),
    ...readFields<{ readonly keywords?: string }>(node, { keywords: text }),
  };
}

function readItemType(node: JsonNode, index: number): CaseItemType {
  const subject = readSubject(node, index);
  const further = readFields<{ readonly typeCode?: string }>(node, { typeCode: text });
  return { ...subject, description: subject.description ?? subject.title, ...further };
}

function readLicense(node: JsonNode): CaseLicense {
  const named = readNamed(node);
  return { ...named, licenseText: text(fieldOf(node, 'licenseText')) ?? named.description ?? named.title };
}
