import type { CapabilityFramework, Capability } from './framework.js';
import { quoted } from './json-node.js';
import { predecessorsOf } from './predecessors.js';
import type { CaseReading } from './read-case-package.js';
import { withKeptCriteria } from './kept-criteria.js';
import { sameJson } from './same-json.js';
import { isBaseUri, writeCasePackage } from './write-case-package.js';

/** Stands in for an exporter's address where no export can be meant. */
const NOWHERE = 'https://alidade.invalid';

/**
 * The framework after its package came in again, in whatever version: all that the package says replaces what was there.
 * A capability that the package no longer has stays as it was, after its siblings, since requirements and ratings may
 * refer to it; unless another one now has its code, which then takes its place (see predecessorsOf).
 *
 * @param framework the newest version there is
 * @param packaged  the same framework (by caseIdentifier) as readCasePackage gives it
 * @returns         the very framework given where an export of both would be the same, so that the same file twice, and
 *                  an export that comes back, change nothing; times that the package gives count. Faults: a capability
 *                  that takes another code, which belongs to one that the package no longer has
 *
 * O(n log n) in the records.
 * @example frameworkWithPackage(framework, framework).framework // => framework
 */
export function frameworkWithPackage(
  framework: CapabilityFramework,
  packaged: CapabilityFramework,
): CaseReading {
  const successors = successorsIn(framework, packaged);
  const named = new Set(packaged.capabilities.map(({ identifier }) => identifier));
  const absent = framework.capabilities.filter(
    ({ identifier }) => !named.has(identifier) && !successors.has(identifier),
  );
  const faults = codeFaults(absent, packaged);
  if (faults.length > 0) return { framework: null, faults };
  const after = withKept(packaged, placedLast(absent, packaged, successors), framework);
  return { framework: exportSame(framework, after) ? framework : after, faults: [] };
}

/** Identifier now, by identifier before, of what has a new one. */
function successorsIn(
  framework: CapabilityFramework,
  packaged: CapabilityFramework,
): ReadonlyMap<string, string> {
  return new Map(
    Array.from(
      predecessorsOf(framework, packaged),
      ([now, { identifier }]) => [identifier, now] as const,
    ).filter(([before, now]) => before !== now),
  );
}

function codeFaults(
  absent: readonly Capability[],
  packaged: CapabilityFramework,
): Extract<CaseReading, { framework: null }>['faults'] {
  const absentCodes = new Set(absent.map(({ code }) => code));
  return packaged.capabilities.flatMap(({ code }, index) =>
    absentCodes.has(code)
      ? [
          {
            path: `$.CFItems[${index}].humanCodingScheme`,
            message: `The code ${quoted(code)} belongs to a capability that this package no longer has and that is kept.`,
          },
        ]
      : [],
  );
}

/** Behind the siblings that the package gives, in their old order; where there is room already, they do not move. */
function placedLast(
  kept: readonly Capability[],
  packaged: CapabilityFramework,
  successors: ReadonlyMap<string, string>,
): readonly Capability[] {
  const last = new Map<string | null, number>();
  for (const { parentIdentifier, position } of packaged.capabilities)
    last.set(parentIdentifier, Math.max(position, last.get(parentIdentifier) ?? position));
  return kept
    .toSorted((a, b) => a.position - b.position)
    .map((capability) => {
      const { parentIdentifier: parent } = capability;
      const parentIdentifier = parent === null ? null : (successors.get(parent) ?? parent);
      const position = Math.max(capability.position, (last.get(parentIdentifier) ?? -Infinity) + 1);
      last.set(parentIdentifier, position);
      return { ...capability, parentIdentifier, position };
    });
}

function withKept(
  packaged: CapabilityFramework,
  kept: readonly Capability[],
  { associations, rubrics }: CapabilityFramework,
): CapabilityFramework {
  if (kept.length === 0) return packaged;
  const identifiers = new Set(kept.map(({ identifier }) => identifier));
  const there = new Set(packaged.associations.map(({ identifier }) => identifier));
  const relations = associations.filter(
    ({ identifier, originNodeURI }) => identifiers.has(originNodeURI.identifier) && !there.has(identifier),
  );
  return {
    ...packaged,
    capabilities: [...packaged.capabilities, ...kept],
    associations: [...packaged.associations, ...relations],
    rubrics: withKeptCriteria(packaged.rubrics, rubrics, identifiers),
  };
}

function exportSame(framework: CapabilityFramework, after: CapabilityFramework): boolean {
  const base = exporterOf(after);
  return sameJson(writeCasePackage(framework, base), writeCasePackage(after, base));
}

/** Where the package was exported, as far as its document's address tells. */
function exporterOf({ uri, caseIdentifier }: CapabilityFramework): string {
  const end = `/CFDocuments/${caseIdentifier}`;
  const base = uri?.endsWith(end) === true ? uri.slice(0, -end.length) : NOWHERE;
  return isBaseUri(base) ? base : NOWHERE;
}
