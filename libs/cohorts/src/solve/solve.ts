import { seededRandom } from '@alidade/statistics';
import { Annealing } from '../search/anneal.js';
import { candidatesOf } from '../bound/candidates.js';
import type { Candidates } from '../bound/candidates.js';
import { compileProblem } from '../compile/compile-problem.js';
import type { CompiledProblem } from '../compile/compiled-problem.js';
import { construct } from '../search/construct.js';
import { allSeats, descend } from '../search/descend.js';
import { Dual } from '../bound/dual.js';
import { EFFORTS } from './effort.js';
import type { Effort, EffortBudget } from './effort.js';
import { refereeOf } from '../referee/evaluate.js';
import type { Evaluation } from '../referee/evaluate.js';
import type { ConflictingRule } from '../explain/conflicting-rule.js';
import { findContradictions } from '../explain/find-contradictions.js';
import { ExactSearch } from '../search/exact-search.js';
import { closeShort, openAndClose } from '../search/open-and-close.js';
import { PlanState, UNPLACED } from '../search/plan-state.js';
import type { CohortProblem, Placement } from '../document/problem.js';

/** Whether there is a plan, and what is known when there is none. */
export const SolutionStatus = {
  /** No plan is better. */
  Optimal: 'OPTIMAL',
  /** A plan; how far from the best at most, the bound says. */
  Feasible: 'FEASIBLE',
  /** No plan can hold every rule; that is proven. */
  Infeasible: 'INFEASIBLE',
  /** None was found within the effort; there may be one. */
  NotFound: 'NOT_FOUND',
} as const;
export type SolutionStatus = (typeof SolutionStatus)[keyof typeof SolutionStatus];

export interface Solution {
  readonly status: SolutionStatus;
  /** Empty unless there is a plan. */
  readonly placements: readonly Placement[];
  /** As the referee gives it; null without a plan. */
  readonly evaluation: Evaluation | null;
  /** No plan is worth more; null where nothing is proven. */
  readonly bound: number | null;
  /** Points that one more unit of money would bring at most, by the dual; 0 where the budget does not bind. */
  readonly budgetPrice: number;
  /** Rules that cannot hold together, where the fast checks find them; see `findContradictions` for more. */
  readonly contradictions: readonly ConflictingRule[];
}

export interface Progress {
  readonly phase: 'bound' | 'search' | 'polish';
  /** 0..1 of the whole run, by its budgets. */
  readonly done: number;
  /** Points of the best plan so far, while it holds every rule. */
  readonly objective: number | null;
  readonly bound: number | null;
}

export interface SolveOptions {
  /** A whole number 0..2^32 − 1. */
  readonly seed: number;
  readonly effort: Effort;
  /** Told from time to time; false stops the run with the best plan so far. */
  readonly onProgress?: (progress: Progress) => boolean;
}

/**
 * Places executives in cohorts so that benefit less penalties is as high as it can be made and every rule holds.
 *
 * Compile, Lagrangian dual (a bound that holds by proof, and prices), construct, anneal from several sets of open cohorts,
 * open and close cohorts, descend; small problems are searched to the end. The referee checks what is returned.
 *
 * @param problem as `readProblem` gives it
 * @param options the same problem, seed and effort give the same answer on any machine; effort is a budget of iterations
 * @returns       a plan that breaks no rule; or that there is none; or that none was found, which is not the same
 * @throws InvalidSampleError when the seed is no whole number 0..2^32 − 1
 *
 * Geoffrion (1974), Lagrangean relaxation for integer programming; Kirkpatrick, Gelatt & Vecchi (1983), Optimization by
 * simulated annealing. Time grows with the effort's budget, memory with the eligible pairs.
 */
export function solve(problem: CohortProblem, options: SolveOptions): Solution {
  const compiled = compileProblem(problem);
  if (compiled.impossible.length > 0)
    return withoutPlan(SolutionStatus.Infeasible, findContradictions(problem).rules);
  const run = new Run(compiled, options);
  return answerOf(problem, compiled, run.search());
}

const withoutPlan = (status: SolutionStatus, contradictions: readonly ConflictingRule[]): Solution => ({
  status,
  placements: [],
  evaluation: null,
  bound: null,
  budgetPrice: 0,
  contradictions,
});

interface Found {
  readonly seats: Int32Array;
  readonly finished: boolean;
  readonly exists: boolean;
  readonly bound: number;
  readonly budgetPrice: number;
}

function answerOf(problem: CohortProblem, compiled: CompiledProblem, found: Found): Solution {
  if (!found.exists)
    return withoutPlan(found.finished ? SolutionStatus.Infeasible : SolutionStatus.NotFound, []);
  const placements = placementsOf(problem, compiled, found.seats);
  const evaluation = refereeOf(problem)(placements);
  if (evaluation.brokenRules.length > 0) return withoutPlan(SolutionStatus.NotFound, []);
  const bound = found.finished ? evaluation.objective : aboveDust(found.bound, evaluation.objective);
  const optimal = Math.abs(bound - evaluation.objective) <= 1e-9 * Math.max(1, Math.abs(bound));
  const status = optimal ? SolutionStatus.Optimal : SolutionStatus.Feasible;
  return { status, placements, evaluation, bound, budgetPrice: found.budgetPrice, contradictions: [] };
}

/** The bound, which rounding alone may have put below the plan; more than that would be a fault to be seen. */
const aboveDust = (bound: number, objective: number): number =>
  bound < objective && bound > objective - 1e-7 * Math.max(1, Math.abs(objective)) ? objective : bound;

function placementsOf(
  problem: CohortProblem,
  { partyStart, memberOf, seatCohort }: CompiledProblem,
  seats: Int32Array,
): readonly Placement[] {
  const cohortOf = new Map<number, string>();
  seats.forEach((seat, p) => {
    if (seat === UNPLACED) return;
    for (let k = partyStart[p]!; k < partyStart[p + 1]!; k++)
      cohortOf.set(memberOf[k]!, problem.cohorts[seatCohort[seat]!]!.id);
  });
  return problem.executives.flatMap(({ id }, i) => {
    const cohort = cohortOf.get(i);
    return cohort === undefined ? [] : [{ executive: id, cohort }];
  });
}

/** Which cohorts start open: those that the dual ran at least so often. */
const THRESHOLDS = [0, 0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65];
const CANDIDATES = 20;
/** Beyond so many parties the last descent looks at the candidates only. */
const EVERY_SEAT_UP_TO = 3000;
const SMALL = 16;
/** Temperatures in points per heaviest seat value. */
const HOT = 0.03;
const COLD = 0.0024;

/** Small problems are searched to the end, so that little need be tried first. */
const SMALL_PROPOSALS = 20_000;

const proposalsFor = (parties: number, budget: EffortBudget): number =>
  parties <= SMALL
    ? SMALL_PROPOSALS
    : Math.min(budget.mostProposals, Math.max(budget.fewestProposals, parties * budget.proposalsPerParty));

class Run {
  private readonly budget: EffortBudget;
  private readonly dual: Dual;
  private readonly state: PlanState;
  private stopped = false;
  private best: { readonly seats: Int32Array; readonly open: Uint8Array; readonly worth: number } | null =
    null;

  constructor(
    private readonly problem: CompiledProblem,
    private readonly options: SolveOptions,
  ) {
    this.budget = EFFORTS[options.effort];
    this.dual = new Dual(problem);
    this.state = new PlanState(problem);
  }

  search(): Found {
    this.lowerBound(this.budget.dualSteps, null, 0);
    const candidates = candidatesOf(this.problem, this.dual, CANDIDATES);
    construct(this.state, candidates);
    this.keepBest();
    this.anneal(candidates);
    descend(this.state, this.problem.partyCount <= EVERY_SEAT_UP_TO ? allSeats(this.state) : candidates);
    this.keepBest();
    this.dual.restart();
    this.lowerBound(this.budget.boundSteps, this.best?.worth ?? null, 0.8);
    return this.finish();
  }

  private lowerBound(steps: number, target: number | null, done: number): void {
    for (let k = 0; k < steps && !this.stopped; k++) {
      if (!this.dual.step(target)) return;
      if (k % 10 === 9) this.report('bound', done + (0.2 * k) / steps);
    }
  }

  private anneal(candidates: Candidates): void {
    const { problem, state, budget } = this;
    const random = seededRandom(this.options.seed);
    const annealing = new Annealing(state, candidates, random);
    const proposals = proposalsFor(problem.partyCount, budget);
    const hot = state.shortageWeight * HOT;
    const cold = state.shortageWeight * COLD;
    const price = this.dual.relaxation.priceOf(this.dual.best);
    const goOn = (): boolean => this.report('search', 0.5);
    const starts = this.starts();
    const built = state.seatOf.slice();
    for (const open of starts) {
      this.startFrom(built, open);
      annealing.run(
        { proposals: (proposals * 0.25) / starts.length, from: hot, to: cold * 2, price, pool: null },
        goOn,
      );
      this.settle();
    }
    this.backToBest();
    annealing.run({ proposals: proposals * 0.4, from: hot / 2, to: cold, price, pool: null }, goOn);
    this.settle();
    this.backToBest();
    openAndClose(
      { state, annealing, candidates, random, price, from: cold * 4, to: cold / 2 },
      proposals * 0.2,
      goOn,
    );
    this.settle();
    this.backToBest();
    annealing.run(
      { proposals: proposals * 0.15, from: cold * 6, to: cold / 2, price: price / 2, pool: null },
      goOn,
    );
    this.settle();
    this.backToBest();
  }

  private starts(): readonly Uint8Array[] {
    const { cohortCount, mustRun, lockedSeat, seatCohort } = this.problem;
    const needed = mustRun.slice();
    lockedSeat.forEach((seat) => seat >= 0 && (needed[seatCohort[seat]!] = 1));
    const distinct = new Map<string, Uint8Array>();
    for (const threshold of THRESHOLDS) {
      const open = Uint8Array.from({ length: cohortCount }, (_, c) =>
        needed[c] === 1 || this.dual.running[c]! >= threshold ? 1 : 0,
      );
      distinct.set(open.join(''), open);
    }
    return [...distinct.values()];
  }

  private startFrom(seats: Int32Array, open: Uint8Array): void {
    const all = new Uint8Array(open.length).fill(1);
    this.state.load(seats, all);
    open.forEach((flag, c) => flag === 0 && this.state.close(c));
    this.state.refresh();
  }

  private settle(): void {
    closeShort(this.state);
    this.keepBest();
  }

  private keepBest(): void {
    const { worth } = this.state;
    if (this.best && worth <= this.best.worth) return;
    this.best = { seats: this.state.seatOf.slice(), open: this.state.open.slice(), worth };
  }

  private backToBest(): void {
    if (this.best) this.state.load(this.best.seats, this.best.open);
  }

  private finish(): Found {
    this.backToBest();
    const holds = this.holds();
    const found: Found = {
      seats: this.state.seatOf.slice(),
      finished: false,
      exists: holds,
      bound: this.dual.bound,
      budgetPrice: this.dual.relaxation.priceOf(this.dual.best),
    };
    if (this.stopped || this.problem.partyCount > SMALL) return found;
    const worth = holds ? this.state.worth : -Infinity;
    const { finished, seats } = new ExactSearch(this.problem, this.dual, worth, this.budget.nodes).run();
    return { ...found, finished, seats: seats ?? found.seats, exists: holds || seats !== null };
  }

  /** Whether the plan of the state lacks nothing: minimums, duties and what locks alone may break. */
  private holds(): boolean {
    const { state, problem } = this;
    if (state.cost > problem.budget) return false;
    for (let p = 0; p < problem.partyCount; p++) {
      if (problem.mandatory[p] === 1 && state.seatOf[p] === UNPLACED) return false;
      if (!state.fits(p)) return false;
    }
    return state.size.every((size, c) =>
      size === 0 ? problem.mustRun[c] === 0 : size >= problem.minSeats[c]!,
    );
  }

  private report(phase: Progress['phase'], done: number): boolean {
    const { onProgress } = this.options;
    if (!onProgress || this.stopped) return !this.stopped;
    const objective = this.best?.worth ?? null;
    this.stopped = !onProgress({ phase, done, objective, bound: this.dual.bound });
    return !this.stopped;
  }
}
