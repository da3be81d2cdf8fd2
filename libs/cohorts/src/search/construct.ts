import type { Candidates } from '../bound/candidates.js';
import type { PlanState } from './plan-state.js';
import { Trial } from './trial.js';

const ANYTHING = { least: -Infinity, price: 0 };

/** Seats who is locked, then who must sit (fewest choices first), then others while the prices say that it pays. */
export function construct(state: PlanState, candidates: Candidates): void {
  const { problem } = state;
  const { openStart, mandatory, lockedInto, partyCount } = problem;
  const order: number[] = [];
  for (let p = 0; p < partyCount; p++)
    if (lockedInto[p]! >= 0) state.move(p, lockedInto[p]!);
    else if (candidates.lead[p]! > 0 || mandatory[p] === 1) order.push(p);
  state.refresh();
  const choices = (p: number): number => openStart[p + 1]! - openStart[p]!;
  order.sort(
    (a, b) =>
      mandatory[b]! - mandatory[a]! ||
      (mandatory[a] === 1 ? choices(a) - choices(b) : candidates.lead[b]! - candidates.lead[a]!) ||
      a - b,
  );
  const trial = new Trial(state, ANYTHING);
  for (const p of order) seatAnywhere(state, candidates, trial, p);
}

/** First where a minimum is not reached yet, then where there is room, then wherever the party may sit. */
function seatAnywhere(state: PlanState, { start, cohort }: Candidates, trial: Trial, p: number): boolean {
  const { minSeats, openStart, openTo, mandatory } = state.problem;
  const members = state.members(p);
  const seat = (c: number, limit: number): boolean => {
    if (state.size[c]! + members > limit) return false;
    trial.start();
    trial.add(p, c);
    return trial.decide();
  };
  for (let k = start[p]!; k < start[p + 1]!; k++) if (seat(cohort[k]!, minSeats[cohort[k]!]!)) return true;
  for (let k = start[p]!; k < start[p + 1]!; k++)
    if (seat(cohort[k]!, state.capacity[cohort[k]!]!)) return true;
  if (mandatory[p] === 1)
    for (let k = openStart[p]!; k < openStart[p + 1]!; k++)
      if (seat(openTo[k]!, state.capacity[openTo[k]!]!)) return true;
  return false;
}
