import {
  addTallies,
  isGapShown,
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
  const shown = populationsShown(family.map((member) => sized(member, withEnoughEvidence(member.tally))));
  const own = family.find((member) => member.id === id);
  if (!own || !shown.has(id)) return null;
  const figures = roundedForAudience(strategyReadiness(own.tally, statementWeight));
  const isShown = ({ capabilityId }: CapabilityGap) => gapShownIn(family, shown, capabilityId).has(id);
  const gaps = figures.gaps.filter(isShown);
  // In an order that tells nothing of their size.
  const others = figures.gaps.filter((gap) => !gaps.includes(gap)).toSorted(byCapability);
  return { ...figures, gaps: [...gaps, ...others.map(withheld)] };
}

function gapShownIn(
  family: readonly FamilyMember[],
  shown: ReadonlySet<string>,
  capabilityId: string,
): ReadonlySet<string> {
  const assessed = family.map((member) =>
    sized(member, member.tally.capabilities.get(capabilityId)?.assessed ?? 0),
  );
  return populationsShown(assessed, (people, rest, id) => shown.has(id) && isGapShown(people, rest));
}

const sized = ({ id, parentId }: FamilyMember, people: number): NestedPopulation => ({
  id,
  parentId,
  people,
});

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
