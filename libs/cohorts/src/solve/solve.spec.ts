import { describe, expect, it } from '@jest/globals';
import { handWorkedProblem } from '../../../../test/problems/cohort-problem.js';
import { MANY, randomCohortProblem } from '../../../../test/problems/random-cohort-problem.js';
import type { RandomSize } from '../../../../test/problems/random-cohort-problem.js';
import { Effort, readProblem, refereeOf, solve, SolutionStatus } from '../index.js';
import type { CohortProblem, Placement } from '../index.js';

const QUICK = { seed: 1, effort: Effort.Quick } as const;
const STANDARD = { seed: 1, effort: Effort.Standard } as const;
const random = (seed: number, size: RandomSize) => readProblem(randomCohortProblem(seed, size));
const seeds = (count: number, from = 1) => Array.from({ length: count }, (_, k) => from + k);

/** The best plan by trying every one with the referee alone; null: every one breaks a rule. */
function byBruteForce(problem: CohortProblem): number | null {
  const referee = refereeOf(problem);
  let best: number | null = null;
  const visit = (i: number, placements: readonly Placement[]): void => {
    const executive = problem.executives[i];
    if (!executive) {
      const { objective, brokenRules } = referee(placements);
      if (brokenRules.length === 0 && (best === null || objective > best)) best = objective;
      return;
    }
    visit(i + 1, placements);
    for (const { id } of problem.cohorts)
      visit(i + 1, [...placements, { executive: executive.id, cohort: id }]);
  };
  visit(0, []);
  return best;
}

describe('solve', () => {
  it('never returns a plan that breaks a rule or is worth more than its bound', () => {
    let plans = 0;
    for (const seed of seeds(100 * MANY)) {
      const problem = random(seed, { executives: 5 + (seed % 40), cohorts: 1 + (seed % 6) });
      const { evaluation, bound, placements } = solve(problem, QUICK);
      if (!evaluation) continue;
      plans++;
      const again = refereeOf(problem)(placements);
      expect([seed, again.brokenRules]).toEqual([seed, []]);
      expect(again.objective).toBe(evaluation.objective);
      expect(bound).toBeGreaterThanOrEqual(evaluation.objective);
    }
    expect(plans).toBeGreaterThan(40);
  });
  it('finds what brute force finds, and says that there is no plan where it finds none', () => {
    const kinds = { plan: 0, none: 0 };
    for (const seed of seeds(60 * MANY, 1000)) {
      const problem = random(seed, { executives: 3 + (seed % 5), cohorts: 1 + (seed % 3) });
      const expected = byBruteForce(problem);
      const { status, evaluation, bound } = solve(problem, QUICK);
      kinds[expected === null ? 'none' : 'plan']++;
      const best = expected?.toFixed(9);
      expect([seed, status, evaluation?.objective.toFixed(9), bound?.toFixed(9)]).toEqual([
        seed,
        best === undefined ? SolutionStatus.Infeasible : SolutionStatus.Optimal,
        best,
        best,
      ]);
    }
    expect(kinds.none).toBeGreaterThan(5);
    expect(kinds.plan).toBeGreaterThan(20);
  });
  it('has a bound that no plan passes, also where it is not searched to the end', () => {
    for (const seed of seeds(12, 50)) {
      const problem = random(seed, { executives: 20, cohorts: 3 });
      const quick = solve(problem, QUICK);
      const standard = solve(problem, STANDARD);
      const bound = quick.bound ?? Infinity;
      expect(bound).toBeGreaterThanOrEqual((standard.evaluation?.objective ?? 0) - 1e-9);
    }
  });
  it('gives the same answer for the same problem, seed and effort', () => {
    const problem = random(7, { executives: 60, cohorts: 5 });
    expect(solve(problem, QUICK)).toEqual(solve(problem, QUICK));
  });
  it('gives the same value whatever ids are called and in whatever order the file has them', () => {
    for (const seed of seeds(15, 300)) {
      const document = randomCohortProblem(seed, { executives: 9, cohorts: 3 });
      const value = solve(readProblem(document), STANDARD).evaluation?.objective.toFixed(9);
      const renamed = JSON.parse(JSON.stringify(document).replaceAll(/"([EC])(\d+)"/g, '"other-$1-$2"'));
      renamed.executives.reverse();
      renamed.cohorts.reverse();
      const other = solve(readProblem(renamed), STANDARD).evaluation?.objective.toFixed(9);
      expect([seed, other]).toEqual([seed, value]);
    }
  });
  it('takes a problem without anybody or any cohort', () => {
    const document = handWorkedProblem();
    const nobody = solve(readProblem({ ...document, executives: [] }), QUICK);
    const nothing = solve(readProblem({ ...document, cohorts: [] }), QUICK);
    expect([nobody.status, nothing.status]).toEqual([SolutionStatus.Optimal, SolutionStatus.Optimal]);
    expect([nobody.placements, nothing.placements]).toEqual([[], []]);
  });
  it('names a lock into a cohort for which somebody is not eligible', () => {
    const document = handWorkedProblem();
    document.rules['locked'] = [{ executive: 'dia', cohort: 'steer' }];
    expect(solve(readProblem(document), QUICK)).toMatchObject({
      status: SolutionStatus.Infeasible,
      contradictions: [
        { rule: 'locked', sentence: 'dia is locked into steer.' },
        {
          rule: 'leadershipLevel',
          sentence: 'dia may not sit in steer: it is not open to their leadership level.',
        },
      ],
    });
  });
  it('stops when it is told to and keeps the best plan so far', () => {
    const problem = random(6, { executives: 60, cohorts: 5 });
    const phases: string[] = [];
    const solution = solve(problem, {
      ...STANDARD,
      onProgress: ({ phase }) => {
        phases.push(phase);
        return phase !== 'search';
      },
    });
    expect(phases.filter((phase) => phase === 'search')).toHaveLength(1);
    expect(solution.evaluation?.brokenRules ?? []).toEqual([]);
  });
});
