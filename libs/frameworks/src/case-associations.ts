import {
  identity,
  integer,
  link,
  linkedIdentifier,
  readFields,
  referenceOf,
  text,
  uriFor,
} from './case-fields.js';
import type { FieldTable, Reference } from './case-fields.js';
import { ASSOCIATION_TYPES } from './case-types.js';
import type { AssociationType, CaseAssociation, CaseLink } from './case-types.js';
import { strictUri } from './case-formats.js';
import { circleInWords, circlesIn } from './circles.js';
import { fault, fieldOf, isAbsent, quoted } from './json-node.js';
import type { JsonNode } from './json-node.js';

/** A node of the package that links may lead to: an item or the document. */
export interface PackageNode {
  readonly identifier: string;
  readonly uri: string;
  /** How messages and links call it. */
  readonly name: string;
  readonly isDocument: boolean;
}

/** Finds the nodes of a package by what links say of them. */
export interface PackageNodes {
  readonly byIdentifier: ReadonlyMap<string, PackageNode>;
  readonly byUri: ReadonlyMap<string, PackageNode>;
  /** False where the CFDocument is missing: then what is not found may have been the document. */
  readonly hasDocument: boolean;
}

export interface ReadAssociation {
  readonly association: CaseAssociation;
  readonly node: JsonNode;
}

type FurtherFields = Pick<CaseAssociation, 'sequenceNumber' | 'CFAssociationGroupingURI'>;
const FURTHER_FIELDS: FieldTable<FurtherFields> = {
  sequenceNumber: integer,
  CFAssociationGroupingURI: link,
};
const LETTERS_ONLY = /[^a-z]/g;
const TYPE_BY_LETTERS: ReadonlyMap<string, AssociationType> = new Map(
  ASSOCIATION_TYPES.map((type) => [type.toLowerCase(), type]),
);

/** @param document with the identifier that links give it; null where the CFDocument is missing */
export function packageNodes(
  items: readonly PackageNode[],
  document: { readonly node: PackageNode; readonly linkedAs: string } | null,
): PackageNodes {
  const nodes = document === null ? items : [document.node, ...items];
  const alias = document === null ? [] : [[document.linkedAs, document.node] as const];
  return {
    byIdentifier: new Map([...alias, ...nodes.map((node) => [node.identifier, node] as const)]),
    byUri: new Map(nodes.map((node) => [node.uri, node])),
    hasDocument: document !== null,
  };
}

/**
 * Reads the CFAssociations. isChildOf has to join an item of the package to another or to the document, and not in a
 * circle; the other types may lead out of the package. What does not hold is noted.
 */
export function readAssociations(
  nodes: readonly JsonNode[],
  known: PackageNodes,
): readonly ReadAssociation[] {
  const read = nodes.map((node) => readAssociation(node, known)).filter((each) => each !== null);
  noteCircles(read, known);
  return read;
}

function readAssociation(node: JsonNode, known: PackageNodes): ReadAssociation | null {
  const associationType = readType(fieldOf(node, 'associationType'));
  const origin = readEnd(fieldOf(node, 'originNodeURI'), known);
  const destination = readEnd(fieldOf(node, 'destinationNodeURI'), known);
  const further = readFields(node, FURTHER_FIELDS);
  if (associationType === null || origin === null || destination === null) return null;
  const association = {
    ...identity(node, `${associationType} ${origin.identifier} ${destination.identifier}`),
    associationType,
    ...further,
    originNodeURI: origin,
    destinationNodeURI: destination,
  };
  return associationType === 'isChildOf' && !joinsNodes(node, association, known)
    ? null
    : { association, node };
}

/** "Is Child Of" counts as isChildOf; types of CASE 1.1, which 1.0 has no name for, as the general isRelatedTo. */
function readType(node: JsonNode): AssociationType | null {
  const given = text(node);
  if (given === null) return fault(node, 'This association does not say its type.');
  const type = TYPE_BY_LETTERS.get(given.toLowerCase().replaceAll(LETTERS_ONLY, ''));
  if (type !== undefined) return type;
  if (given === 'isTranslationOf' || given.startsWith('ext:')) return 'isRelatedTo';
  return fault(
    node,
    `${quoted(given)} is no type of association. There are ${ASSOCIATION_TYPES.join(', ')}.`,
  );
}

/** A link to a node of the package gets that node's identifier; one that leads elsewhere keeps its own, UUID or not. */
function readEnd(node: JsonNode, known: PackageNodes): CaseLink | null {
  const reference = referenceOf(node);
  if (reference === null)
    return isAbsent(node) ? fault(node, 'This end of the association is missing.') : null;
  const target = findNode(node, reference, known);
  return target === undefined ? linkOutside(node, reference) : linkWithin(reference, target);
}

function linkOutside(node: JsonNode, reference: Reference): CaseLink {
  const uuid = linkedIdentifier(node, reference);
  const identifier = reference.identifier ?? uuid;
  return {
    title: reference.title ?? reference.uri ?? identifier,
    identifier,
    uri: uriFor(reference.uri, uuid),
  };
}

/** A link of the file to a node of the package. */
export function linkWithin(reference: Reference, target: PackageNode): CaseLink {
  return {
    title: reference.title ?? target.name,
    identifier: target.identifier,
    uri: uriFor(reference.uri ?? target.uri, target.identifier),
  };
}

export function findNode(node: JsonNode, reference: Reference, known: PackageNodes): PackageNode | undefined {
  const uri = reference.uri === null ? null : strictUri(reference.uri);
  return known.byIdentifier.get(linkedIdentifier(node, reference)) ?? known.byUri.get(uri ?? '');
}

function joinsNodes(node: JsonNode, association: CaseAssociation, known: PackageNodes): boolean {
  const { originNodeURI, destinationNodeURI } = association;
  const origin = known.byIdentifier.get(originNodeURI.identifier);
  const destination = known.byIdentifier.get(destinationNodeURI.identifier);
  if (origin === undefined || origin.isDocument) {
    fault(fieldOf(node, 'originNodeURI'), `The child ${nameOf(originNodeURI)} is no item of this package.`);
  }
  if (destination === undefined && known.hasDocument) {
    const end = fieldOf(node, 'destinationNodeURI');
    fault(
      end,
      `The parent ${nameOf(destinationNodeURI)} is neither an item of this package nor its document.`,
    );
  }
  return origin !== undefined && !origin.isDocument && destination !== undefined;
}

function nameOf(end: CaseLink): string {
  return `${quoted(end.title)} (${quoted(end.identifier)})`;
}

function noteCircles(read: readonly ReadAssociation[], known: PackageNodes): void {
  const children = read.filter(({ association }) => association.associationType === 'isChildOf');
  const closing = new Map(children.map(({ association, node }) => [ends(association), node]));
  const parents = parentsOf(children.map(({ association }) => association));
  for (const circle of circlesIn(parents)) {
    const node = closing.get(`${circle.at(-1)} ${circle[0]}`);
    const names = circle
      .map((identifier) => known.byIdentifier.get(identifier)?.name ?? identifier)
      .map(quoted);
    if (node !== undefined) fault(node, `This makes a circle: ${circleInWords(names)}.`);
  }
}

function ends({ originNodeURI, destinationNodeURI }: CaseAssociation): string {
  return `${originNodeURI.identifier} ${destinationNodeURI.identifier}`;
}

/** The parents that isChildOf gives each child, in the order of the file. */
export function parentsOf(associations: readonly CaseAssociation[]): ReadonlyMap<string, readonly string[]> {
  const parents = new Map<string, string[]>();
  for (const { associationType, originNodeURI, destinationNodeURI } of associations) {
    if (associationType !== 'isChildOf') continue;
    const known = parents.get(originNodeURI.identifier);
    if (known === undefined) parents.set(originNodeURI.identifier, [destinationNodeURI.identifier]);
    else known.push(destinationNodeURI.identifier);
  }
  return parents;
}
