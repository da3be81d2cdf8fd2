import type { Candidates } from '../bound/candidates.js';
import { UNPLACED } from './plan-state.js';
import type { PlanState } from './plan-state.js';
import { Trial } from './trial.js';

/** A smaller gain is dust of rounding. */
const IMPROVEMENT = { least: 1e-9, price: 0 };
const MOST_PASSES = 4;

/**
 * First-improvement descent over every single move and every one-for-one swap into the seats given, so that no visible
 * improvement is left for a reader to find.
 */
export function descend(state: PlanState, seats: Pick<Candidates, 'start' | 'seat'>): void {
  const trial = new Trial(state);
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    let improved = 0;
    for (let p = 0; p < state.problem.partyCount; p++)
      if (state.problem.lockedSeat[p]! < 0) improved += improveParty(state, seats, trial, p);
    state.refresh();
    if (improved === 0) return;
  }
}

function improveParty(
  state: PlanState,
  { start, seat }: Pick<Candidates, 'start' | 'seat'>,
  trial: Trial,
  p: number,
): number {
  let improved = 0;
  const { mandatory } = state.problem;
  if (state.seatOf[p] !== UNPLACED && mandatory[p] === 0)
    improved += Number(trial.start().add(p, UNPLACED).decide(IMPROVEMENT));
  for (let k = start[p]!; k < start[p + 1]!; k++) {
    const then = seat[k]!;
    const c = state.problem.seatCohort[then]!;
    if (state.seatOf[p] === then || state.open[c] === 0) continue;
    const room = state.size[c]! + state.members(p) <= state.problem.maxSeats[c]!;
    if (room && trial.start().add(p, then).decide(IMPROVEMENT)) improved++;
    else improved += Number(swapInto(state, trial, p, then));
  }
  return improved;
}

function swapInto(state: PlanState, trial: Trial, p: number, then: number): boolean {
  const c = state.problem.seatCohort[then]!;
  const now = state.seatOf[p]!;
  const origin = now === UNPLACED ? UNPLACED : state.problem.seatCohort[now]!;
  for (let at = state.listStart[c]!, end = at + state.partiesIn[c]!; at < end; at++) {
    const other = state.list[at]!;
    if (state.problem.lockedSeat[other]! >= 0) continue;
    const back = origin === UNPLACED ? UNPLACED : state.seatIn(other, origin);
    if (back === UNPLACED && (origin !== UNPLACED || state.problem.mandatory[other] === 1)) continue;
    if (trial.start().add(p, then).add(other, back).decide(IMPROVEMENT)) return true;
  }
  return false;
}

/** Every seat there is, for a descent that leaves nothing out. */
export function allSeats({ problem }: PlanState): Pick<Candidates, 'start' | 'seat'> {
  return { start: problem.seatStart, seat: problem.seatCohort.map((_, k) => k) };
}
