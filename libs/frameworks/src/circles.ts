/**
 * The circles in "is a child of": what would make a tree endless.
 *
 * @param parentsOf the parents of each node; a node that is not a key has none
 * @returns         one circle per link that closes one, as its nodes, each a child of the next and the last of the first;
 *                  a node that is its own parent is a circle of one
 *
 * Depth-first search with an explicit trail, so a long chain does not overflow the stack.
 * O(nodes + links), and the length of each circle on top.
 */
export function* circlesIn(parentsOf: ReadonlyMap<string, readonly string[]>): Generator<readonly string[]> {
  const done = new Set<string>();
  for (const start of parentsOf.keys()) {
    if (!done.has(start)) yield* circlesAbove(start, parentsOf, done);
  }
}

function* circlesAbove(
  start: string,
  parentsOf: ReadonlyMap<string, readonly string[]>,
  done: Set<string>,
): Generator<readonly string[]> {
  const trail = [{ node: start, next: 0 }];
  const onTrail = new Map([[start, 0]]);
  for (let top = trail.at(-1); top !== undefined; top = trail.at(-1)) {
    const parent = parentsOf.get(top.node)?.[top.next++];
    if (parent === undefined) {
      trail.pop();
      onTrail.delete(top.node);
      done.add(top.node);
      continue;
    }
    const met = onTrail.get(parent);
    if (met !== undefined) yield trail.slice(met).map(({ node }) => node);
    else if (!done.has(parent)) {
      onTrail.set(parent, trail.length);
      trail.push({ node: parent, next: 0 });
    }
  }
}

const NAMES_SHOWN = 10;

/** "A is under B is under A", cut where it is long. */
export function circleInWords(names: readonly string[]): string {
  const shown = names.length > NAMES_SHOWN ? [...names.slice(0, NAMES_SHOWN - 1), '…', names.at(-1)] : names;
  return [...shown, names[0]].join(' is under ');
}
