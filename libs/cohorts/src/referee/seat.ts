import { CohortMode } from '../document/problem.js';
import type { Cohort, Executive } from '../document/problem.js';
import { known } from '../document/problem-index.js';
import type { ProblemIndex } from '../document/problem-index.js';
import { exceeds } from './tolerance.js';

/** What one requirement of a strategy gains by a seat. */
export interface SeatBenefit {
  readonly strategy: string;
  readonly capability: string;
  readonly points: number;
  /** Null: not assessed, so the seat gains nothing that could be counted. */
  readonly level: number | null;
  readonly expected: number | null;
  readonly required: number;
}

/** Why somebody may not sit in a cohort at all. */
export const Exclusion = {
  LeadershipLevel: 'leadershipLevel',
  Language: 'language',
  CompletedProgram: 'completedProgram',
  UnavailableWeek: 'unavailableWeek',
  VirtualHours: 'maxVirtualHours',
  Forbidden: 'forbidden',
} as const;
export type Exclusion = (typeof Exclusion)[keyof typeof Exclusion];

const DAY_HOURS = 24;

/** Hours between two time zones, round the clock: 0..12. */
export function hoursBetween(index: ProblemIndex, a: string, b: string): number {
  const apart =
    Math.abs(known(index.locations, a).utcOffset - known(index.locations, b).utcOffset) % DAY_HOURS;
  return Math.min(apart, DAY_HOURS - apart);
}

/** Whether a virtual cohort's time zone is too far from the executive's. */
function isTooFar(index: ProblemIndex, executive: Executive, cohort: Cohort): boolean {
  const { maxVirtualHours } = index.problem.rules;
  return (
    cohort.mode === CohortMode.Virtual &&
    maxVirtualHours !== null &&
    exceeds(hoursBetween(index, executive.location, cohort.location), maxVirtualHours)
  );
}

/** Whether no rule excludes the executive from the cohort; `exclusions` says which. */
export const isEligible = (index: ProblemIndex, executive: Executive, cohort: Cohort): boolean =>
  cohort.leadershipLevels.includes(executive.leadershipLevel) &&
  executive.languages.includes(cohort.language) &&
  !executive.completedPrograms.includes(cohort.program) &&
  !cohort.weeks.some((week) => executive.unavailableWeeks.includes(week)) &&
  !isTooFar(index, executive, cohort) &&
  !(index.forbidden.get(executive.id)?.has(cohort.id) ?? false);

/** Every reason for which the executive is not eligible for the cohort; none: eligible. */
export function exclusions(index: ProblemIndex, executive: Executive, cohort: Cohort): readonly Exclusion[] {
  const reasons: readonly (readonly [Exclusion, boolean])[] = [
    [Exclusion.LeadershipLevel, !cohort.leadershipLevels.includes(executive.leadershipLevel)],
    [Exclusion.Language, !executive.languages.includes(cohort.language)],
    [Exclusion.CompletedProgram, executive.completedPrograms.includes(cohort.program)],
    [Exclusion.UnavailableWeek, cohort.weeks.some((week) => executive.unavailableWeeks.includes(week))],
    [Exclusion.VirtualHours, isTooFar(index, executive, cohort)],
    [Exclusion.Forbidden, index.forbidden.get(executive.id)?.has(cohort.id) ?? false],
  ];
  return reasons.filter(([, holds]) => holds).map(([reason]) => reason);
}

/** Cost of one seat: the seat, and the way to a cohort on site elsewhere than home. */
export function seatCost(
  index: ProblemIndex,
  executive: Pick<Executive, 'location'>,
  cohort: Cohort,
): number {
  if (cohort.mode === CohortMode.Virtual || cohort.location === executive.location) return cohort.seatCost;
  const { perSeat, perHour } = index.problem.rules.travel;
  return cohort.seatCost + perSeat + perHour * hoursBetween(index, executive.location, cohort.location);
}

/** Levels as a seat in a program leaves them. */
export function levelAfterOf(
  index: ProblemIndex,
  program: string,
): (capability: string, level: number) => number {
  const develops = new Map(known(index.programs, program).develops.map((each) => [each.capability, each]));
  return (capability, level) => {
    const development = develops.get(capability);
    return development === undefined
      ? level
      : Math.max(level, Math.min(level + development.gain, development.ceiling));
  };
}

/**
 * What a seat in a program gains, requirement by requirement.
 *
 * weight_s · weight_r · (max(0, required − level) − max(0, required − after)), with
 * after = max(level, min(level + gain, ceiling)), for the capabilities that the program develops.
 *
 * @returns one part for each requirement of the executive's leadership level whose capability the program develops,
 *          in the order of the document, those without points included
 */
export function seatBenefits(
  index: ProblemIndex,
  executive: Executive,
  program: string,
): readonly SeatBenefit[] {
  const develops = new Map(known(index.programs, program).develops.map((each) => [each.capability, each]));
  const parts: SeatBenefit[] = [];
  for (const strategy of index.problem.strategies)
    for (const { capability, weight, required: byLevel } of strategy.requirements) {
      const development = develops.get(capability);
      const required = byLevel.get(executive.leadershipLevel);
      if (!development || required === undefined) continue;
      const level = executive.levels.get(capability) ?? null;
      const expected =
        level === null ? null : Math.max(level, Math.min(level + development.gain, development.ceiling));
      const closed =
        level === null || expected === null
          ? 0
          : Math.max(0, required - level) - Math.max(0, required - expected);
      const points = strategy.weight * weight * closed;
      parts.push({ strategy: strategy.id, capability, points, level, expected, required });
    }
  return parts;
}

export const seatPoints = (index: ProblemIndex, executive: Executive, program: string): number =>
  seatBenefits(index, executive, program).reduce((sum, { points }) => sum + points, 0);

/** Σ weight_s · weight_r · gap over the requirements whose level is known. */
export function needOf(index: ProblemIndex, executive: Executive): number {
  let need = 0;
  for (const strategy of index.problem.strategies)
    for (const { capability, weight, required } of strategy.requirements) {
      const level = executive.levels.get(capability);
      const wanted = required.get(executive.leadershipLevel);
      if (level !== undefined && wanted !== undefined)
        need += strategy.weight * weight * Math.max(0, wanted - level);
    }
  return need;
}

/** Mean level over the capabilities on record; null when there is none. */
export function meanLevel({ levels }: Executive): number | null {
  let sum = 0;
  for (const level of levels.values()) sum += level;
  return levels.size === 0 ? null : sum / levels.size;
}
