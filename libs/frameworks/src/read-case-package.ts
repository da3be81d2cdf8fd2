import type { FieldFault } from '@alidade/errors';
import { anchoringCriteria, anchorsOf } from './case-anchors.js';
import { packageNodes, readAssociations } from './case-associations.js';
import type { PackageNode, ReadAssociation } from './case-associations.js';
import { uriFor } from './case-fields.js';
import { readDefinitions } from './case-definitions.js';
import { readDocument } from './case-document.js';
import type { ReadDocument } from './case-document.js';
import { readItems } from './case-items.js';
import type { ReadItem } from './case-items.js';
import { readRubrics } from './case-rubrics.js';
import { placesOf, treeAssociations } from './case-tree.js';
import type { CaseRubric } from './case-types.js';
import type { Capability, CapabilityFramework } from './framework.js';
import { fault, fieldOf, inWords, isAbsent, isRecord, recordsOf } from './json-node.js';
import type { JsonNode } from './json-node.js';
import { FRAMEWORK_NAMESPACE } from './uuid.js';

/** Either the framework and no fault, or no framework and at least one. */
export type CaseReading =
  | { readonly framework: CapabilityFramework; readonly faults: readonly [] }
  | { readonly framework: null; readonly faults: readonly FieldFault[] };

/** Of a package that says nowhere when it was changed. */
const UNKNOWN_TIME = '1970-01-01T00:00:00+00:00';

/**
 * The capability framework that a 1EdTech CASE 1.0 CFPackage describes, or everything that is wrong with the package.
 *
 * Lenient where the file can mean only one thing: numbers written as text and texts as numbers, null for absent, times
 * without a zone (UTC), one value for a list, links that are just a URI, "Is Child Of", a missing code (generated from
 * the identifier, the same each time), a missing short name (the statement, shortened), a missing time (the
 * document's), a missing or other than UUID identifier (the version 5 UUID of what is there; the URI keeps the
 * original), a missing isChildOf (at the top). Fields that CASE 1.0 does not know are left out.
 *
 * A capability's anchors are the levels of the first rubric criterion for it that has any: level = score, else
 * position, else place in the list; name = quality; description = description. A second parent, and criteria that
 * give no anchors, are kept for the export.
 *
 * @param json the parsed file, anything
 * @returns    the framework, complete and such that reading what writeCasePackage makes of it gives it again; or all
 *             faults, each with its JSONPath (RFC 9535, `$.CFItems[3].humanCodingScheme`) and a sentence: not an
 *             object, no CFDocument, title or creator, no items, an item without any statement, an identifier or code
 *             used twice, isChildOf from or to what is not in the package or in a circle, an unknown association type,
 *             a rubric for an item that is not there, a level off 1..5 or described twice, and values of the wrong kind
 * @throws     never, whatever the file holds
 *
 * 1EdTech, Competencies and Academic Standards Exchange (CASE) Service 1.0 (2017). O(n log n) in the records.
 * @example readCasePackage({ CFItems: [{}] }).faults[0] // => { path: '$.CFDocument', message: 'A package needs a CFDocument …' }
 */
export function readCasePackage(json: unknown): CaseReading {
  const faults: FieldFault[] = [];
  const root: JsonNode = {
    value: json,
    path: '$',
    reading: { faults, namespace: FRAMEWORK_NAMESPACE, lastChangeDateTime: UNKNOWN_TIME },
  };
  if (!isRecord(json)) {
    fault(root, `A CASE package is an object with a CFDocument, not ${inWords(json)}.`);
    return { framework: null, faults };
  }
  const framework = readFramework(root);
  return faults.length === 0 && framework !== null ? { framework, faults: [] } : { framework: null, faults };
}

/** With faults noted, what comes back is not to be used. Without a CFDocument the rest is still searched for faults. */
function readFramework(root: JsonNode): CapabilityFramework | null {
  const document = readDocument(fieldOf(root, 'CFDocument'));
  const content = withDocument(root, document);
  const list = fieldOf(content, 'CFItems');
  const items = readItems(recordsOf(list));
  if (isAbsent(list) || isEmptyList(list.value))
    fault(list, 'There is no item, so the package holds no capability.');
  const known = packageNodes(items.map(itemNode), documentNode(document));
  const associations = readAssociations(recordsOf(fieldOf(content, 'CFAssociations')), known);
  const rubrics = readRubrics(recordsOf(fieldOf(content, 'CFRubrics')), known);
  const definitions = readDefinitions(fieldOf(content, 'CFDefinitions'));
  noteDuplicates([...documentRecords(document, root), ...items.map(itemRecord)]);
  noteDuplicates(associations.map(({ association, node }) => ({ identifier: association.identifier, node })));
  noteDuplicates(rubrics.records);
  if (document === null) return null;
  return assemble(document, items, associations, { rubrics: rubrics.rubrics, definitions });
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function withDocument(root: JsonNode, document: ReadDocument | null): JsonNode {
  if (document === null) return root;
  const { identifier, lastChangeDateTime } = document.record;
  return { ...root, reading: { ...root.reading, namespace: identifier, lastChangeDateTime } };
}

function documentNode(document: ReadDocument | null): { node: PackageNode; linkedAs: string } | null {
  if (document === null) return null;
  const { record, linkedAs } = document;
  return {
    node: { identifier: record.identifier, uri: record.uri, name: record.title, isDocument: true },
    linkedAs,
  };
}

function itemNode({ capability: { identifier, uri, name } }: ReadItem): PackageNode {
  return { identifier, uri, name, isDocument: false };
}

interface PlacedRecord {
  readonly identifier: string;
  readonly node: JsonNode;
}

function documentRecords(document: ReadDocument | null, root: JsonNode): readonly PlacedRecord[] {
  if (document === null) return [];
  const node = fieldOf(root, 'CFDocument');
  return [...new Set([document.record.identifier, document.linkedAs])].map((identifier) => ({
    identifier,
    node,
  }));
}

function itemRecord({ capability, node }: ReadItem): PlacedRecord {
  return { identifier: capability.identifier, node };
}

function noteDuplicates(records: readonly PlacedRecord[]): void {
  const firstPath = new Map<string, string>();
  for (const { identifier, node } of records) {
    const first = firstPath.get(identifier);
    if (first === undefined) firstPath.set(identifier, node.path);
    else fault(fieldOf(node, 'identifier'), `The identifier ${identifier} is already used at ${first}.`);
  }
}

function assemble(
  { record, source }: ReadDocument,
  items: readonly ReadItem[],
  read: readonly ReadAssociation[],
  kept: Pick<CapabilityFramework, 'rubrics' | 'definitions'>,
): CapabilityFramework {
  const associations = read.map(({ association }) => association);
  const { identifier: caseIdentifier, ...described } = record;
  const capabilities = placedCapabilities(items, associations, caseIdentifier, kept.rubrics);
  const document = { title: record.title, identifier: caseIdentifier, uri: record.uri };
  return {
    caseIdentifier,
    ...described,
    source,
    capabilities,
    associations: treeAssociations(associations, { document, capabilities, newUri: urnOf }),
    ...kept,
  };
}

function urnOf(identifier: string): string {
  return uriFor(null, identifier);
}

function placedCapabilities(
  items: readonly ReadItem[],
  associations: CapabilityFramework['associations'],
  document: string,
  rubrics: readonly CaseRubric[],
): readonly (Capability & { readonly uri: string })[] {
  const identifiers = items.map(({ capability }) => capability.identifier);
  const places = placesOf(identifiers, associations, document);
  const criteria = anchoringCriteria(rubrics);
  return items.map(({ capability }, index) => {
    const criterion = criteria.get(capability.identifier);
    const place = places.get(capability.identifier) ?? { parentIdentifier: null, position: index + 1 };
    return { ...capability, ...place, anchors: criterion === undefined ? [] : anchorsOf(criterion) };
  });
}
