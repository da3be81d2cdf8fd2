import type { CapabilityRow } from './capability-rows.js';
import { parentsOf } from './case-associations.js';
import { circlesIn } from './circles.js';
import { defaultLevelName } from './framework.js';
import type { Capability, CapabilityFramework, LevelAnchor } from './framework.js';
import { caseUuid, FRAMEWORK_NAMESPACE, uuidV5 } from './uuid.js';

/** A row names a parent that is neither among the rows nor in the framework. */
export class UnknownParentCodeError extends Error {
  override readonly name = 'UnknownParentCodeError';
  constructor(code: string, parentCode: string) {
    super(`The parent ${parentCode} of ${code} is not in the framework.`);
  }
}

/**
 * A framework without capabilities, to add those of a file to.
 *
 * @param about.id                 any key of the framework that never changes; a UUID of version 1 to 5 becomes its CASE
 *                                 identifier, anything else the version 5 UUID made of it
 * @param about.lastChangeDateTime RFC 3339 with a zone
 *
 * O(1).
 * @example emptyFramework({ id, title: 'Sales', creator: 'Example AG', lastChangeDateTime }).capabilities // => []
 */
export function emptyFramework(about: {
  readonly id: string;
  readonly title: string;
  readonly creator: string;
  readonly lastChangeDateTime: string;
}): CapabilityFramework {
  const { id, title, creator, lastChangeDateTime } = about;
  const caseIdentifier = caseUuid(id, FRAMEWORK_NAMESPACE);
  return {
    caseIdentifier,
    title,
    creator,
    uri: null,
    lastChangeDateTime,
    capabilities: [],
    source: {},
    associations: [],
    rubrics: [],
    definitions: null,
  };
}

/**
 * The framework after a capabilities file: a row changes the capability of its code or adds one; what a row does not
 * say, and capabilities that the file does not name, stay as they are. A new capability without a parent is at the top.
 * A new capability, and one whose parent changed, comes after its siblings; the others keep their positions. An anchor
 * keeps its name, a new one is called as on the proficiency scale ("Intermediate").
 *
 * @param framework          as readCasePackage, emptyFramework or this function gives it
 * @param rows               without faults by capabilityFromRow and capabilityRowFaults
 * @param lastChangeDateTime RFC 3339 with a zone; of the framework and of the capabilities that change
 * @returns                  the very framework given where the rows change nothing, so that the same file twice changes
 *                           nothing the second time. New identifiers are version 5 UUIDs from the framework's CASE
 *                           identifier and the code. Where a changed parent would make a circle with second parents
 *                           that a CASE package gave, all second parents are dropped.
 * @throws UnknownParentCodeError when a parent is neither among the rows nor in the framework
 *
 * O(capabilities + rows + associations).
 * @example frameworkWithRows(emptyFramework(about), [row], time).capabilities[0]?.position // => 1
 */
export function frameworkWithRows(
  framework: CapabilityFramework,
  rows: readonly CapabilityRow[],
  lastChangeDateTime: string,
): CapabilityFramework {
  const before = new Map(framework.capabilities.map((capability) => [capability.code, capability]));
  const identifiers = identifiersByCode(framework, rows);
  const places = new Places(framework.capabilities);
  const after = new Map(before);
  for (const row of rows) {
    const old = before.get(row.code);
    const parentIdentifier = parentOf(row, old, identifiers);
    const isPlaced = old !== undefined && old.parentIdentifier === parentIdentifier;
    const position = isPlaced ? old.position : places.nextUnder(parentIdentifier);
    const capability = withRow(old ?? newCapability(row, identifiers), row, { parentIdentifier, position });
    if (!areEqual(capability, old)) after.set(row.code, { ...capability, lastChangeDateTime });
  }
  const capabilities = [...after.values()];
  if (capabilities.every((capability) => before.get(capability.code) === capability)) return framework;
  return withoutCircles({ ...framework, capabilities, lastChangeDateTime });
}

function identifiersByCode(
  { caseIdentifier, capabilities }: CapabilityFramework,
  rows: readonly CapabilityRow[],
): ReadonlyMap<string, string> {
  const identifiers = new Map(capabilities.map(({ code, identifier }) => [code, identifier]));
  const taken = new Set(identifiers.values());
  for (const { code } of rows) {
    if (identifiers.has(code)) continue;
    let identifier = uuidV5(caseIdentifier, code);
    // A package may have given the capability that once had this code another one.
    while (taken.has(identifier)) identifier = uuidV5(caseIdentifier, identifier);
    identifiers.set(code, identifier);
    taken.add(identifier);
  }
  return identifiers;
}

/** Hands out positions after the last sibling. */
class Places {
  readonly #last = new Map<string | null, number>();

  constructor(capabilities: readonly Capability[]) {
    for (const { parentIdentifier, position } of capabilities) {
      this.#last.set(parentIdentifier, Math.max(position, this.#last.get(parentIdentifier) ?? 0));
    }
  }

  nextUnder(parent: string | null): number {
    const position = (this.#last.get(parent) ?? 0) + 1;
    this.#last.set(parent, position);
    return position;
  }
}

function parentOf(
  { code, parentCode }: CapabilityRow,
  old: Capability | undefined,
  identifiers: ReadonlyMap<string, string>,
): string | null {
  if (parentCode === null) return old?.parentIdentifier ?? null;
  const parent = identifiers.get(parentCode);
  if (parent === undefined) throw new UnknownParentCodeError(code, parentCode);
  return parent;
}

function newCapability({ code, name }: CapabilityRow, identifiers: ReadonlyMap<string, string>): Capability {
  return {
    identifier: identifiers.get(code) ?? '',
    code,
    name,
    definition: '',
    parentIdentifier: null,
    position: 0,
    kind: null,
    anchors: [],
    uri: null,
    lastChangeDateTime: '',
    source: {},
  };
}

function withRow(
  capability: Capability,
  row: CapabilityRow,
  place: Pick<Capability, 'parentIdentifier' | 'position'>,
): Capability {
  const definition = row.definition ?? capability.definition;
  return {
    ...capability,
    name: row.name,
    definition,
    ...place,
    anchors: anchorsWith(capability.anchors, row),
  };
}

function anchorsWith(anchors: readonly LevelAnchor[], { levels }: CapabilityRow): readonly LevelAnchor[] {
  const byLevel = new Map(anchors.map((anchor) => [anchor.level, anchor]));
  for (const { level, description } of levels) {
    const old = byLevel.get(level);
    if (description === old?.description) continue;
    byLevel.set(level, { level, name: old?.name ?? defaultLevelName(level), description });
  }
  return [...byLevel.values()].toSorted((a, b) => a.level - b.level);
}

/** What withRow makes has its fields in the order of what it was made from, whatever that is. */
function areEqual(capability: Capability, old: Capability | undefined): boolean {
  return JSON.stringify(capability) === JSON.stringify(old);
}

/** Second parents, which only a CASE package gives, may not close a circle with the tree as it is now. */
function withoutCircles(framework: CapabilityFramework): CapabilityFramework {
  const { capabilities, associations } = framework;
  const tree = new Map(
    capabilities.map(({ identifier, parentIdentifier }) => [identifier, parentIdentifier]),
  );
  const seen = new Set<string>();
  const second = new Set(
    associations.filter(({ associationType, originNodeURI }) => {
      if (associationType !== 'isChildOf') return false;
      const isSecond = seen.has(originNodeURI.identifier);
      seen.add(originNodeURI.identifier);
      return isSecond;
    }),
  );
  if (second.size === 0) return framework;
  const others = parentsOf([...second]);
  const parents = new Map(
    Array.from(tree, ([child, parent]) => [
      child,
      [...(parent === null ? [] : [parent]), ...(others.get(child) ?? [])],
    ]),
  );
  const hasCircle = circlesIn(parents).next().done === false;
  return hasCircle
    ? { ...framework, associations: associations.filter((each) => !second.has(each)) }
    : framework;
}
