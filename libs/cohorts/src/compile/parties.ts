import type { CohortProblem } from '../document/problem.js';

/** Executives who sit together, as indexes in the order of the document; most are alone. */
export interface Parties {
  readonly members: readonly (readonly number[])[];
  /** Party by executive. */
  readonly partyOf: Int32Array;
}

/** Joins the pairs that must be together; O(executives + pairs). */
export function partiesOf(problem: CohortProblem): Parties {
  const place = new Map(problem.executives.map(({ id }, i) => [id, i]));
  const root = Int32Array.from(problem.executives, (_, i) => i);
  const find = (i: number): number => {
    let at = i;
    while (root[at] !== at) at = root[at]!;
    return at;
  };
  for (const [a, b] of problem.rules.together) {
    const [x, y] = [find(place.get(a)!), find(place.get(b)!)];
    root[Math.max(x, y)] = Math.min(x, y);
  }
  const members: number[][] = [];
  const partyOf = new Int32Array(root.length);
  for (let i = 0; i < root.length; i++) {
    const first = find(i);
    if (first === i) {
      partyOf[i] = members.length;
      members.push([i]);
    } else {
      partyOf[i] = partyOf[first]!;
      members[partyOf[i]!]!.push(i);
    }
  }
  return { members, partyOf };
}
