import type { Candidates } from '../bound/candidates.js';
import { Trial } from './trial.js';
import type { PlanState } from './plan-state.js';

const ANYTHING = { least: -Infinity, price: 0 };

/** Seats who is locked, then who must sit (fewest choices first), then others while the prices say that it pays. */
export function construct(state: PlanState, candidates: Candidates): void {
  const { problem } = state;
  const order: number[] = [];
  for (let p = 0; p < problem.partyCount; p++)
    if (problem.lockedSeat[p]! >= 0) state.move(p, problem.lockedSeat[p]!);
    else order.push(p);
  state.refresh();
  const choices = (p: number): number => problem.seatStart[p + 1]! - problem.seatStart[p]!;
  const mandatory = (p: number): number => problem.mandatory[p]!;
  order.sort(
    (a, b) =>
      mandatory(b) - mandatory(a) ||
      (mandatory(a) === 1 ? choices(a) - choices(b) : candidates.lead[b]! - candidates.lead[a]!) ||
      a - b,
  );
  const trial = new Trial(state);
  for (const p of order)
    if (candidates.lead[p]! > 0 || mandatory(p) === 1) seatAnywhere(state, candidates, trial, p);
}

/** First where a minimum is not reached yet, then where there is room, then wherever the party may sit. */
function seatAnywhere(state: PlanState, { start, seat }: Candidates, trial: Trial, p: number): boolean {
  const { seatCohort, minSeats, seatStart, mandatory } = state.problem;
  const members = state.members(p);
  for (let k = start[p]!; k < start[p + 1]!; k++) {
    const c = seatCohort[seat[k]!]!;
    if (state.size[c]! + members <= minSeats[c]! && trial.start().add(p, seat[k]!).decide(ANYTHING))
      return true;
  }
  for (let k = start[p]!; k < start[p + 1]!; k++)
    if (trial.start().add(p, seat[k]!).decide(ANYTHING)) return true;
  if (mandatory[p] === 1)
    for (let k = seatStart[p]!; k < seatStart[p + 1]!; k++)
      if (trial.start().add(p, k).decide(ANYTHING)) return true;
  return false;
}
