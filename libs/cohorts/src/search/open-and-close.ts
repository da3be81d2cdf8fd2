import type { RandomGenerator } from '@alidade/statistics';
import type { Candidates } from '../bound/candidates.js';
import type { Annealing } from './anneal.js';
import type { PlanState } from './plan-state.js';

export interface Macro {
  readonly state: PlanState;
  readonly annealing: Annealing;
  readonly candidates: Candidates;
  readonly random: RandomGenerator;
  readonly price: number;
  /** Temperatures in points. */
  readonly from: number;
  readonly to: number;
}

const PROPOSALS_PER_PARTY = 60;
const FEWEST_PROPOSALS = 4096;
const MOST_BYSTANDERS = 150;

/**
 * Moves of whole cohorts: one is closed, opened, or closed while another opens; those concerned are annealed for a while,
 * and the plan goes back to what it was unless it has become better.
 *
 * @param proposals the budget of all of them
 * @returns         nothing; yields after some thousand proposals, so that the caller may stop
 */
export function* openAndClose(macro: Macro, proposals: number): Generator<void, void, void> {
  const { state, annealing, price, from, to } = macro;
  const free = closable(state);
  if (free.length === 0) return;
  let best = state.worth;
  for (let left = proposals; left > 0;) {
    const cohorts = state.cohortOf.slice();
    const open = state.mix.open.slice();
    const pool = flip(macro, free);
    const share = Math.max(FEWEST_PROPOSALS, pool.length * PROPOSALS_PER_PARTY);
    left -= share;
    annealing.start({ proposals: share, from, to, price, pool });
    while (annealing.advance()) yield;
    closeShort(state);
    if (state.worth > best + 1e-9) best = state.worth;
    else state.load(cohorts, open);
    yield;
  }
}

/** Cohorts that need not run. */
function closable({ problem }: PlanState): readonly number[] {
  const needed = problem.mustRun.slice();
  for (const c of problem.lockedInto) if (c >= 0) needed[c] = 1;
  return Array.from(needed.keys()).filter((c) => needed[c] === 0);
}

/** Changes which cohorts are open; returns the parties that this concerns. */
function flip(macro: Macro, free: readonly number[]): Int32Array {
  const { state, random } = macro;
  const pool = new Set<number>();
  const opened = free.filter((c) => state.isOpen(c));
  const closed = free.filter((c) => !state.isOpen(c));
  const kind = random.index(3);
  if (opened.length > 0 && (kind < 2 || closed.length === 0)) {
    const c = opened[random.index(opened.length)]!;
    for (let k = 0; k < state.partiesIn[c]!; k++) pool.add(state.list[state.listStart[c]! + k]!);
    state.close(c);
  }
  if (closed.length > 0 && kind > 0) openOne(macro, closed[random.index(closed.length)]!, pool);
  addBystanders(macro, pool);
  return Int32Array.from([...pool].filter((p) => state.problem.lockedInto[p]! < 0).toSorted((a, b) => a - b));
}

/** Opens a cohort; whoever likes it best is drawn into the search. */
function openOne({ state, candidates }: Macro, c: number, pool: Set<number>): void {
  state.setOpen(c, true);
  for (let p = 0; p < state.problem.partyCount && pool.size < MOST_BYSTANDERS; p++)
    for (let k = candidates.start[p]!; k < candidates.start[p + 1]!; k++)
      if (candidates.cohort[k] === c) pool.add(p);
}

function addBystanders({ state, random }: Macro, pool: Set<number>): void {
  const { partyCount } = state.problem;
  const most = Math.min(partyCount, pool.size + MOST_BYSTANDERS);
  for (let tries = 0; tries < 4 * MOST_BYSTANDERS && pool.size < most; tries++) {
    const p = random.index(partyCount);
    if (state.cohortOf[p] === state.none || random.index(4) === 0) pool.add(p);
  }
}

/** Closes what did not reach its minimum and need not run. */
export function closeShort(state: PlanState): void {
  for (const c of closable(state))
    if (state.isOpen(c) && state.size[c]! < Math.max(1, state.problem.minSeats[c]!)) state.close(c);
  state.refresh();
}
