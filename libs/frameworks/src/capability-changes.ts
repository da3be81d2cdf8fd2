import type { Capability, CapabilityFramework } from './framework.js';
import { predecessorsOf } from './predecessors.js';
import { sameJson } from './same-json.js';

type Capabilities = Pick<CapabilityFramework, 'capabilities'>;

/** Capabilities by what became of them; whole numbers from 0. */
export interface CapabilityChanges {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

/**
 * What a file has done to the capabilities that it names: created where the earlier version has none such (see
 * predecessorsOf), updated where anything of it is different, a time or a place too. What an export makes
 * where nothing was given is no difference: a URI, and the name as a definition.
 *
 * @param before the earlier version; without capabilities where there is none
 * @param after  the later version
 * @param codes  of the capabilities in the file, as they are in `after`; headings count like any other
 * @returns      three counts that add up to the number of codes that `after` has
 *
 * O(capabilities).
 * @example capabilityChanges(framework, framework, ['A']) // => { created: 0, updated: 0, unchanged: 1 }
 */
export function capabilityChanges(
  before: Capabilities,
  after: Capabilities,
  codes: Iterable<string>,
): CapabilityChanges {
  const named = new Set(codes);
  const old = predecessorsOf(before, after);
  let [created, updated, unchanged] = [0, 0, 0];
  for (const capability of after.capabilities) {
    if (!named.has(capability.code)) continue;
    const predecessor = old.get(capability.identifier);
    if (predecessor === undefined) created += 1;
    else if (isSame(predecessor, capability)) unchanged += 1;
    else updated += 1;
  }
  return { created, updated, unchanged };
}

function isSame(old: Capability, now: Capability): boolean {
  return sameJson({ ...defined(old), uri: old.uri ?? now.uri }, defined(now));
}

function defined(capability: Capability): Capability {
  const { definition, name } = capability;
  return { ...capability, definition: definition === '' ? name : definition };
}
