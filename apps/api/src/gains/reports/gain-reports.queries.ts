import type { Viewer } from '@alidade/access';
import type { EntityManager } from 'typeorm';
import { capabilityIdsOf } from '../../assessments/rounds/rounds.queries.js';
import type { GainReportType } from '../gains.types.js';
import { groupGain } from './group-gain.js';
import type { GroupBasis } from './group-gain.js';
import { measuredInCapability, reliabilityOf } from '../measurements/measurements.queries.js';
import { keyOfOccasions, measuredCohorts } from '../measurements/occasions.queries.js';
import type { GainsAsked, MeasuredCohort } from '../measurements/occasions.queries.js';
import { participantsOf, seatsBetween, seenByName } from '../measurements/participants.queries.js';
import type { Participant } from '../measurements/participants.queries.js';
import { requiredOf } from '../measurements/required-levels.queries.js';
import type { Subject } from '../measurements/required-levels.queries.js';

/**
 * One report per capability that both rounds of a cohort ask about: those that the programs develop first.
 * @throws UseCaseError as `measuredCohorts`
 */
export async function gainReportsOf(
  tx: EntityManager,
  viewer: Viewer,
  asked: GainsAsked,
): Promise<readonly GainReportType[]> {
  const cohorts = await measuredCohorts(tx, viewer, asked);
  if (cohorts.length === 0) return [];
  const asking = await cohortsByCapability(tx, viewer, cohorts);
  const capabilityIds = await inReportOrder(tx, viewer, cohorts, [...asking.keys()]);
  const common = await commonBasis(tx, viewer, cohorts);
  const { cohortId, programId, strategyId } = asked;
  const about = cohortId ?? programId ?? strategyId ?? viewer.organizationId;
  const reports: GainReportType[] = [];
  // One capability after the other: a large round has more scores than should be in memory at once.
  for (const capabilityId of capabilityIds) {
    const own = asking.get(capabilityId) ?? [];
    // oxlint-disable-next-line no-await-in-loop
    const measured = await measuredInCapability(tx, viewer, capabilityId, roundIdsOf(own));
    reports.push(groupGain({ ...common, capabilityId, cohorts: own, measured, asked: about }));
  }
  return reports;
}

const roundIdsOf = (cohorts: readonly MeasuredCohort[]): readonly string[] => [
  ...new Set(cohorts.flatMap(({ pre, post }) => [pre.id, post.id])),
];

/** What is the same for every capability. */
async function commonBasis(
  tx: EntityManager,
  viewer: Viewer,
  cohorts: readonly MeasuredCohort[],
): Promise<Omit<GroupBasis, 'capabilityId' | 'cohorts' | 'measured' | 'asked'>> {
  const participants = await participantsOf(
    tx,
    viewer,
    cohorts.map(({ cohortId }) => cohortId),
  );
  const occasions = new Map(cohorts.map((cohort) => [keyOfOccasions(cohort), cohort]));
  return {
    participants,
    reliabilityOf: await reliabilityOf(tx, viewer, roundIdsOf(cohorts)),
    requiredOf: await requiredOf(tx, viewer, subjectsAmong(participants, cohorts)),
    seatsBetween: await seatsBetween(tx, viewer, [...occasions.values()]),
    seesByName: await seenByName(tx, viewer),
  };
}

function subjectsAmong(
  participants: readonly Participant[],
  cohorts: readonly MeasuredCohort[],
): readonly Subject[] {
  const byId = new Map(cohorts.map((cohort) => [cohort.cohortId, cohort]));
  return participants.flatMap(({ cohortId, executiveId, personId, completed }) => {
    const occasions = byId.get(cohortId);
    return occasions && completed ? [{ executiveId, personId, occasions }] : [];
  });
}

/** Capability id -> the cohorts whose rounds both ask about it. */
async function cohortsByCapability(
  tx: EntityManager,
  viewer: Viewer,
  cohorts: readonly MeasuredCohort[],
): Promise<ReadonlyMap<string, readonly MeasuredCohort[]>> {
  const askedIn = await capabilityIdsOf(tx, viewer, roundIdsOf(cohorts));
  const found = new Map<string, MeasuredCohort[]>();
  for (const cohort of cohorts) {
    const after = new Set(askedIn.get(cohort.post.id));
    for (const capabilityId of askedIn.get(cohort.pre.id) ?? []) {
      if (!after.has(capabilityId)) continue;
      const own = found.get(capabilityId) ?? [];
      own.push(cohort);
      found.set(capabilityId, own);
    }
  }
  return found;
}

/** Those that the programs of these cohorts develop first; then in the order of the framework. */
async function inReportOrder(
  tx: EntityManager,
  { organizationId }: Viewer,
  cohorts: readonly MeasuredCohort[],
  capabilityIds: readonly string[],
): Promise<readonly string[]> {
  const programIds = [...new Set(cohorts.map(({ programId }) => programId))];
  const rows: { id: string }[] = await tx.query(
    `SELECT id FROM capability WHERE organization_id = $1 AND id = ANY($2)
     ORDER BY NOT EXISTS (SELECT FROM program_development develops WHERE develops.organization_id = $1
                          AND develops.capability_id = capability.id AND develops.program_id = ANY($3)), position, id`,
    [organizationId, [...capabilityIds], programIds],
  );
  return rows.map(({ id }) => id);
}
