import { CohortMode } from '../document/problem.js';
import type { Cohort, CohortProblem, Executive } from '../document/problem.js';
import type { ProblemIndex } from '../document/problem-index.js';
import { hoursBetween } from '../referee/seat.js';
import { exceeds } from '../referee/tolerance.js';

/** Cohorts that are open to each executive, as lists of indexes. */
export type OpenCohorts = readonly Uint16Array[];

/**
 * The eligible pairs, without building a sentence for each of the others: cohorts that differ in nothing that decides for
 * anybody are looked at once.
 *
 * O(executives × distinct cohorts).
 */
export function openCohortsOf(index: ProblemIndex): OpenCohorts {
  const { executives, cohorts } = index.problem;
  const matcher = new Matcher(index);
  const buffer = new Uint16Array(cohorts.length);
  return executives.map((executive) => {
    let count = 0;
    matcher.look(executive);
    for (let c = 0; c < cohorts.length; c++) if (matcher.takes(c)) buffer[count++] = c;
    return buffer.slice(0, count);
  });
}

/** Answers by executive and cohort, with what the executive's side needs looked up once. */
class Matcher {
  private readonly weekStart: Int32Array;
  private readonly week: Int32Array;
  private readonly weekPlace = new Map<number, number>();
  private readonly programPlace: ReadonlyMap<string, number>;
  private readonly programOf: Int32Array;
  private readonly away: Uint8Array;
  private readonly completed: Uint8Array;
  private readonly levelRows = new Map<string, Uint8Array<ArrayBuffer>>();
  private readonly languageRows = new Map<string, Uint8Array<ArrayBuffer>>();
  private readonly nearRows = new Map<string, Uint8Array<ArrayBuffer>>();
  private levelRow = new Uint8Array(0);
  private languageRow = new Uint8Array(0);
  private nearRow = new Uint8Array(0);
  private forbidden: ReadonlySet<string> | undefined;

  constructor(private readonly index: ProblemIndex) {
    const { cohorts, programs } = index.problem;
    this.programPlace = new Map(programs.map(({ id }, p) => [id, p]));
    this.programOf = Int32Array.from(cohorts, ({ program }) => this.programPlace.get(program)!);
    this.weekStart = new Int32Array(cohorts.length + 1);
    const weeks = cohorts.flatMap((cohort, c) => {
      this.weekStart[c + 1] = this.weekStart[c]! + cohort.weeks.length;
      return cohort.weeks.map((each) => this.placeOfWeek(each));
    });
    this.week = Int32Array.from(weeks);
    this.away = new Uint8Array(this.weekPlace.size);
    this.completed = new Uint8Array(programs.length);
  }

  private placeOfWeek(week: number): number {
    const known = this.weekPlace.get(week);
    if (known !== undefined) return known;
    this.weekPlace.set(week, this.weekPlace.size);
    return this.weekPlace.size - 1;
  }

  look(executive: Executive): void {
    const { leadershipLevel, languages, location, unavailableWeeks, completedPrograms } = executive;
    this.levelRow = this.row(this.levelRows, leadershipLevel, (cohort) =>
      cohort.leadershipLevels.includes(leadershipLevel),
    );
    this.languageRow = this.row(this.languageRows, JSON.stringify(languages), ({ language }) =>
      languages.includes(language),
    );
    this.nearRow = this.row(this.nearRows, location, (cohort) => this.isNear(location, cohort));
    this.away.fill(0);
    for (const week of unavailableWeeks) {
      const place = this.weekPlace.get(week);
      if (place !== undefined) this.away[place] = 1;
    }
    this.completed.fill(0);
    for (const program of completedPrograms) {
      const place = this.programPlace.get(program);
      if (place !== undefined) this.completed[place] = 1;
    }
    this.forbidden = this.index.forbidden.get(executive.id);
  }

  private row(
    rows: Map<string, Uint8Array<ArrayBuffer>>,
    key: string,
    holds: (cohort: Cohort) => boolean,
  ): Uint8Array<ArrayBuffer> {
    const known = rows.get(key);
    if (known) return known;
    const row = Uint8Array.from(this.index.problem.cohorts, (cohort) => (holds(cohort) ? 1 : 0));
    rows.set(key, row);
    return row;
  }

  private isNear(location: string, cohort: Cohort): boolean {
    const { maxVirtualHours } = this.index.problem.rules;
    if (cohort.mode !== CohortMode.Virtual || maxVirtualHours === null) return true;
    return !exceeds(hoursBetween(this.index, location, cohort.location), maxVirtualHours);
  }

  takes(c: number): boolean {
    if (this.levelRow[c] === 0 || this.languageRow[c] === 0 || this.nearRow[c] === 0) return false;
    if (this.completed[this.programOf[c]!] === 1) return false;
    for (let k = this.weekStart[c]!; k < this.weekStart[c + 1]!; k++)
      if (this.away[this.week[k]!] === 1) return false;
    return !(this.forbidden?.has(this.index.problem.cohorts[c]!.id) ?? false);
  }
}

/** Whether a cohort is among those open to an executive, for figures that do not know parties. */
export const isOpenTo =
  (open: OpenCohorts, problem: CohortProblem): ((executive: number, cohort: number) => boolean) =>
  (i, c) => {
    const list = open[i];
    if (list === undefined || c >= problem.cohorts.length) return false;
    let [low, high] = [0, list.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (list[middle] === c) return true;
      if (list[middle]! < c) low = middle + 1;
      else high = middle - 1;
    }
    return false;
  };
