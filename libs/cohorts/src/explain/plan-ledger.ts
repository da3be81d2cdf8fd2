import type { BrokenRule } from '../referee/broken-rule.js';
import { brokenAbsence, brokenRules } from '../referee/broken-rules.js';
import { fairSeatsPenalty, penaltiesOf } from '../referee/penalties.js';
import type { Penalties } from '../referee/penalties.js';
import type { Executive, Pair, Placement } from '../document/problem.js';
import { known } from '../document/problem-index.js';
import type { ProblemIndex } from '../document/problem-index.js';
import { seatCost, seatPoints } from '../referee/seat.js';
import { seatingOf } from '../referee/seating.js';
import type { SeatedCohort, Seating } from '../referee/seating.js';
import { standingFigures } from '../referee/standing-figures.js';
import type { StandingFigures } from '../referee/standing-figures.js';
import type { MoveConsequence } from './consequence.js';

/** Somebody in a cohort, or in none. */
export interface Placing {
  readonly executive: string;
  readonly cohort: string | null;
}

/** Where a change is felt. */
interface Touched {
  readonly cohorts: ReadonlySet<string>;
  readonly units: ReadonlySet<string>;
  /** The problem with those who move alone, and the pairs, locks and earlier seats that concern them. */
  readonly index: ProblemIndex;
}

/**
 * A plan by cohorts, so that the referee's own functions judge a change by the few cohorts, units and pairs that it touches
 * instead of the whole plan again.
 */
export class PlanLedger {
  private readonly standing: StandingFigures;
  private readonly seating: Seating;
  private readonly place: ReadonlyMap<string, number>;
  private readonly cost: number;
  /** Earlier seats by executive. */
  private readonly previous: ReadonlyMap<string, Placement>;

  constructor(
    readonly index: ProblemIndex,
    placements: readonly Placement[],
  ) {
    this.standing = standingFigures(index);
    this.seating = seatingOf(index, placements);
    this.place = new Map(index.problem.cohorts.map(({ id }, c) => [id, c]));
    this.previous = new Map(
      index.problem.preferences.stability?.previous.map((each) => [each.executive, each]),
    );
    this.cost = this.seating.cohorts.reduce((sum, each) => sum + this.costOf(each), 0);
  }

  cohortOf(executive: string): string | null {
    return this.seating.cohortsOf.get(executive)?.[0] ?? null;
  }

  membersOf(cohort: string): readonly Executive[] {
    return this.seating.cohorts[known(this.place, cohort)]!.members;
  }

  /** What changes with some executives placed elsewhere; `cohort` is the one to name in the answer. */
  change(moves: readonly Placing[], cohort: string | null): MoveConsequence {
    const touched = this.touchedBy(moves);
    const before = this.seatingAfter([], touched);
    const after = this.seatingAfter(moves, touched);
    const figure = (of: (each: SeatedCohort) => number): number =>
      sumOver(touchedIn(after, touched), of) - sumOver(touchedIn(before, touched), of);
    const benefitChange = figure((each) => this.benefitOf(each));
    const costChange = figure((each) => this.costOf(each));
    const penaltyChanges = differenceOf(this.penalties(after, touched), this.penalties(before, touched));
    const broken = new Set(this.broken(before, touched, this.cost).map(({ sentence }) => sentence));
    return {
      cohort,
      objectiveChange: benefitChange - PENALTIES.reduce((sum, name) => sum + penaltyChanges[name], 0),
      benefitChange,
      penaltyChanges,
      costChange,
      brokenRules: this.broken(after, touched, this.cost + costChange).filter(
        ({ sentence }) => !broken.has(sentence),
      ),
      bestSwap: null,
    };
  }

  private touchedBy(moves: readonly Placing[]): Touched {
    const cohorts = new Set<string>();
    for (const { executive, cohort } of moves) {
      for (const from of this.seating.cohortsOf.get(executive) ?? []) cohorts.add(from);
      if (cohort !== null) cohorts.add(known(this.index.cohorts, cohort).id);
    }
    const people = moves.map(({ executive }) => known(this.index.executives, executive));
    return { cohorts, units: new Set(people.map(({ unit }) => unit)), index: this.indexFor(people) };
  }

  private indexFor(people: readonly Executive[]): ProblemIndex {
    const { problem } = this.index;
    const moving = new Set(people.map(({ id }) => id));
    const concerns = ([a, b]: Pair): boolean => moving.has(a) || moving.has(b);
    const { stability } = problem.preferences;
    const rules = {
      ...problem.rules,
      apart: problem.rules.apart.filter(concerns),
      together: problem.rules.together.filter(concerns),
      locked: problem.rules.locked.filter(({ executive }) => moving.has(executive)),
    };
    const previous = people.flatMap(({ id }) => this.previous.get(id) ?? []);
    const preferences = {
      ...problem.preferences,
      stability: stability === null ? null : { ...stability, previous },
    };
    return { ...this.index, problem: { ...problem, executives: people, rules, preferences } };
  }

  /** Cohorts after the moves, and where those are who move or are paired with somebody who does. */
  private seatingAfter(moves: readonly Placing[], { index }: Touched): Seating {
    const cohorts = [...this.seating.cohorts];
    const { rules, executives } = index.problem;
    const ids = [...executives.map(({ id }) => id), ...[...rules.apart, ...rules.together].flat()];
    const cohortsOf = new Map(
      ids.flatMap((id): readonly (readonly [string, readonly string[]])[] => {
        const of = this.seating.cohortsOf.get(id);
        return of === undefined ? [] : [[id, of]];
      }),
    );
    for (const { executive, cohort } of moves) {
      for (const from of cohortsOf.get(executive) ?? []) this.leave(cohorts, executive, from);
      cohortsOf.delete(executive);
      if (cohort === null) continue;
      const at = known(this.place, cohort);
      const { cohort: joined, members } = cohorts[at]!;
      cohorts[at] = { cohort: joined, members: [...members, known(this.index.executives, executive)] };
      cohortsOf.set(executive, [cohort]);
    }
    return { cohorts, cohortsOf };
  }

  private leave(cohorts: SeatedCohort[], executive: string, from: string): void {
    const at = known(this.place, from);
    const { cohort, members } = cohorts[at]!;
    cohorts[at] = { cohort, members: members.filter(({ id }) => id !== executive) };
  }

  private benefitOf({ cohort, members }: SeatedCohort): number {
    return members.reduce((sum, member) => sum + seatPoints(this.index, member, cohort.program), 0);
  }

  private costOf({ cohort, members }: SeatedCohort): number {
    if (members.length === 0) return 0;
    return members.reduce((sum, member) => sum + seatCost(this.index, member, cohort), cohort.fixedCost);
  }

  /** Of the cohorts touched, and what belongs to the whole plan. */
  private penalties(seating: Seating, touched: Touched): Penalties {
    const part = { ...seating, cohorts: touchedIn(seating, touched) };
    return {
      ...penaltiesOf(touched.index, { ...this.standing, fairSeats: new Map() }, part),
      fairSeats: fairSeatsPenalty(
        this.index,
        this.standing,
        seating.cohorts.filter(({ members }) => members.length > 0),
      ),
    };
  }

  /** Rules broken in the cohorts touched, by pairs and duties, and by the units touched in any week. */
  private broken(seating: Seating, touched: Touched, cost: number): readonly BrokenRule[] {
    const part = { ...seating, cohorts: touchedIn(seating, touched) };
    const withoutAbsence = { ...this.standing, absenceLimit: new Map<string, number>() };
    const ofUnits = {
      ...seating,
      cohorts: seating.cohorts.map(({ cohort, members }) => ({
        cohort,
        members: members.filter(({ unit }) => touched.units.has(unit)),
      })),
    };
    return [
      ...brokenRules(touched.index, withoutAbsence, part, cost),
      ...brokenAbsence(this.index, this.standing, ofUnits),
    ];
  }
}

const PENALTIES = ['shares', 'notAlone', 'similarStart', 'fairSeats', 'stability'] as const;

const touchedIn = ({ cohorts }: Seating, touched: Touched): readonly SeatedCohort[] =>
  cohorts.filter(({ cohort }) => touched.cohorts.has(cohort.id));

const sumOver = (cohorts: readonly SeatedCohort[], of: (each: SeatedCohort) => number): number =>
  cohorts.reduce((sum, each) => sum + of(each), 0);

const differenceOf = (after: Penalties, before: Penalties): Penalties => ({
  shares: after.shares - before.shares,
  notAlone: after.notAlone - before.notAlone,
  similarStart: after.similarStart - before.similarStart,
  fairSeats: after.fairSeats - before.fairSeats,
  stability: after.stability - before.stability,
});
