import type { CohortProblem } from '../document/problem.js';
import type { ProblemIndex } from '../document/problem-index.js';
import { solveExactly } from '../exact/solve-exactly.js';
import { MipStatus } from '../exact/mip-model.js';
import type { MipSolver } from '../exact/mip-model.js';
import { withoutRules } from './relaxed-problem.js';
import { ruleAtomsOf } from './rule-atoms.js';
import type { RuleAtom } from './rule-atoms.js';

export interface MinimalContradiction {
  readonly status: MipStatus;
  readonly rules: readonly RuleAtom[];
  /** False when the solver stopped at its limit on the way: fewer rules may contradict already. */
  readonly minimal: boolean;
}

/** Nodes of one question whether some rules can hold together. */
const NODES = 2000;

/**
 * A set of rules that cannot hold together, of which none can be left out: first whole kinds of rules are let go of while
 * the rest still contradicts, then QuickXplain narrows single ones down.
 *
 * Junker (2004), QuickXplain: preferred explanations and relaxations for over-constrained problems.
 */
export function minimalContradiction(index: ProblemIndex, solver: MipSolver): MinimalContradiction {
  const all = ruleAtomsOf(index);
  const oracle = new Oracle(index.problem, all, solver);
  const status = oracle.ask(all);
  if (status !== MipStatus.Infeasible) return { status, rules: [], minimal: false };
  let left = all;
  for (const kind of new Set(all.map((atom) => atom.kind))) {
    const without = left.filter((atom) => atom.kind !== kind);
    if (without.length < left.length && oracle.contradicts(without)) left = without;
  }
  const rules = left.length <= 1 ? left : narrow(oracle, [], { known: false, left });
  return { status, rules, minimal: oracle.sure };
}

class Oracle {
  /** Whether every question was answered. */
  sure = true;

  constructor(
    private readonly problem: CohortProblem,
    private readonly all: readonly RuleAtom[],
    private readonly solver: MipSolver,
  ) {}

  ask(rules: readonly RuleAtom[]): MipStatus {
    const kept = new Set(rules);
    const relaxed = withoutRules(
      this.problem,
      this.all.filter((atom) => !kept.has(atom)),
    );
    return solveExactly(relaxed, this.solver, { nodes: NODES, firstSolution: true }).status;
  }

  contradicts(rules: readonly RuleAtom[]): boolean {
    const status = this.ask(rules);
    if (status === MipStatus.Stopped) this.sure = false;
    return status === MipStatus.Infeasible;
  }
}

/** @param known whether `background` was just added to, so that it may contradict without the rest */
function narrow(
  oracle: Oracle,
  background: readonly RuleAtom[],
  { known, left }: { readonly known: boolean; readonly left: readonly RuleAtom[] },
): readonly RuleAtom[] {
  if (known && oracle.contradicts(background)) return [];
  if (left.length === 1) return left;
  const half = left.length >> 1;
  const [first, second] = [left.slice(0, half), left.slice(half)];
  const fromSecond = narrow(oracle, [...background, ...first], { known: first.length > 0, left: second });
  const fromFirst = narrow(oracle, [...background, ...fromSecond], {
    known: fromSecond.length > 0,
    left: first,
  });
  return [...fromFirst, ...fromSecond];
}
