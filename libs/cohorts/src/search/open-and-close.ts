import type { RandomGenerator } from '@alidade/statistics';
import type { Annealing } from './anneal.js';
import type { Candidates } from '../bound/candidates.js';
import { UNPLACED } from './plan-state.js';
import type { PlanState } from './plan-state.js';

interface Macro {
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
 */
export function openAndClose(macro: Macro, proposals: number, goOn: () => boolean): void {
  const { state, annealing } = macro;
  const { cohortCount, mustRun } = state.problem;
  const locked = new Set<number>();
  state.problem.lockedSeat.forEach((seat) => seat >= 0 && locked.add(state.problem.seatCohort[seat]!));
  const free = Array.from({ length: cohortCount }, (_, c) => c).filter(
    (c) => mustRun[c] === 0 && !locked.has(c),
  );
  if (free.length === 0) return;
  let best = state.worth;
  for (let left = proposals; left > 0 && goOn();) {
    const seats = state.seatOf.slice();
    const open = state.open.slice();
    const pool = flip(macro, free);
    const share = Math.max(FEWEST_PROPOSALS, pool.length * PROPOSALS_PER_PARTY);
    left -= share;
    annealing.run({ proposals: share, from: macro.from, to: macro.to, price: macro.price, pool }, goOn);
    closeShort(state);
    if (state.worth > best + 1e-9) best = state.worth;
    else state.load(seats, open);
  }
}

/** Changes which cohorts are open; returns the parties that this concerns. */
function flip(macro: Macro, free: readonly number[]): Int32Array {
  const { state, random } = macro;
  const pool = new Set<number>();
  const isOpen = (c: number): boolean => state.open[c] === 1;
  const opened = free.filter(isOpen);
  const closed = free.filter((c) => !isOpen(c));
  const kind = random.index(3);
  if (opened.length > 0 && (kind < 2 || closed.length === 0)) {
    const c = opened[random.index(opened.length)]!;
    for (let k = 0; k < state.partiesIn[c]!; k++) pool.add(state.list[state.listStart[c]! + k]!);
    state.close(c);
  }
  if (closed.length > 0 && kind > 0) openOne(macro, closed[random.index(closed.length)]!, pool);
  addBystanders(macro, pool);
  return Int32Array.from([...pool].filter((p) => state.problem.lockedSeat[p]! < 0).toSorted((a, b) => a - b));
}

/** Opens a cohort; whoever likes it best is drawn into the search. */
function openOne({ state, candidates }: Macro, c: number, pool: Set<number>): void {
  state.reopen(c);
  for (let p = 0; p < state.problem.partyCount && pool.size < MOST_BYSTANDERS; p++)
    for (let k = candidates.start[p]!; k < candidates.start[p + 1]!; k++)
      if (state.problem.seatCohort[candidates.seat[k]!] === c) pool.add(p);
}

function addBystanders({ state, random }: Macro, pool: Set<number>): void {
  const { partyCount } = state.problem;
  const most = Math.min(partyCount, pool.size + MOST_BYSTANDERS);
  for (let tries = 0; tries < 4 * MOST_BYSTANDERS && pool.size < most; tries++) {
    const p = random.index(partyCount);
    if (state.seatOf[p] === UNPLACED || random.index(4) === 0) pool.add(p);
  }
}

/** Closes what did not reach its minimum and need not run. */
export function closeShort(state: PlanState): void {
  const { cohortCount, minSeats, mustRun, lockedSeat } = state.problem;
  for (let c = 0; c < cohortCount; c++) {
    if (state.open[c] === 0 || state.size[c]! >= Math.max(1, minSeats[c]!) || mustRun[c] === 1) continue;
    const members = state.list.subarray(state.listStart[c], state.listStart[c]! + state.partiesIn[c]!);
    if (!members.some((p) => lockedSeat[p]! >= 0)) state.close(c);
  }
  state.refresh();
}
