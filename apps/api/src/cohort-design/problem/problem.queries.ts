import type { Viewer } from '@alidade/access';
import { CohortDesignCandidate } from '@alidade/database';
import type { Cohort, CohortDesign, ProgramDevelopment } from '@alidade/database';
import type { ReadinessPolicy, RequiringStatement } from '@alidade/readiness';
import type { EntityManager } from 'typeorm';
import type { RequirementType } from '../../direction/direction.types.js';
import { leadershipLevelsOf } from '../../directory/directory.queries.js';
import { executiveIdsOf } from '../../directory/population.queries.js';
import { policyOn } from '../../platform/policies.js';
import { cohortLevelsOf, developmentsOf } from '../../programs/programs.queries.js';
import { countedLevelsOn } from '../../readiness/executives/levels.queries.js';
import type { LevelsOn } from '../../readiness/executives/levels.queries.js';
import { requiringOn } from '../../readiness/executives/required-capabilities.queries.js';
import { cohortsOfDesigns } from '../designs/designs.queries.js';

type Scope = Pick<Viewer, 'organizationId'>;

/** A candidate as the directory has them on the day. */
export interface CandidateRow {
  readonly id: string;
  readonly personId: string;
  readonly leadershipLevelId: string;
  readonly unitId: string;
  readonly managerId: string | null;
  readonly function: string | null;
  readonly location: string | null;
  readonly timeZone: string | null;
  readonly languages: readonly string[];
  readonly gender: string | null;
}

/** An active seat, or one given up or completed, of somebody in any cohort. */
export interface SeatRow {
  readonly executiveId: string;
  readonly cohortId: string;
  readonly programId: string;
  readonly status: 'PENDING' | 'CONFIRMED' | 'COMPLETED' | 'WITHDRAWN';
  readonly startsOn: string;
  readonly endsOn: string;
  readonly weeks: readonly string[];
  readonly cohortEnded: boolean;
  /** Made by this design. */
  readonly own: boolean;
  /** Ended by a later plan of a design, not by the person. */
  readonly takenBack: boolean;
}

/** Everything on record that a problem is made of. */
export interface ProblemSources {
  readonly design: CohortDesign;
  readonly day: string;
  readonly timeZone: string;
  /** Lowest first. */
  readonly levels: readonly { readonly id: string; readonly name: string }[];
  readonly cohorts: readonly Cohort[];
  /** Cohort -> leadership levels; absent: all. */
  readonly cohortLevels: ReadonlyMap<string, readonly string[]>;
  readonly developments: ReadonlyMap<string, readonly ProgramDevelopment[]>;
  readonly statements: readonly RequiringStatement<RequirementType>[];
  readonly policy: ReadinessPolicy;
  readonly candidates: readonly CandidateRow[];
  readonly levelsOn: LevelsOn;
  readonly unavailable: readonly {
    readonly personId: string;
    readonly startsOn: string;
    readonly endsOn: string;
  }[];
  /** In the cohorts of the design everybody's, else the candidates'. */
  readonly seats: readonly SeatRow[];
}

export async function problemSources(
  tx: EntityManager,
  scope: Scope,
  design: CohortDesign,
  day: string,
): Promise<ProblemSources> {
  const { organizationId } = scope;
  const cohorts = await cohortsOfDesign(tx, scope, design.id);
  const cohortIds = cohorts.map(({ id }) => id);
  const executiveIds = await candidateIdsOf(tx, scope, design, day);
  const candidates = await candidateRows(tx, design, { executiveIds, day });
  const found = candidates.map(({ id }) => id);
  return {
    design,
    day,
    timeZone: await timeZoneOf(tx, organizationId),
    levels: await leadershipLevelsOf(tx, scope),
    cohorts,
    cohortLevels: await cohortLevelsOf(tx, scope, cohortIds),
    developments: await developmentsOf(tx, scope, [...new Set(cohorts.map(({ programId }) => programId))]),
    statements: await requiringOn(tx, scope, day),
    policy: (await policyOn(tx, scope, day)).readiness,
    candidates,
    levelsOn: await countedLevelsOn(tx, scope, found, { days: [day], capabilityIds: null }),
    unavailable: await unavailableOf(
      tx,
      organizationId,
      candidates.map(({ personId }) => personId),
    ),
    seats: await seatsAround(tx, design, { executiveIds: found, cohortIds }),
  };
}

/** The first to start first. */
export async function cohortsOfDesign(
  tx: EntityManager,
  scope: Scope,
  designId: string,
): Promise<readonly Cohort[]> {
  return (await cohortsOfDesigns(tx, scope, [designId])).get(designId) ?? [];
}

/** Ids of the executives that a design is about on a day, in no order; of a list also those who are none on it. */
export async function candidateIdsOf(
  tx: EntityManager,
  scope: Scope,
  { id, listed, unitId, leadershipLevelId, cohortId }: CohortDesign,
  day: string,
): Promise<readonly string[]> {
  const { organizationId } = scope;
  if (!listed) return executiveIdsOf(tx, scope, { unitId, leadershipLevelId, cohortId }, day);
  const rows = await tx.findBy(CohortDesignCandidate, { organizationId, designId: id });
  return rows.map(({ executiveId }) => executiveId);
}

/** Those who are executives on the day, by id. Gender is read only when a preference speaks of it. */
function candidateRows(
  tx: EntityManager,
  { organizationId, unitDepth, preferences }: CohortDesign,
  { executiveIds, day }: { readonly executiveIds: readonly string[]; readonly day: string },
): Promise<CandidateRow[]> {
  const { shares, notAlone } = preferences;
  const speaksOfGender = [...shares, ...notAlone].some(({ attribute }) => attribute === 'GENDER');
  return tx.query(
    `SELECT executive.id, executive.person_id AS "personId", posting.leadership_level_id AS "leadershipLevelId",
       coalesce((SELECT above.ancestor_id FROM (
           SELECT ancestor_id, row_number() OVER (ORDER BY depth DESC) AS place FROM unit_ancestor
           WHERE organization_id = $1 AND unit_id = posting.unit_id AND valid_from <= $3 AND valid_to > $3) AS above
         WHERE above.place = $4), posting.unit_id) AS "unitId",
       (SELECT boss.id FROM executive AS boss
        WHERE boss.organization_id = $1 AND boss.person_id = posting.manager_id) AS "managerId",
       person.function, person.location, person.time_zone AS "timeZone", person.languages,
       (SELECT gender FROM person_diversity AS stated
        WHERE $5 AND stated.organization_id = $1 AND stated.person_id = executive.person_id) AS gender
     FROM executive
     JOIN person ON person.organization_id = $1 AND person.id = executive.person_id
     JOIN posting ON posting.organization_id = $1 AND posting.person_id = executive.person_id
       AND posting.leadership_level_id IS NOT NULL AND posting.valid_from <= $3 AND posting.valid_to > $3
     WHERE executive.organization_id = $1 AND executive.id = ANY($2)
     ORDER BY executive.id`,
    [organizationId, [...executiveIds], day, unitDepth, speaksOfGender],
  );
}

async function timeZoneOf(tx: EntityManager, organizationId: string): Promise<string> {
  const [row]: { timeZone: string }[] = await tx.query(
    `SELECT time_zone AS "timeZone" FROM organization_setting WHERE organization_id = $1`,
    [organizationId],
  );
  return row?.timeZone ?? 'UTC';
}

function unavailableOf(
  tx: EntityManager,
  organizationId: string,
  personIds: readonly string[],
): Promise<{ personId: string; startsOn: string; endsOn: string }[]> {
  return tx.query(
    `SELECT person_id AS "personId", starts_on AS "startsOn", ends_on AS "endsOn"
     FROM unavailable_period WHERE organization_id = $1 AND person_id = ANY($2) ORDER BY 1, 2, 3`,
    [organizationId, [...personIds]],
  );
}

function seatsAround(
  tx: EntityManager,
  { organizationId, id }: CohortDesign,
  {
    executiveIds,
    cohortIds,
  }: { readonly executiveIds: readonly string[]; readonly cohortIds: readonly string[] },
): Promise<SeatRow[]> {
  return tx.query(
    `SELECT seat.executive_id AS "executiveId", seat.cohort_id AS "cohortId", cohort.program_id AS "programId",
       seat.status, cohort.starts_on AS "startsOn", cohort.ends_on AS "endsOn", cohort.weeks,
       cohort.status IN ('COMPLETED', 'CANCELLED') AS "cohortEnded",
       coalesce(designed.design_id = $4, false) AS own, coalesce(designed.taken_back, false) AS "takenBack"
     FROM enrollment AS seat
     JOIN cohort ON cohort.organization_id = $1 AND cohort.id = seat.cohort_id
     LEFT JOIN designed_enrollment AS designed
       ON designed.organization_id = $1 AND designed.enrollment_id = seat.id
     WHERE seat.organization_id = $1 AND seat.status IN ('PENDING', 'CONFIRMED', 'COMPLETED', 'WITHDRAWN')
       AND (seat.executive_id = ANY($2) OR seat.cohort_id = ANY($3))
     ORDER BY seat.executive_id, seat.cohort_id, seat.id`,
    [organizationId, [...executiveIds], [...cohortIds], id],
  );
}
