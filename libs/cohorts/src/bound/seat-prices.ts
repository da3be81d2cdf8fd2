import type { CompiledProblem } from '../compile/compiled-problem.js';
import { memberTypesOf } from './member-types.js';
import type { MemberTypes } from './member-types.js';
import type { PriceLayout } from './price-layout.js';

/** What an executive pays for a seat at given prices, as sums of table rows by cohort. */
export class SeatPrices {
  private readonly types: MemberTypes;
  /** By type and cohort: seat, cost, and the attributes that types tell apart. */
  private readonly typeRow: Float64Array;
  /** By counter and cohort. */
  private readonly counterRow: Float64Array;
  /** By unit and cohort: unit limit, absence, fair seats. */
  private readonly unitRow: Float64Array;
  private readonly start: Float64Array;
  /** Points per level of difference that is no longer asked about: 0 where there is none. */
  private hasStart = false;

  constructor(
    private readonly problem: CompiledProblem,
    private readonly layout: PriceLayout,
  ) {
    const { cohortCount, valueCount, unitCount } = problem;
    this.types = memberTypesOf(problem);
    this.typeRow = new Float64Array(this.types.count * cohortCount);
    this.counterRow = new Float64Array(valueCount * cohortCount);
    this.unitRow = new Float64Array(unitCount * cohortCount);
    this.start = new Float64Array(cohortCount);
  }

  prepare(prices: Float64Array): void {
    this.prepareCounters(prices);
    this.prepareTypes(prices);
    this.prepareUnits(prices);
    const { start } = this.layout;
    this.hasStart = false;
    for (let c = 0; c < this.start.length; c++) {
      this.start[c] = prices[start + c]!;
      if (this.start[c] !== 0) this.hasStart = true;
    }
  }

  private prepareCounters(prices: Float64Array): void {
    const { cohortCount } = this.problem;
    const { cells, share } = this.layout;
    this.counterRow.fill(0);
    cells.forEach(({ counter, atLeast }, k) => {
      const row = counter * cohortCount;
      for (let c = 0, at = share + k; c < cohortCount; c++, at += cells.length)
        this.counterRow[row + c]! += atLeast ? -prices[at]! : prices[at]!;
    });
  }

  private prepareTypes(prices: Float64Array): void {
    const { cohortCount, costFrom, location, locationCount, attributeCount, attributeValue } = this.problem;
    const { count, example, within } = this.types;
    const price = prices[this.layout.budget]!;
    for (let t = 0; t < count; t++) {
      const i = example[t]!;
      const row = t * cohortCount;
      // A location where nobody is has a type without an example.
      if (i < 0) continue;
      for (let c = 0; c < cohortCount; c++)
        this.typeRow[row + c] = prices[c]! + price * costFrom[c * locationCount + location[i]!]!;
      for (const a of within) {
        const v = attributeValue[i * attributeCount + a]!;
        if (v < 0) continue;
        for (let c = 0; c < cohortCount; c++) this.typeRow[row + c]! += this.counterRow[v * cohortCount + c]!;
      }
    }
  }

  private prepareUnits(prices: Float64Array): void {
    const { cohortCount, unitCount, week, weekStart, weekCount } = this.problem;
    const { unitLimit, unitLimits, absence, absences, fair } = this.layout;
    for (let u = 0; u < unitCount; u++)
      for (let c = 0; c < cohortCount; c++) {
        let sum = prices[fair + u]!;
        if (unitLimits) sum += prices[unitLimit + c * unitCount + u]!;
        if (absences)
          for (let k = weekStart[c]!; k < weekStart[c + 1]!; k++)
            sum += prices[absence + u * weekCount + week[k]!]!;
        this.unitRow[u * cohortCount + c] = sum;
      }
  }

  /** What an executive pays for a seat in a cohort. */
  of(i: number, c: number): number {
    const { cohortCount, unit, attributeCount, attributeValue, meanLevel, reference } = this.problem;
    let price =
      this.typeRow[this.types.typeOf[i]! * cohortCount + c]! + this.unitRow[unit[i]! * cohortCount + c]!;
    for (const a of this.types.others) {
      const v = attributeValue[i * attributeCount + a]!;
      if (v >= 0) price += this.counterRow[v * cohortCount + c]!;
    }
    const level = meanLevel[i]!;
    // NaN: no level on record.
    return level === level ? price + this.start[c]! * (level - reference[c]!) : price;
  }

  /** Writes what an executive pays for each of the cohorts listed into `out`, side by side. */
  write(i: number, cohorts: Uint16Array, [from, to]: readonly [number, number], out: Float64Array): void {
    const { cohortCount, unit, attributeCount, attributeValue, meanLevel, reference } = this.problem;
    const { typeRow, unitRow, counterRow, start } = this;
    const type = this.types.typeOf[i]! * cohortCount;
    const row = unit[i]! * cohortCount;
    for (let k = from, at = 0; k < to; k++, at++) {
      const c = cohorts[k]!;
      out[at] = typeRow[type + c]! + unitRow[row + c]!;
    }
    for (const a of this.types.others) {
      const v = attributeValue[i * attributeCount + a]!;
      if (v < 0) continue;
      const counters = v * cohortCount;
      for (let k = from, at = 0; k < to; k++, at++) out[at]! += counterRow[counters + cohorts[k]!]!;
    }
    const level = meanLevel[i]!;
    if (!this.hasStart || level !== level) return;
    for (let k = from, at = 0; k < to; k++, at++) {
      const c = cohorts[k]!;
      out[at]! += start[c]! * (level - reference[c]!);
    }
  }
}
