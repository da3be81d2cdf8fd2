import type { CompiledProblem, CompiledShare } from '../compile/compiled-problem.js';

/** What the penalty of one cohort depends on. */
interface CohortCounts {
  readonly problem: CompiledProblem;
  readonly size: Int32Array;
  readonly counts: Int32Array;
  readonly startSum: Float64Array;
  readonly open: Uint8Array;
  readonly shortageWeight: number;
}

/** Points that a cohort loses by its mix, and by what it lacks to its minimum while it is open. */
export function penaltyOfCohort(state: CohortCounts, c: number): number {
  const { problem, size } = state;
  const members = size[c]!;
  const missing = problem.minSeats[c]! - members;
  if (members === 0) {
    if (state.open[c] === 0) return 0;
    return state.shortageWeight * Math.max(missing, problem.mustRun[c]!);
  }
  const short = missing > 0 ? state.shortageWeight * missing : 0;
  return short + mixPenalty(state, c) + startPenalty(state, c);
}

function mixPenalty(state: CohortCounts, c: number): number {
  const { problem, counts } = state;
  let penalty = 0;
  for (const share of problem.shares)
    if (!(share.skipOneLevel && problem.oneLevel[c] === 1)) penalty += sharePenalty(state, share, c);
  for (const { from, to, weight } of problem.notAlone)
    for (let k = c * problem.valueCount + from, end = k + to - from; k < end; k++)
      if (counts[k] === 1) penalty += weight;
  return penalty;
}

function startPenalty({ problem, size, startSum }: CohortCounts, c: number): number {
  const { tolerance, weight } = problem.similarStart;
  return weight * Math.max(0, Math.abs(startSum[c]!) - tolerance * size[c]!);
}

function sharePenalty({ problem, size, counts }: CohortCounts, share: CompiledShare, c: number): number {
  const members = size[c]!;
  // More members than seats are tried in the midst of a chain and refused after it.
  const at = Math.min(members, share.least.length - 1);
  const least = share.least[at]!;
  const most = share.most[at]!;
  let beyond = 0;
  for (let k = c * problem.valueCount + share.from, end = k + share.to - share.from; k < end; k++) {
    const count = counts[k]!;
    if (count > most) beyond += count - most;
    else if (count < least && (share.named || count > 0)) beyond += least - count;
  }
  return share.weight * beyond;
}
