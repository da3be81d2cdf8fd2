import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { handWorkedProblem, placements } from '../../../../test/problems/cohort-problem.js';
import { evaluate, readPlacementsOf, readProblem } from '../index.js';
import type { Evaluation } from '../index.js';

const EXAMPLES = new URL('../../../../../shared/data/cohorts/', import.meta.url);
const read = (name: string) => JSON.parse(readFileSync(new URL(name, EXAMPLES), 'utf8'));

interface Example {
  readonly problem: unknown;
  readonly solution: unknown;
  readonly figures: any;
}
const OWN: Example = {
  problem: handWorkedProblem(),
  solution: { placements: placements({ ana: 'lead-zurich', ben: 'lead-zurich', cem: 'steer' }) },
  figures: {
    objective: 4, // ana 3, ben 0.6, cem 2.8 → 3.3 of 3: 2 · 0.2
    benefit: 4,
    penalties: { shares: 0, notAlone: 0, similarStart: 0, fairSeats: 0, stability: 0 },
    violations: { manager: 1 },
    cost: 20 + 5 + 59 + 20 + 5,
    seated: 3,
    cohortsRun: 2,
  },
};
const examples = (): readonly (readonly [string, Example])[] => {
  if (!existsSync(EXAMPLES)) return [];
  return Object.entries(read('expected.json')).map(([name, figures]) => [
    name,
    { figures, problem: read(`${name}.problem.json`), solution: read(`${name}.placements.json`) },
  ]);
};

const countByRule = ({ brokenRules }: Evaluation) => {
  const counts: Record<string, number> = {};
  for (const { rule } of brokenRules) counts[rule] = (counts[rule] ?? 0) + 1;
  return counts;
};

describe('the referee gives the figures worked out elsewhere', () => {
  it.each([['worked by hand', OWN] as const, ...examples()])(
    'for %s',
    (_, { problem, solution, figures }) => {
      const cohortProblem = readProblem(problem);
      const found = evaluate(cohortProblem, readPlacementsOf(solution, cohortProblem));
      expect(found.objective).toBeCloseTo(figures.objective, 6);
      expect(found.benefit).toBeCloseTo(figures.benefit, 6);
      for (const [kind, points] of Object.entries(found.penalties))
        expect([kind, Math.round(points * 1e6) / 1e6]).toEqual([kind, figures.penalties[kind]]);
      expect(found.cost).toBeCloseTo(figures.cost, 6);
      expect([found.seated, found.cohortsRun.length]).toEqual([figures.seated, figures.cohortsRun]);
      expect(countByRule(found)).toEqual(figures.violations);
    },
  );
});
