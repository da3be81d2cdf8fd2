import { describe, expect, it } from '@jest/globals';
import {
  ContradictionStatus,
  Effort,
  findContradictions,
  MipStatus,
  readProblem,
  refereeOf,
  solve,
  solveExactly,
  SolutionStatus,
} from '@alidade/cohorts';
import type { CohortProblem } from '@alidade/cohorts';
import { handWorkedProblem } from '../../../test/problems/cohort-problem.js';
import { MANY, randomCohortProblem } from '../../../test/problems/random-cohort-problem.js';
import { explainContradictions, loadHighsSolver, optimize } from './index.js';

const LIMITS = { nodes: 100_000 } as const;
const seeds = (count: number, from: number) => Array.from({ length: count * MANY }, (_, k) => from + k);
const random = (seed: number, executives: number, cohorts: number) =>
  readProblem(randomCohortProblem(seed, { executives, cohorts }));

describe('the exact model', () => {
  it('agrees with the search to the end about the best plan and about whether there is one', async () => {
    const solver = await loadHighsSolver();
    for (const seed of seeds(25, 2000)) {
      const problem = random(seed, 4 + (seed % 7), 1 + (seed % 3));
      const found = solve(problem, { seed: 1, effort: Effort.Quick });
      const exact = solveExactly(problem, solver, LIMITS);
      expect([seed, exact.status === MipStatus.Infeasible]).toEqual([
        seed,
        found.status === SolutionStatus.Infeasible,
      ]);
      if (found.evaluation === null) continue;
      const evaluation = refereeOf(problem)(exact.placements);
      expect([seed, evaluation.brokenRules]).toEqual([seed, []]);
      expect(evaluation.objective).toBeCloseTo(found.evaluation.objective, 6);
    }
  });
  it('is never beaten by a plan of the search, and never above its bound', async () => {
    const solver = await loadHighsSolver();
    for (const seed of seeds(3, 3000)) {
      const problem = random(seed, 24, 3);
      const { evaluation, bound } = solve(problem, { seed: 1, effort: Effort.Quick });
      const exact = solveExactly(problem, solver, LIMITS);
      if (evaluation === null || bound === null) continue;
      const { objective } = refereeOf(problem)(exact.placements);
      expect(objective).toBeGreaterThanOrEqual(evaluation.objective - 1e-6);
      expect(objective).toBeLessThanOrEqual(bound + 1e-6);
    }
  });
});

describe('optimize', () => {
  it('proves the best plan of a small problem at thorough effort', async () => {
    const statuses = new Set<string>();
    for (const seed of [80, 81, 82, 83]) {
      const problem = random(seed, 20, 3);
      const { status, bound, evaluation } = await optimize(problem, { seed: 1, effort: Effort.Thorough });
      statuses.add(status);
      expect([seed, bound]).toEqual([seed, evaluation?.objective ?? null]);
    }
    expect([...statuses].toSorted()).toEqual([SolutionStatus.Infeasible, SolutionStatus.Optimal]);
  });
  it('answers with the best so far when it is aborted', async () => {
    const problem = random(6, 60, 5);
    const aborted = AbortSignal.abort();
    const { evaluation } = await optimize(problem, { seed: 1, effort: Effort.Standard, signal: aborted });
    expect(evaluation?.brokenRules ?? []).toEqual([]);
  });
});

const needs = (change: (document: ReturnType<typeof handWorkedProblem>) => void): CohortProblem => {
  const document = handWorkedProblem();
  change(document);
  return readProblem(document);
};

describe('explainContradictions', () => {
  it('says that a plan is possible where there is one', async () => {
    const { status, rules } = await explainContradictions(readProblem(handWorkedProblem()));
    expect([status, rules]).toEqual([ContradictionStatus.Possible, []]);
  });
  it('names rules of which none can be left out, in words', async () => {
    const problem = needs((document) => {
      for (const executive of document.executives) Object.assign(executive, { mandatory: true });
      document.rules['budget'] = 1;
    });
    const { status, rules, minimal } = await explainContradictions(problem, (id) => id.toUpperCase());
    expect([status, minimal]).toEqual([ContradictionStatus.Contradiction, true]);
    expect(rules.map(({ rule }) => rule)).toContain('budget');
    expect(rules.some(({ sentence }) => sentence === 'The plan may cost at most 1.')).toBe(true);
  });
  it('finds a contradiction exactly where there is no plan, each of its rules needed', async () => {
    let contradictions = 0;
    for (const seed of seeds(30, 5000)) {
      const problem = random(seed, 4 + (seed % 6), 1 + (seed % 3));
      const { status } = solve(problem, { seed: 1, effort: Effort.Quick });
      const found = await explainContradictions(problem);
      expect([seed, found.status === ContradictionStatus.Contradiction]).toEqual([
        seed,
        status === SolutionStatus.Infeasible,
      ]);
      const contradicts = found.status === ContradictionStatus.Contradiction;
      if (contradicts) contradictions++;
      expect([seed, found.minimal, found.rules.length > 0]).toEqual([seed, contradicts, contradicts]);
    }
    expect(contradictions).toBeGreaterThan(5);
  });
  it('says without a solver that nothing was shown, never that nothing can be', () => {
    const problem = needs((document) => (document.rules['budget'] = 1));
    expect(findContradictions(problem).status).toBe(ContradictionStatus.NotFound);
  });
});
