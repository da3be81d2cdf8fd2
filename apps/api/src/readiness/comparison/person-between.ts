import { Absence, factsBetween, readinessParts, readyNowParts } from '@alidade/gains';
import type { FigureParts, PersonBetween, ReadinessFacts } from '@alidade/gains';
import { executiveReadiness, ReadinessBand, requirementsFor } from '@alidade/readiness';
import type { CountedLevel, ReadinessPolicy, Requirement } from '@alidade/readiness';

/** What is required of one person on a day, and by which policy it is judged. */
interface Required {
  readonly requirements: readonly Requirement[];
  readonly policy: ReadinessPolicy;
}
type Facts = ReadinessFacts<Required, CountedLevel>;

/** One person on one of the two days. */
export interface PersonOnDay {
  /** Null: no executive of the organization. */
  readonly leadershipLevelId: string | null;
  readonly inPopulation: boolean;
  /** Of the strategy, for all leadership levels; none: it was not in force. */
  readonly requirements: readonly Requirement[];
  readonly policy: ReadinessPolicy;
  readonly levels: ReadonlyMap<string, CountedLevel>;
}

/** The two readiness metrics. */
export type ReadinessMetric = 'STRATEGY_READINESS' | 'MEAN_READINESS';

/** One person's part in a readiness figure on two days, and in the states between. O(requirements). */
export function personBetween(
  metric: ReadinessMetric,
  before: PersonOnDay,
  after: PersonOnDay,
): Omit<PersonBetween, 'completedCohortIds'> {
  const [first, second] = [stateOf(metric, before), stateOf(metric, after)];
  if (typeof first === 'string' || typeof second === 'string')
    return { before: partsOf(first), after: partsOf(second), between: null };
  const { withNewRequirements, withNewEvidence } = factsBetween(first.facts, second.facts);
  return {
    before: first.parts,
    after: second.parts,
    between: {
      withNewRequirements: partsFrom(metric, withNewRequirements) ?? [],
      withNewEvidence: partsFrom(metric, withNewEvidence) ?? [],
    },
  };
}

interface Present {
  readonly facts: Facts;
  readonly parts: FigureParts;
}

const partsOf = (state: Present | Absence): FigureParts | Absence =>
  typeof state === 'string' ? state : state.parts;

function stateOf(metric: ReadinessMetric, person: PersonOnDay): Present | Absence {
  const { leadershipLevelId, inPopulation, policy, levels } = person;
  if (leadershipLevelId === null) return Absence.NotInOrganization;
  if (!inPopulation) return Absence.InOtherPopulation;
  const requirements = requirementsFor(person.requirements, leadershipLevelId);
  if (requirements.length === 0) return Absence.NothingRequired;
  const facts: Facts = { requirements: { requirements, policy }, levels };
  const parts = partsFrom(metric, facts);
  return parts === null ? Absence.NotEnoughEvidence : { facts, parts };
}

/** Null without enough evidence. */
function partsFrom(metric: ReadinessMetric, { requirements: required, levels }: Facts): FigureParts | null {
  const readiness = executiveReadiness(required.requirements, levels, required.policy);
  if (readiness === null || readiness.value === null) return null;
  if (metric === 'STRATEGY_READINESS') return readyNowParts(readiness.band === ReadinessBand.ReadyNow);
  return readinessParts(
    readiness.parts.map(({ requirement: { capabilityId, weight }, attainment }) => ({
      capabilityId,
      weight,
      attainment,
    })),
  );
}
