import { gapOf, isBelow } from './attainment.js';
import type { CalendarDay } from './calendar-day.js';
import { ReadinessBand } from './executive-readiness.js';
import type { ExecutiveReadiness } from './executive-readiness.js';
import type { Period } from './period.js';
import type { CapabilityTally, Tally } from './tally.js';

/** A tally as a fact: it holds from a day until the day before another. */
export interface TallyPeriod extends Period {
  readonly tally: Tally;
}

/** What one executive adds to a tally, as a row of sums; see `TallyColumns`. */
export type TallyShare = Readonly<Float64Array>;

const HEADS = 8;
const PER_CAPABILITY = 6;
/** Executives, the first of the heads. */
const PEOPLE = 0;
/** Sums of multiples of 2^-32 below 2^21 are exact in a double. */
const GRAIN = 2 ** 32;

/** Where each sum stands in a row: eight of the whole statement, then six of each of its capabilities. */
export class TallyColumns {
  readonly width: number;
  private readonly offsets: ReadonlyMap<string, number>;

  /** @param capabilityIds  every capability that the statement ever requires, each once */
  constructor(capabilityIds: readonly string[]) {
    this.offsets = new Map(capabilityIds.map((id, index) => [id, HEADS + PER_CAPABILITY * index]));
    this.width = HEADS + PER_CAPABILITY * this.offsets.size;
  }

  /**
   * What one executive adds, as `tallyOf` would sum it. Each decimal is rounded to 2^-32 (1e-10), so that sums of people are
   * exact: the same in any order, and without a residue when somebody is taken out again.
   *
   * @param readiness  of one executive, for the statement of these columns
   * @throws RangeError  when it has a capability that the columns have not
   *
   * O(capabilities).
   *
   * @example new TallyColumns([]).shareOf(readiness)[0] // => 1, the executive
   */
  shareOf({ band, value, coverage, parts }: ExecutiveReadiness): TallyShare {
    const share = new Float64Array(this.width);
    share[PEOPLE] = 1;
    share[BAND_COLUMN[band]] = 1;
    share[5] = Number(parts.some(({ level }) => level !== null));
    share[6] = grained(value ?? 0);
    share[7] = grained(coverage);
    for (const { requirement, level } of parts) {
      const { capabilityId, requiredLevel, weight, critical } = requirement;
      const at = this.offsets.get(capabilityId);
      if (at === undefined) throw new RangeError(`No column for ${capabilityId}`);
      share[at] = 1;
      share[at + 1] = Number(critical);
      if (level === null) continue;
      const gap = gapOf(level.level, requiredLevel);
      share[at + 2] = 1;
      share[at + 3] = Number(isBelow(level.level, requiredLevel));
      share[at + 4] = grained(gap);
      share[at + 5] = grained(weight * gap);
    }
    return share;
  }

  /** The sums of a row by name; capabilities required of nobody are left out. O(capabilities). */
  tallyIn(row: TallyShare): Tally {
    const capabilities = new Map<string, CapabilityTally>();
    for (const [id, at] of this.offsets)
      if (valueAt(row, at) > 0) capabilities.set(id, capabilityIn(row, at));
    return {
      executives: valueAt(row, PEOPLE),
      readyNow: valueAt(row, BAND_COLUMN.READY_NOW),
      readySoon: valueAt(row, BAND_COLUMN.READY_SOON),
      developing: valueAt(row, BAND_COLUMN.DEVELOPING),
      insufficientEvidence: valueAt(row, BAND_COLUMN.INSUFFICIENT_EVIDENCE),
      withEvidence: valueAt(row, 5),
      valueSum: valueAt(row, 6),
      coverageSum: valueAt(row, 7),
      capabilities,
    };
  }
}

/**
 * The tally of one population for one statement over all days, built up person by person, or from the histories of its parts.
 * Kept as what changes on each day, so its size is that of the days on which anything changes, whatever the number of people.
 */
export class TallyHistory {
  private readonly changes = new Map<CalendarDay, Float64Array>();

  constructor(private readonly columns: TallyColumns) {}

  /**
   * Counts somebody in over a period.
   * @param share  from `TallyColumns.shareOf`
   *
   * O(capabilities).
   */
  add({ validFrom, validTo }: Period, share: TallyShare): void {
    addInto(this.changeOn(validFrom), share, 1);
    addInto(this.changeOn(validTo), share, -1);
  }

  /**
   * Counts a part of the population in over the days on which it belongs to it, e.g. a unit under another until it is moved.
   * @param part  a history with the same columns, sharing nobody with what is counted already
   *
   * O(days of the part · capabilities).
   */
  addPart({ validFrom, validTo }: Period, part: TallyHistory): void {
    const counted = new Float64Array(this.columns.width);
    for (const [day, change] of part.changes) {
      if (day >= validTo) continue;
      addInto(this.changeOn(day > validFrom ? day : validFrom), change, 1);
      addInto(counted, change, 1);
    }
    addInto(this.changeOn(validTo), counted, -1);
  }

  /**
   * The tally on every day, as facts that follow each other.
   * @returns  oldest first, not overlapping; nothing on days without an executive of whom anything is required
   *
   * O(days · (log days + capabilities)).
   */
  periods(): readonly TallyPeriod[] {
    const days = [...this.changes].filter(([, change]) => change.some((sum) => sum !== 0)).toSorted(byDay);
    const sums = new Float64Array(this.columns.width);
    const periods: TallyPeriod[] = [];
    for (const [index, [validFrom, change]] of days.entries()) {
      addInto(sums, change, 1);
      const validTo = days[index + 1]?.[0];
      if (validTo !== undefined && valueAt(sums, PEOPLE) > 0)
        periods.push({ validFrom, validTo, tally: this.columns.tallyIn(sums) });
    }
    return periods;
  }

  private changeOn(day: CalendarDay): Float64Array {
    const known = this.changes.get(day);
    if (known) return known;
    const change = new Float64Array(this.columns.width);
    this.changes.set(day, change);
    return change;
  }
}

const BAND_COLUMN: Readonly<Record<ReadinessBand, number>> = {
  [ReadinessBand.ReadyNow]: 1,
  [ReadinessBand.ReadySoon]: 2,
  [ReadinessBand.Developing]: 3,
  [ReadinessBand.InsufficientEvidence]: 4,
};

function capabilityIn(row: TallyShare, at: number): CapabilityTally {
  return {
    required: valueAt(row, at),
    critical: valueAt(row, at + 1),
    assessed: valueAt(row, at + 2),
    below: valueAt(row, at + 3),
    gapSum: valueAt(row, at + 4),
    weightedGapSum: valueAt(row, at + 5),
  };
}

function addInto(sums: Float64Array, share: TallyShare, sign: 1 | -1): void {
  for (let i = 0; i < sums.length; i += 1) sums[i] = valueAt(sums, i) + sign * valueAt(share, i);
}

function valueAt(row: TallyShare, index: number): number {
  return row[index] ?? 0;
}

function grained(value: number): number {
  return Math.round(value * GRAIN) / GRAIN;
}

function byDay([a]: readonly [CalendarDay, unknown], [b]: readonly [CalendarDay, unknown]): number {
  return a < b ? -1 : 1;
}
