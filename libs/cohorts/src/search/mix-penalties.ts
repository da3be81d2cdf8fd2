import type { CompiledProblem } from '../compile/compiled-problem.js';

/**
 * What cohorts lose by their mix, and by what they lack to their minimum while open. A counter's points depend on its
 * count and the cohort's size only, so that a change looks at the few counters that it touches: the sums over all
 * counters for one member more and one less are kept until the cohort changes.
 */
export class MixPenalties {
  /** An empty cohort that is open carries its whole shortage, so that a search fills it; a closed one takes nobody. */
  readonly open: Uint8Array;
  /** Points by cohort; 0 for none. */
  readonly penalty: Float64Array;
  readonly counts: Int32Array;
  /** Σ (mean level − reference) by cohort. */
  readonly startSum: Float64Array;
  private readonly same: Float64Array;
  private readonly more: Float64Array;
  private readonly less: Float64Array;
  private readonly stale: Uint8Array;

  constructor(
    private readonly problem: CompiledProblem,
    private readonly size: Int32Array,
    readonly shortage: number,
  ) {
    const { cohortCount, valueCount } = problem;
    this.open = new Uint8Array(cohortCount + 1).fill(1);
    this.penalty = new Float64Array(cohortCount + 1);
    this.counts = new Int32Array(cohortCount * valueCount);
    this.startSum = new Float64Array(cohortCount);
    this.same = new Float64Array(cohortCount);
    this.more = new Float64Array(cohortCount);
    this.less = new Float64Array(cohortCount);
    this.stale = new Uint8Array(cohortCount).fill(1);
  }

  total(): number {
    let sum = 0;
    for (const penalty of this.penalty) sum += penalty;
    return sum;
  }

  clearStart(): void {
    this.startSum.fill(0);
  }

  addStart(i: number, c: number, sign: number): void {
    const level = this.problem.meanLevel[i]!;
    // NaN: no level on record, which adds nothing.
    if (level === level) this.startSum[c]! += sign * (level - this.problem.reference[c]!);
  }

  count(i: number, c: number, sign: number): void {
    const { attributeCount, attributeValue, valueCount } = this.problem;
    for (let a = i * attributeCount, end = a + attributeCount; a < end; a++) {
      const v = attributeValue[a]!;
      if (v >= 0) this.counts[c * valueCount + v]! += sign;
    }
    this.addStart(i, c, sign);
    this.stale[c] = 1;
  }

  /** Points of a counter (with its offset for cohorts of one level) at a size and a count. */
  private points(cell: number, members: number, count: number): number {
    const { alone, valueCount, cellStart, cellShare, sizeLimit, least, most, shareWeight, shareNamed } =
      this.problem;
    let points = count === 1 ? alone[cell < valueCount ? cell : cell - valueCount]! : 0;
    for (let e = cellStart[cell]!, end = cellStart[cell + 1]!; e < end; e++) {
      const s = cellShare[e]!;
      const at = s * sizeLimit + (members < sizeLimit ? members : sizeLimit - 1);
      if (count > most[at]!) points += shareWeight[s]! * (count - most[at]!);
      else if (count < least[at]! && (count > 0 || shareNamed[s] === 1))
        points += shareWeight[s]! * (least[at]! - count);
    }
    return points;
  }

  private offset(c: number): number {
    return this.problem.oneLevel[c]! * this.problem.valueCount;
  }

  private startPoints(c: number, sum: number, members: number): number {
    const beyond = (sum < 0 ? -sum : sum) - this.problem.startTolerance * members;
    return beyond > 0 ? this.problem.startWeight[c]! * beyond : 0;
  }

  private shortagePoints(c: number, members: number): number {
    const missing = this.problem.minSeats[c]! - members;
    return missing > 0 ? this.shortage * missing : 0;
  }

  private emptyPoints(c: number): number {
    if (this.open[c] === 0) return 0;
    return this.shortage * Math.max(this.problem.minSeats[c]!, this.problem.mustRun[c]!);
  }

  /** Points of a cohort as it is, worked out anew. */
  of(c: number): number {
    const members = this.size[c]!;
    if (members === 0) return this.emptyPoints(c);
    this.renewSums(c);
    return this.same[c]! + this.startPoints(c, this.startSum[c]!, members) + this.shortagePoints(c, members);
  }

  renew(c: number): void {
    this.penalty[c] = this.of(c);
  }

  private renewSums(c: number): void {
    if (this.stale[c] === 0) return;
    const { valueCount } = this.problem;
    const members = this.size[c]!;
    const offset = this.offset(c);
    let [same, more, less] = [0, 0, 0];
    for (let v = 0; v < valueCount; v++) {
      const count = this.counts[c * valueCount + v]!;
      same += this.points(offset + v, members, count);
      more += this.points(offset + v, members + 1, count);
      if (members > 1) less += this.points(offset + v, members - 1, count);
    }
    this.same[c] = same;
    this.more[c] = more;
    this.less[c] = less;
    this.stale[c] = 0;
  }

  /** Points of a cohort if an executive came. */
  afterJoin(c: number, i: number): number {
    this.renewSums(c);
    const { attributeCount, attributeValue, valueCount, meanLevel, reference } = this.problem;
    const members = this.size[c]! + 1;
    const offset = this.offset(c);
    let points = this.more[c]!;
    for (let a = i * attributeCount, end = a + attributeCount; a < end; a++) {
      const v = attributeValue[a]!;
      if (v < 0) continue;
      const count = this.counts[c * valueCount + v]!;
      points += this.points(offset + v, members, count + 1) - this.points(offset + v, members, count);
    }
    const level = meanLevel[i]!;
    const sum = this.startSum[c]! + (level === level ? level - reference[c]! : 0);
    return points + this.startPoints(c, sum, members) + this.shortagePoints(c, members);
  }

  /** Points of a cohort if an executive left. */
  afterLeave(c: number, i: number): number {
    const members = this.size[c]! - 1;
    if (members === 0) return this.emptyPoints(c);
    this.renewSums(c);
    const { attributeCount, attributeValue, valueCount, meanLevel, reference } = this.problem;
    const offset = this.offset(c);
    let points = this.less[c]!;
    for (let a = i * attributeCount, end = a + attributeCount; a < end; a++) {
      const v = attributeValue[a]!;
      if (v < 0) continue;
      const count = this.counts[c * valueCount + v]!;
      points += this.points(offset + v, members, count - 1) - this.points(offset + v, members, count);
    }
    const level = meanLevel[i]!;
    const sum = this.startSum[c]! - (level === level ? level - reference[c]! : 0);
    return points + this.startPoints(c, sum, members) + this.shortagePoints(c, members);
  }

  /** Points of a cohort if one executive came and another left. */
  afterSwap(c: number, comes: number, leaves: number): number {
    this.renewSums(c);
    const { attributeCount, attributeValue, meanLevel, reference } = this.problem;
    const members = this.size[c]!;
    let points = this.same[c]!;
    for (let k = 0; k < attributeCount; k++) {
      const v = attributeValue[comes * attributeCount + k]!;
      const w = attributeValue[leaves * attributeCount + k]!;
      if (v !== w) points += this.exchange(c, v, w);
    }
    const [a, b] = [meanLevel[comes]!, meanLevel[leaves]!];
    const sum = this.startSum[c]! + (a === a ? a - reference[c]! : 0) - (b === b ? b - reference[c]! : 0);
    return points + this.startPoints(c, sum, members) + this.shortagePoints(c, members);
  }

  private exchange(c: number, comes: number, leaves: number): number {
    const members = this.size[c]!;
    const offset = this.offset(c);
    const base = c * this.problem.valueCount;
    let points = 0;
    if (comes >= 0) {
      const count = this.counts[base + comes]!;
      points += this.points(offset + comes, members, count + 1) - this.points(offset + comes, members, count);
    }
    if (leaves >= 0) {
      const count = this.counts[base + leaves]!;
      points +=
        this.points(offset + leaves, members, count - 1) - this.points(offset + leaves, members, count);
    }
    return points;
  }
}
