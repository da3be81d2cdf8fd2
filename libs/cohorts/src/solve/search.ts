import { seededRandom } from '@alidade/statistics';
import type { RandomGenerator } from '@alidade/statistics';
import { candidatesOf } from '../bound/candidates.js';
import type { Candidates } from '../bound/candidates.js';
import { Dual } from '../bound/dual.js';
import type { DualSearch } from '../bound/dual.js';
import type { CompiledProblem } from '../compile/compiled-problem.js';
import { Annealing } from '../search/anneal.js';
import type { Cooling } from '../search/anneal.js';
import { construct } from '../search/construct.js';
import { Descent } from '../search/descend.js';
import { ExactSearch } from '../search/exact-search.js';
import { closeShort, openAndClose } from '../search/open-and-close.js';
import type { Macro } from '../search/open-and-close.js';
import { PlanState } from '../search/plan-state.js';
import { EFFORTS } from './effort.js';
import type { Effort, EffortBudget } from './effort.js';
import type { Progress } from './progress.js';

/** What a search found. */
export interface Found {
  /** Cohort by party; the number of cohorts: none. */
  readonly cohorts: Int32Array;
  /** Whether `cohorts` is a plan that breaks nothing. */
  readonly exists: boolean;
  /** Whether nothing better is possible, or nothing at all. */
  readonly finished: boolean;
  readonly bound: number;
  readonly budgetPrice: number;
}

/** Which cohorts start open: those that the dual ran at least so often. */
const THRESHOLDS = [0, 0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65];
const CANDIDATES = 20;
/** Beyond so many parties the last descent looks at the candidates only. */
const EVERY_SEAT_UP_TO = 8000;
const SMALL = 16;
/** Small problems are searched to the end, so that little need be tried first. */
const SMALL_PROPOSALS = 20_000;
/** Temperatures per typical seat. */
const HOT = 0.15;
const COLD = 0.0032;

const WEAK: DualSearch = { target: 0, memory: 0, patience: 12, weak: true };
const STRONG: DualSearch = { target: null, memory: 0.8, patience: 12, weak: false };

interface Kept {
  readonly cohorts: Int32Array;
  readonly open: Uint8Array;
  readonly worth: number;
}

/** One search for a good plan and a low bound, in steps between which it may be stopped. */
export class Search {
  private readonly budget: EffortBudget;
  private readonly dual: Dual;
  private readonly state: PlanState;
  private readonly random: RandomGenerator;
  private stopped = false;
  private best: Kept | null = null;

  constructor(
    private readonly problem: CompiledProblem,
    { seed, effort }: { readonly seed: number; readonly effort: Effort },
  ) {
    this.budget = EFFORTS[effort];
    this.dual = new Dual(problem);
    this.state = new PlanState(problem);
    this.random = seededRandom(seed);
  }

  /** Yields how far it is; to be told whether to go on. */
  *run(): Generator<Progress, Found, boolean> {
    const { budget } = this;
    yield* this.lowerBound(WEAK, budget.weakSteps, 0);
    yield* this.lowerBound(STRONG, budget.strongSteps, 0.05);
    this.dual.relaxation.prepare(this.dual.best);
    const candidates = candidatesOf(this.problem, this.dual.relaxation, CANDIDATES);
    construct(this.state, candidates);
    this.keepBest();
    yield* this.improve(candidates);
    yield* this.polish(candidates);
    const target = this.best?.worth ?? null;
    yield* this.lowerBound({ target, memory: 0.85, patience: 20, weak: false }, budget.boundSteps, 0.8);
    return this.finish();
  }

  private *lowerBound(search: DualSearch, steps: number, done: number): Generator<Progress, void, boolean> {
    this.dual.start(search);
    for (let k = 0; k < steps && !this.stopped; k++) {
      if (!this.dual.step()) return;
      yield* this.tell('bound', done + (0.2 * k) / steps);
    }
  }

  private *improve(candidates: Candidates): Generator<Progress, void, boolean> {
    const { state, random } = this;
    const annealing = new Annealing(state, candidates, random);
    const proposals = this.proposals();
    const price = this.dual.budgetPrice;
    const [hot, cold] = [HOT * state.scale, COLD * state.scale];
    const starts = this.starts();
    const built = state.cohortOf.slice();
    for (const open of starts) {
      this.startFrom(built, open);
      const share = (0.2 * proposals) / starts.length;
      yield* this.anneal(annealing, { proposals: share, from: hot, to: 2 * cold, price });
    }
    this.backToBest();
    yield* this.anneal(annealing, { proposals: 0.6 * proposals, from: hot, to: cold, price });
    this.backToBest();
    const macro = { state, annealing, candidates, random, price, from: 4 * cold, to: cold / 2 };
    yield* this.openAndClose(macro, 0.1 * proposals);
    this.settle();
    yield* this.anneal(annealing, {
      proposals: 0.1 * proposals,
      from: 6 * cold,
      to: cold / 2,
      price,
      priceUntil: 0.5,
    });
    this.backToBest();
  }

  private *openAndClose(macro: Macro, proposals: number): Generator<Progress, void, boolean> {
    const steps = openAndClose(macro, proposals);
    while (!this.stopped && steps.next().done !== true) yield* this.tell('search', 0.6);
  }

  private *anneal(annealing: Annealing, cooling: Cooling): Generator<Progress, void, boolean> {
    if (this.stopped) return;
    annealing.start(cooling);
    while (!this.stopped && annealing.advance()) yield* this.tell('search', 0.4);
    this.settle();
  }

  private *polish(candidates: Candidates): Generator<Progress, void, boolean> {
    const { problem, state } = this;
    const everything = problem.partyCount <= EVERY_SEAT_UP_TO;
    const descent = new Descent(
      state,
      everything ? { start: problem.openStart, cohort: problem.openTo } : candidates,
    );
    while (!this.stopped && descent.advance()) yield* this.tell('polish', 0.75);
    state.refresh();
    this.keepBest();
  }

  private proposals(): number {
    const { partyCount } = this.problem;
    if (partyCount <= SMALL) return SMALL_PROPOSALS;
    const { proposalsPerParty, fewestProposals, mostProposals } = this.budget;
    return Math.min(mostProposals, Math.max(fewestProposals, partyCount * proposalsPerParty));
  }

  private starts(): readonly Uint8Array[] {
    const { cohortCount, mustRun, lockedInto } = this.problem;
    const needed = mustRun.slice();
    for (const c of lockedInto) if (c >= 0) needed[c] = 1;
    const distinct = new Map<string, Uint8Array>();
    for (const threshold of THRESHOLDS) {
      const open = Uint8Array.from({ length: cohortCount }, (_, c) =>
        needed[c] === 1 || this.dual.running[c]! >= threshold ? 1 : 0,
      );
      distinct.set(open.join(''), open);
    }
    return [...distinct.values()];
  }

  private startFrom(cohorts: Int32Array, open: Uint8Array): void {
    this.state.load(cohorts, new Uint8Array(open.length).fill(1));
    open.forEach((flag, c) => flag === 0 && this.state.close(c));
    this.state.refresh();
  }

  private settle(): void {
    this.state.refresh();
    closeShort(this.state);
    this.keepBest();
  }

  private keepBest(): void {
    const { worth } = this.state;
    if (this.best && worth <= this.best.worth) return;
    this.best = { cohorts: this.state.cohortOf.slice(), open: this.state.mix.open.slice(), worth };
  }

  private backToBest(): void {
    if (this.best) this.state.load(this.best.cohorts, this.best.open);
  }

  private finish(): Found {
    this.backToBest();
    const exists = this.holds();
    const found: Found = {
      cohorts: this.state.cohortOf.slice(),
      finished: false,
      exists,
      bound: this.dual.bound,
      budgetPrice: this.dual.budgetPrice,
    };
    if (this.stopped || this.problem.partyCount > SMALL) return found;
    const worth = exists ? this.state.worth : -Infinity;
    const { finished, cohorts } = new ExactSearch(this.problem, this.dual, worth, this.budget.nodes).run();
    return { ...found, finished, cohorts: cohorts ?? found.cohorts, exists: exists || cohorts !== null };
  }

  /** Whether the plan of the state lacks nothing: minimums, duties and what locks alone may break. */
  private holds(): boolean {
    const { state, problem } = this;
    if (state.cost > problem.budget) return false;
    for (let p = 0; p < problem.partyCount; p++)
      if ((problem.mandatory[p] === 1 && state.cohortOf[p] === state.none) || !state.fits(p)) return false;
    for (let c = 0; c < problem.cohortCount; c++) {
      const size = state.size[c]!;
      if (size === 0 ? problem.mustRun[c] === 1 : size < problem.minSeats[c]!) return false;
    }
    return true;
  }

  private *tell(phase: Progress['phase'], done: number): Generator<Progress, void, boolean> {
    const objective = this.best?.worth ?? null;
    const { bound } = this.dual;
    if (!(yield { phase, done, objective, bound: bound === Infinity ? null : bound })) this.stopped = true;
  }
}
