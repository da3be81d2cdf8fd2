import type { Capability, CapabilityFramework } from './framework.js';

type Capabilities = Pick<CapabilityFramework, 'capabilities'>;

/**
 * Which capability of an earlier version each capability is: that of its identifier; without one, that of its code,
 * unless that one is still there under another code. So a capability keeps what refers to it when its code changes, and
 * when a publisher gives all of them new identifiers.
 *
 * @param before the earlier version; without capabilities where there is none
 * @param after  the later version
 * @returns      by identifier in `after`; a new capability is absent
 *
 * O(capabilities).
 * @example predecessorsOf(framework, framework).get(identifier) // => the capability of that identifier
 */
export function predecessorsOf(before: Capabilities, after: Capabilities): ReadonlyMap<string, Capability> {
  const byIdentifier = new Map(before.capabilities.map((each) => [each.identifier, each]));
  const byCode = new Map(before.capabilities.map((each) => [each.code, each]));
  const there = new Set(after.capabilities.map(({ identifier }) => identifier));
  return new Map(
    after.capabilities.flatMap(({ identifier, code }) => {
      const same = byIdentifier.get(identifier);
      if (same !== undefined) return [[identifier, same]];
      const namesake = byCode.get(code);
      return namesake === undefined || there.has(namesake.identifier) ? [] : [[identifier, namesake]];
    }),
  );
}
