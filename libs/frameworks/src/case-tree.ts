import type { CaseAssociation, CaseLink } from './case-types.js';
import type { Capability } from './framework.js';
import { uuidV5 } from './uuid.js';

/** A capability as far as its place goes; its URI is made where it had none. */
type Placed = Pick<
  Capability,
  'identifier' | 'name' | 'lastChangeDateTime' | 'parentIdentifier' | 'position'
> & {
  readonly uri: string;
};

/** Where a capability stands: its parent (null: at the top) and its place among the siblings. */
export type Place = Pick<Capability, 'parentIdentifier' | 'position'>;

/**
 * The place of each item. Its parent is that of its first isChildOf; without one, or under the document, it is at the
 * top. Its position is the sequence number where every sibling has one of its own, else 1, 2, 3 … by sequence number,
 * those without one last, in the order of the items.
 *
 * @param identifiers  of the items, in the order of the file
 * @param associations each isChildOf joins an item to an item or to the document
 * @param document     identifier of the document
 * @returns            a place for every item
 *
 * O(n log n).
 */
export function placesOf(
  identifiers: readonly string[],
  associations: readonly CaseAssociation[],
  document: string,
): ReadonlyMap<string, Place> {
  const links = firstParentLinks(associations);
  const families = new Map<
    string | null,
    { readonly identifier: string; readonly sequence: number | null }[]
  >();
  for (const identifier of identifiers) {
    const parent = links.get(identifier)?.destinationNodeURI.identifier ?? document;
    const key = parent === document ? null : parent;
    const sibling = { identifier, sequence: links.get(identifier)?.sequenceNumber ?? null };
    const family = families.get(key);
    if (family === undefined) families.set(key, [sibling]);
    else family.push(sibling);
  }
  const places = new Map<string, Place>();
  for (const [parentIdentifier, siblings] of families) {
    const numbers = new Set(siblings.map(({ sequence }) => sequence));
    const numbered = numbers.size === siblings.length && !numbers.has(null);
    siblings
      .toSorted((a, b) => (a.sequence ?? Infinity) - (b.sequence ?? Infinity) || 0)
      .forEach(({ identifier, sequence }, index) => {
        places.set(identifier, {
          parentIdentifier,
          position: numbered ? (sequence ?? index + 1) : index + 1,
        });
      });
  }
  return places;
}

/** The isChildOf that says a capability's place: the first of its own. */
function firstParentLinks(associations: readonly CaseAssociation[]): ReadonlyMap<string, CaseAssociation> {
  const first = new Map<string, CaseAssociation>();
  for (const association of associations) {
    const { associationType, originNodeURI } = association;
    if (associationType === 'isChildOf' && !first.has(originNodeURI.identifier)) {
      first.set(originNodeURI.identifier, association);
    }
  }
  return first;
}

/** What the associations of a framework are made of. */
export interface TreeContext {
  /** The document, as a link. */
  readonly document: CaseLink;
  readonly capabilities: readonly Placed[];
  /** URI of an association that has to be made. */
  readonly newUri: (identifier: string) => string;
}

/**
 * The associations that agree with where the capabilities stand now: the first isChildOf of each leads to its parent
 * and has its position as sequence number, and is made where there is none; isChildOf of or to what is no longer there
 * is left out; everything else stays as it is, in its order. Applied to its own result it changes nothing.
 *
 * O(associations + capabilities).
 */
export function treeAssociations(
  associations: readonly CaseAssociation[],
  context: TreeContext,
): readonly CaseAssociation[] {
  const byIdentifier = new Map(context.capabilities.map((capability) => [capability.identifier, capability]));
  const waiting = new Map(byIdentifier);
  const isThere = ({ identifier }: CaseLink) =>
    identifier === context.document.identifier || byIdentifier.has(identifier);
  const parentOf = ({ parentIdentifier }: Placed): CaseLink => {
    const parent = parentIdentifier === null ? undefined : byIdentifier.get(parentIdentifier);
    return parent === undefined ? context.document : linkTo(parent);
  };
  const kept = associations.flatMap((association) => {
    if (association.associationType !== 'isChildOf') return [association];
    const { originNodeURI, destinationNodeURI } = association;
    const capability = waiting.get(originNodeURI.identifier);
    if (capability === undefined)
      return isThere(originNodeURI) && isThere(destinationNodeURI) ? [association] : [];
    waiting.delete(capability.identifier);
    return [withPlace(association, capability, parentOf(capability))];
  });
  return [...kept, ...Array.from(waiting.values(), (each) => newParentLink(each, parentOf(each), context))];
}

function linkTo({ name, identifier, uri }: Placed): CaseLink {
  return { title: name, identifier, uri };
}

function withPlace(association: CaseAssociation, capability: Placed, parent: CaseLink): CaseAssociation {
  const moved = association.destinationNodeURI.identifier !== parent.identifier;
  return {
    ...association,
    sequenceNumber: capability.position,
    ...(moved ? { destinationNodeURI: parent, lastChangeDateTime: capability.lastChangeDateTime } : {}),
  };
}

function newParentLink(capability: Placed, parent: CaseLink, context: TreeContext): CaseAssociation {
  const identifier = uuidV5(context.document.identifier, `isChildOf ${capability.identifier}`);
  return {
    identifier,
    uri: context.newUri(identifier),
    lastChangeDateTime: capability.lastChangeDateTime,
    associationType: 'isChildOf',
    sequenceNumber: capability.position,
    originNodeURI: linkTo(capability),
    destinationNodeURI: parent,
  };
}
