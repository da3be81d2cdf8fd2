/**
 * Maximize cost · x subject to rowLower <= A x <= rowUpper, lower <= x <= upper, x integer where `integer` says so.
 * Rows are side by side: entries rowStart[r] … rowStart[r + 1] − 1 of `column` and `value`.
 */
export interface MipModel {
  readonly offset: number;
  readonly cost: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** 1: whole numbers only. */
  readonly integer: Int32Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  readonly rowStart: Int32Array;
  readonly column: Int32Array;
  readonly value: Float64Array;
}

/** What became of a model. */
export const MipStatus = {
  Optimal: 'OPTIMAL',
  Infeasible: 'INFEASIBLE',
  /** Stopped at a limit: neither was shown. */
  Stopped: 'STOPPED',
} as const;
export type MipStatus = (typeof MipStatus)[keyof typeof MipStatus];

export interface MipAnswer {
  readonly status: MipStatus;
  /** Values of the columns; empty where there are none. */
  readonly solution: Float64Array;
  /** No solution is worth more; null: not known. */
  readonly bound: number | null;
}

export interface MipLimits {
  /** Branch-and-bound nodes, so that the answer is the same on any machine. */
  readonly nodes: number;
  /** Values of columns to start from; not given: none. */
  readonly start?: Float64Array;
  /** Any solution will do. */
  readonly firstSolution?: boolean;
  /** Asked from time to time; false stops. */
  readonly goOn?: () => boolean;
}

/** Solves a model; the lib knows no solver of its own. */
export type MipSolver = (model: MipModel, limits: MipLimits) => MipAnswer;

/** Puts a model together, row by row. */
export class MipBuilder {
  offset = 0;
  private readonly cost: number[] = [];
  private readonly lower: number[] = [];
  private readonly upper: number[] = [];
  private readonly integer: number[] = [];
  private readonly rowLower: number[] = [];
  private readonly rowUpper: number[] = [];
  private readonly rowStart: number[] = [0];
  private readonly columns: number[] = [];
  private readonly values: number[] = [];

  /** @returns the column's place */
  binary(cost: number): number {
    return this.add(cost, 1, 1);
  }

  /** A number of 0 or more. */
  amount(cost: number): number {
    return this.add(cost, Infinity, 0);
  }

  private add(cost: number, upper: number, integer: number): number {
    this.cost.push(cost);
    this.lower.push(0);
    this.upper.push(upper);
    this.integer.push(integer);
    return this.cost.length - 1;
  }

  fix(column: number, value: number): void {
    this.lower[column] = value;
    this.upper[column] = value;
  }

  /** One term of the row that `close` ends; a column is named once a row. */
  term(column: number, value: number): void {
    this.columns.push(column);
    this.values.push(value);
  }

  /** Terms of the open row. */
  get openTerms(): number {
    return this.columns.length - this.rowStart.at(-1)!;
  }

  close(lower: number, upper: number): void {
    this.rowLower.push(lower);
    this.rowUpper.push(upper);
    this.rowStart.push(this.columns.length);
  }

  /** Gives up the open row. */
  drop(): void {
    this.columns.length = this.rowStart.at(-1)!;
    this.values.length = this.columns.length;
  }

  build(): MipModel {
    return {
      offset: this.offset,
      cost: Float64Array.from(this.cost),
      lower: Float64Array.from(this.lower),
      upper: Float64Array.from(this.upper),
      integer: Int32Array.from(this.integer),
      rowLower: Float64Array.from(this.rowLower),
      rowUpper: Float64Array.from(this.rowUpper),
      rowStart: Int32Array.from(this.rowStart),
      column: Int32Array.from(this.columns),
      value: Float64Array.from(this.values),
    };
  }
}
