import { isRecord } from './json-node.js';

/** Whether two values are the same JSON; the order of fields, which a store may change, does not count. */
export function sameJson(a: unknown, b: unknown): boolean {
  return a === b || inOneOrder(a) === inOneOrder(b);
}

function inOneOrder(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    isRecord(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
