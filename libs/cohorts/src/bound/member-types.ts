import type { CompiledProblem } from '../compile/compiled-problem.js';

/** Executives whose location and further attributes are the same pay the same for them: their type's prices are summed once. */
export interface MemberTypes {
  readonly count: number;
  /** By executive. */
  readonly typeOf: Int32Array;
  /** An executive of each type, to read its attributes from. */
  readonly example: Int32Array;
  /** Attributes that types tell apart; the others are summed for each executive. */
  readonly within: readonly number[];
  readonly others: readonly number[];
}

const MOST_TYPES = 96;

/** Takes in one attribute after the other, those of the fewest values first, while the types stay few. */
export function memberTypesOf(problem: CompiledProblem): MemberTypes {
  const { attributeCount, attributeValue, executiveCount, location } = problem;
  let typeOf = location;
  let count = 1 + location.reduce((most, l) => Math.max(most, l), 0);
  const within: number[] = [];
  const bySize = Array.from({ length: attributeCount }, (_, a) => a).toSorted(
    (a, b) => valuesOf(problem, a) - valuesOf(problem, b) || a - b,
  );
  for (const a of bySize) {
    const places = new Map<string, number>();
    const finer = new Int32Array(executiveCount);
    for (let i = 0; i < executiveCount; i++) {
      const key = `${typeOf[i]} ${attributeValue[i * attributeCount + a]}`;
      if (!places.has(key)) places.set(key, places.size);
      finer[i] = places.get(key)!;
    }
    if (places.size > MOST_TYPES) continue;
    within.push(a);
    typeOf = finer;
    count = places.size;
  }
  const example = new Int32Array(count).fill(-1);
  typeOf.forEach((type, i) => (example[type] = i));
  return { count, typeOf, example, within, others: bySize.filter((a) => !within.includes(a)) };
}

function valuesOf({ attributeCount, attributeValue, executiveCount }: CompiledProblem, a: number): number {
  const values = new Set<number>();
  for (let i = 0; i < executiveCount; i++) values.add(attributeValue[i * attributeCount + a]!);
  return values.size;
}
