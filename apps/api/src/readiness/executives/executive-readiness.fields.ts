import type { Viewer } from '@alidade/access';
import type { CapabilityLevelType } from '../../assessments/levels/levels.types.js';
import { requirementOnDay } from '../../direction/requirements.queries.js';
import type { ExecutiveType } from '../../directory/directory.types.js';
import type { Loaders } from '../../loaders.js';
import type { UnfoldedReadiness } from './executive-readiness.queries.js';
import type {
  ExecutiveReadinessType,
  ReadinessPartType,
  RequiredCapabilityType,
} from '../readiness.types.js';

/** The fields of an executive, on the day asked for, else the one the executive was asked for, else today. */
type FieldOf<Row> = (
  executive: ExecutiveType,
  viewer: Viewer,
  loaders: Loaders,
  asOf?: string | null,
) => Promise<readonly Row[]>;

const onDay = ({ id, day }: ExecutiveType, { today }: Viewer, asOf?: string | null) => ({
  executiveId: id,
  day: asOf ?? day ?? today,
});

export const levelsOf: FieldOf<CapabilityLevelType> = (executive, viewer, loaders, asOf) =>
  loaders.levels.load(onDay(executive, viewer, asOf));

export const requiredOf: FieldOf<RequiredCapabilityType> = (executive, viewer, loaders) =>
  loaders.requiredCapabilities.load(onDay(executive, viewer));

export const readinessOf: FieldOf<ExecutiveReadinessType> = async (executive, viewer, loaders, asOf) => {
  const asked = onDay(executive, viewer, asOf);
  const facts = await loaders.executiveReadiness.load(asked);
  const { id, personId } = executive;
  return facts.map((fact) => shownReadiness({ id, personId }, asked.day, fact));
};

function shownReadiness(
  who: Pick<ExecutiveType, 'id' | 'personId'>,
  day: string,
  {
    readiness,
    levels,
    strategyId,
    band,
    value,
    low,
    high,
    policyVersion,
    coverage,
    recordedAt,
  }: UnfoldedReadiness,
): ExecutiveReadinessType {
  const parts = readiness.parts.map(
    ({ requirement, attainment, share, contribution }): ReadinessPartType => ({
      requirement: requirementOnDay(requirement, day),
      level: levels.get(requirement.capabilityId) ?? null,
      attainment,
      share,
      contribution,
    }),
  );
  const figures = { band, value, low, high, policyVersion, coverage, recordedAt };
  return { executive: { ...who, day }, strategyId, asOf: day, ...figures, parts };
}
