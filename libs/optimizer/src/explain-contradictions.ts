import { findContradictions } from '@alidade/cohorts';
import type { CohortProblem, Contradictions, NameOf } from '@alidade/cohorts';
import { loadHighsSolver } from './load-highs.js';

/**
 * Which rules of a problem cannot hold together, with HiGHS for the proof and a minimal set. Blocks the calling thread for
 * up to some seconds at 300 executives.
 */
export async function explainContradictions(
  problem: CohortProblem,
  nameOf?: NameOf,
): Promise<Contradictions> {
  const solver = await loadHighsSolver();
  return findContradictions(problem, nameOf ? { solver, nameOf } : { solver });
}
