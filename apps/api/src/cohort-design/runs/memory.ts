import type { CohortProblem } from '@alidade/cohorts';
import { UseCaseError } from '@alidade/errors';

const MB = 1024 * 1024;
/** Estimates from above: a whole process took 111 MB at 5,000 × 200 and 226 MB at 20,000 × 800 (BENCHMARKS.md). */
const BYTES = { ofAny: 64 * MB, ofPair: 96, ofExecutive: 12_000 } as const;

/**
 * Memory that solving a problem takes at most, in bytes: it grows with the pairs of an executive and a cohort open to
 * their leadership level and language.
 *
 * O(leadership levels × languages × (executives + cohorts)).
 */
function memoryNeeded({ executives, cohorts }: CohortProblem): number {
  const kinds = new Map<
    string,
    { readonly level: string; readonly languages: readonly string[]; people: number }
  >();
  for (const { leadershipLevel, languages } of executives) {
    const key = [leadershipLevel, ...languages].join(' ');
    const kind = kinds.get(key) ?? { level: leadershipLevel, languages, people: 0 };
    kind.people += 1;
    kinds.set(key, kind);
  }
  let pairs = 0;
  for (const { level, languages, people } of kinds.values())
    for (const { leadershipLevels, language } of cohorts)
      if (leadershipLevels.includes(level) && languages.includes(language)) pairs += people;
  return BYTES.ofAny + pairs * BYTES.ofPair + executives.length * BYTES.ofExecutive;
}

/** How many megabytes one run may take, as the process was told. */
export class MemoryLimit {
  constructor(readonly mb: number) {}
}

/** @throws UseCaseError INVALID_INPUT saying by how much a problem is too large */
export function requireFitting(problem: CohortProblem, limitMb: number): void {
  const needed = Math.ceil(memoryNeeded(problem) / MB);
  if (needed <= limitMb) return;
  const { executives, cohorts } = problem;
  throw new UseCaseError(
    'INVALID_INPUT',
    `This design is too large to be solved: ${executives.length} candidates and ${cohorts.length} cohorts would take ${needed} MB, and a run may take ${limitMb}. Split it, e.g. by leadership level.`,
  );
}
