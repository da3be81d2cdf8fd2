import type { Capability, CapabilityFramework } from './framework.js';

/**
 * The capabilities as an outline reads: each parent before its children, siblings by their positions.
 *
 * @param framework a tree, as readCasePackage and frameworkWithRows give it
 * @returns         each capability once
 *
 * O(n log n).
 * @example inTreeOrder(framework).map(({ code }) => code) // => ['ECQ1', 'ECQ1.1', 'ECQ1.2', 'ECQ2']
 */
export function inTreeOrder({
  capabilities,
}: Pick<CapabilityFramework, 'capabilities'>): readonly Capability[] {
  const families = new Map<string | null, Capability[]>();
  for (const capability of capabilities) {
    const family = families.get(capability.parentIdentifier);
    if (family === undefined) families.set(capability.parentIdentifier, [capability]);
    else family.push(capability);
  }
  const lastFirst = (parent: string | null): readonly Capability[] =>
    (families.get(parent) ?? []).toSorted((a, b) => b.position - a.position);
  const ordered: Capability[] = [];
  const waiting = [...lastFirst(null)];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    ordered.push(next);
    waiting.push(...lastFirst(next.identifier));
  }
  return ordered;
}
