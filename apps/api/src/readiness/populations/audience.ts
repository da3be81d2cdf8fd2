import {
  addTallies,
  crossingShown,
  isGapShown,
  isPopulationShown,
  populationsShown,
  roundedForAudience,
  strategyReadiness,
  withEnoughEvidence,
} from '@alidade/readiness';
import type { CapabilityGap, NestedPopulation, StrategyReadiness, Tally } from '@alidade/readiness';

/** A population with its tally, among those that contain it or stand beside it. */
export interface FamilyMember {
  readonly id: string;
  /** Null for the one that contains all. */
  readonly parentId: string | null;
  readonly tally: Tally;
  /** Of a leadership level: its people in each unit with its sub-units. Null: it is a unit, or the organization. */
  readonly inUnits: ReadonlyMap<string, Tally> | null;
}

/** A gap whose figures may be withheld. */
interface AudienceGap extends Pick<CapabilityGap, 'capabilityId' | 'meanGap' | 'priority' | 'critical'> {
  readonly belowRequired: number | null;
  readonly assessed: number | null;
}

export interface AudienceFigures extends Omit<StrategyReadiness, 'gaps'> {
  readonly gaps: readonly AudienceGap[];
}

/**
 * The figures of one population as somebody sees them who may not see its people by name: nothing when it, or what
 * could be worked out from it and the others, would be a figure of one to four people; else rounded, and of each gap
 * nothing where that holds for those assessed in it.
 * @param family           of all that contain it, and of all that these contain: what could be subtracted
 * @param statementWeight  > 0
 * @returns                null when it is too small to show
 */
export function figuresForAudience(
  id: string,
  family: readonly FamilyMember[],
  statementWeight: number,
): AudienceFigures | null {
  const shown = membersShown(family);
  const own = family.find((member) => member.id === id);
  if (!own || !shown.has(id)) return null;
  const figures = roundedForAudience(strategyReadiness(own.tally, statementWeight));
  const isShown = ({ capabilityId }: CapabilityGap) => gapShownIn(family, shown, capabilityId).has(id);
  const gaps = figures.gaps.filter(isShown);
  // In an order that tells nothing of their size.
  const others = figures.gaps.filter((gap) => !gaps.includes(gap)).toSorted(byCapability);
  return { ...figures, gaps: [...gaps, ...others.map(withheld)] };
}

/** Which of them may be shown at all. */
export const membersShown = (family: readonly FamilyMember[]): ReadonlySet<string> =>
  shownBy(family, withEnoughEvidence, isPopulationShown);

/**
 * Of which of them the figures of one capability may be shown.
 * @param shown  from `membersShown`
 */
export const gapShownIn = (
  family: readonly FamilyMember[],
  shown: ReadonlySet<string>,
  capabilityId: string,
): ReadonlySet<string> =>
  shownBy(
    family,
    (tally) => tally.capabilities.get(capabilityId)?.assessed ?? 0,
    (people, rest, id) => shown.has(id) && isGapShown(people, rest),
  );

/** Units first, each beside all others; then leadership levels, beside each other and beside those units. */
function shownBy(
  family: readonly FamilyMember[],
  peopleOf: (tally: Tally) => number,
  mayBeShown: (people: number, rest: number | null, id: string) => boolean,
): ReadonlySet<string> {
  const sized = ({ id, parentId, tally }: FamilyMember): NestedPopulation => ({
    id,
    parentId,
    people: peopleOf(tally),
  });
  const units = family.filter(({ inUnits }) => inUnits === null).map(sized);
  const shown = populationsShown(units, mayBeShown);
  const levels = family.filter(({ inUnits }) => inUnits !== null);
  if (levels.length === 0) return shown;
  const whole = units.filter(({ parentId }) => parentId === null);
  const passing = populationsShown([...whole, ...levels.map(sized)], mayBeShown);
  const crossing = levels
    .filter(({ id }) => passing.has(id))
    .map(({ id, tally, inUnits }) => ({
      id,
      people: peopleOf(tally),
      peopleWithin: new Map([...(inUnits ?? [])].map(([unitId, within]) => [unitId, peopleOf(within)])),
    }));
  return new Set([...shown, ...crossingShown(crossing, units, shown)]);
}

const byCapability = (a: CapabilityGap, b: CapabilityGap): number =>
  a.capabilityId < b.capabilityId ? -1 : 1;

const withheld = ({ capabilityId, critical }: CapabilityGap): AudienceGap => ({
  capabilityId,
  critical,
  belowRequired: null,
  assessed: null,
  meanGap: null,
  priority: null,
});

/** The tallies of the parts of one population, e.g. of its leadership levels, together. */
export const together = (parts: readonly { readonly tally: Tally }[]): Tally =>
  addTallies(parts.map(({ tally }) => tally));
