import { ContributionSums, ContributionSource, isAnything } from './contribution-sums.js';
import type { Contribution } from './contribution-sums.js';
import { changeByCapability, figureOf } from './figure-change.js';
import type { FigureParts } from './figure-parts.js';
import { InvalidGoalError } from './invalid-goal-error.js';

/** Why somebody has no part in a figure on a day. */
export const Absence = {
  /** Not yet, or no longer, with the organization. */
  NotInOrganization: 'NOT_IN_ORGANIZATION',
  /** In another unit or at another leadership level. */
  InOtherPopulation: 'IN_OTHER_POPULATION',
  /** The statement requires nothing of them. */
  NothingRequired: 'NOTHING_REQUIRED',
  /** Coverage is insufficient. */
  NotEnoughEvidence: 'NOT_ENOUGH_EVIDENCE',
} as const;
export type Absence = (typeof Absence)[keyof typeof Absence];

/** One person between two days. */
export interface PersonBetween {
  /** Their part in the figure on the earlier day, or why they have none. */
  readonly before: FigureParts | Absence;
  readonly after: FigureParts | Absence;
  /** Of somebody with a part on both days: the parts in the states of `factsBetween`; null: nothing but levels changed. */
  readonly between: {
    readonly withNewRequirements: FigureParts;
    readonly withNewEvidence: FigureParts;
  } | null;
  /** Cohorts that they completed in between, each once. */
  readonly completedCohortIds: readonly string[];
}

export interface GoalContributions {
  /** The figure on either day, in the metric's unit. */
  readonly before: number;
  readonly after: number;
  /** By source, cohort and capability; they add up to after − baseline. Parts of nothing are left out. */
  readonly contributions: readonly Contribution[];
  /**
   * How many people each source moved: of joiners and leavers everybody, of stayers those any of whose parts it changed. One
   * may be moved by several; a source that moved nobody is absent.
   */
  readonly people: ReadonlyMap<ContributionSource, number>;
}

/**
 * Who and what moved a readiness figure between two days, exactly.
 *
 * With v a person's figure, M0 and M1 the means, n1 people later:
 * M1 − M0 = Σ_stay (v1 − v0)/n1 + Σ_join (v1 − M0)/n1 − Σ_leave (v0 − M0)/n1.
 * A stayer's change is split from `before` to new requirements, to new evidence, to `after`: REQUIREMENTS, EVIDENCE,
 * and levels, which go to the cohorts completed in between, each 1/k, else to OTHERS. A state without any value adds
 * nothing, and the next takes its change. Joiners and leavers go to JOINED, LEFT, MOVED, REQUIREMENTS or EVIDENCE by
 * why they were or are absent. Each amount unfolds by capability where the parts do: from figure V by
 * share'·(value' − V) − share·(value − V), so that a requirement that comes or goes counts by how far it is off.
 *
 * @param people        everybody with a part on either day, in any order; absent on both changes nothing
 * @param typedBaseline the goal's baseline when it was typed in, in the metric's unit, its difference from the figure
 *                      being a part of its own; null when the baseline is the figure
 * @returns             null when nobody has a part on one of the days, so that one of the figures is unknown
 * @throws InvalidGoalError when a weight is not positive, a value not finite, a part has no value at all, or a cohort
 *                          is named twice
 *
 * O(people · parts).
 */
export function goalContributions(
  people: readonly PersonBetween[],
  typedBaseline: number | null,
): GoalContributions | null {
  const before = meanFigure(people.map((person) => person.before));
  const after = meanFigure(people.map((person) => person.after));
  if (before === null || after === null) return null;
  const sums = new ContributionSums(1 / after.people);
  for (const person of people) addPerson(sums, person, before.mean);
  const typed = typedBaseline === null ? [] : [typedPart(before.mean, typedBaseline)];
  const contributions = [...sums.contributions(), ...typed];
  return { before: before.mean, after: after.mean, contributions, people: sums.people };
}

const isAbsent = (state: FigureParts | Absence): state is Absence => typeof state === 'string';

function meanFigure(
  states: readonly (FigureParts | Absence)[],
): { readonly mean: number; readonly people: number } | null {
  let sum = 0;
  let people = 0;
  for (const state of states) {
    if (isAbsent(state)) continue;
    const figure = figureOf(state);
    if (figure === null)
      throw new InvalidGoalError('Somebody who counts must have a value; else say why they do not');
    sum += figure;
    people += 1;
  }
  return people === 0 ? null : { mean: sum / people, people };
}

function addPerson(sums: ContributionSums, person: PersonBetween, meanBefore: number): void {
  const { before, after } = person;
  if (isAbsent(before)) {
    if (isAbsent(after)) return;
    addAbsent(sums, changeByCapability([], after, meanBefore), sourceOf(before, ContributionSource.Joined));
  } else if (isAbsent(after)) {
    addAbsent(sums, changeByCapability(before, [], meanBefore), sourceOf(after, ContributionSource.Left));
  } else {
    addStayer(sums, before, after, person);
  }
}

function addAbsent(
  sums: ContributionSums,
  change: ReadonlyMap<string | null, number>,
  source: ContributionSource,
): void {
  sums.add(change, { source });
  sums.count(source);
}

const SOURCE_INSIDE = {
  [Absence.InOtherPopulation]: ContributionSource.Moved,
  [Absence.NothingRequired]: ContributionSource.Requirements,
  [Absence.NotEnoughEvidence]: ContributionSource.Evidence,
} as const;

const sourceOf = (absence: Absence, outside: ContributionSource): ContributionSource =>
  absence === Absence.NotInOrganization ? outside : SOURCE_INSIDE[absence];

function addStayer(
  sums: ContributionSums,
  before: FigureParts,
  after: FigureParts,
  { between, completedCohortIds }: PersonBetween,
): void {
  const required = valuedOr(between?.withNewRequirements, before);
  const known = valuedOr(between?.withNewEvidence, required);
  addStep(sums, stepChange(before, required), ContributionSource.Requirements);
  addStep(sums, stepChange(required, known), ContributionSource.Evidence);
  addLevels(sums, stepChange(known, after), completedCohortIds);
}

function addStep(
  sums: ContributionSums,
  change: ReadonlyMap<string | null, number>,
  source: ContributionSource,
): void {
  sums.add(change, { source });
  if (isAnything(change)) sums.count(source);
}

const valuedOr = (state: FigureParts | undefined, otherwise: FigureParts): FigureParts =>
  state === undefined || figureOf(state) === null ? otherwise : state;

const stepChange = (from: FigureParts, to: FigureParts): ReadonlyMap<string | null, number> =>
  from === to ? new Map() : changeByCapability(from, to, figureOf(from)!);

function addLevels(
  sums: ContributionSums,
  change: ReadonlyMap<string | null, number>,
  cohortIds: readonly string[],
): void {
  if (new Set(cohortIds).size < cohortIds.length)
    throw new InvalidGoalError(`A cohort is completed once: ${cohortIds.join(', ')}`);
  if (cohortIds.length === 0) addStep(sums, change, ContributionSource.Others);
  else if (isAnything(change)) sums.count(ContributionSource.Cohort);
  for (const cohortId of cohortIds) {
    sums.add(change, { source: ContributionSource.Cohort, cohortId, share: 1 / cohortIds.length });
  }
}

function typedPart(figure: number, typedBaseline: number): Contribution {
  if (!Number.isFinite(typedBaseline))
    throw new InvalidGoalError(`The baseline must be a finite number, got ${typedBaseline}`);
  const source = ContributionSource.TypedBaseline;
  return { source, cohortId: null, capabilityId: null, amount: figure - typedBaseline };
}
