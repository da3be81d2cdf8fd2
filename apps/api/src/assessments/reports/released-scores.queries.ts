import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import { ReleasedScore, RoundPurpose, RoundSubject } from '@alidade/database';
import type { AssessmentRound } from '@alidade/database';
import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import { requireExecutive } from '../../directory/executives.queries.js';
import { policiesOf, policyOn } from '../../platform/policies.js';
import { requireRound } from '../rounds/rounds.queries.js';

export interface Report {
  readonly scores: ReleasedScore[];
  /** Whether it is about the viewer. */
  readonly isOwn: boolean;
}

/**
 * What a round shows of one executive, in the order in which it was asked; nothing before the release. Seen by the
 * subject, by the coach they were given, and, of a round for READINESS, by whom the policy of its opening names.
 * @throws UseCaseError NOT_FOUND when the round or the executive is absent or not for this viewer
 */
export async function reportOf(
  tx: EntityManager,
  viewer: Viewer,
  of: { readonly roundId: string; readonly executiveId: string },
): Promise<Report> {
  const { organizationId } = viewer;
  const round = await requireRound(tx, viewer, of.roundId);
  const isOwn = await requireReader(tx, viewer, round, of.executiveId);
  const scores = await tx
    .createQueryBuilder(ReleasedScore, 'score')
    .innerJoin(
      'round_capability',
      'asked',
      `asked.organization_id = score.organization_id AND asked.round_id = score.round_id
       AND asked.capability_id = score.capability_id`,
    )
    .where({ organizationId, ...of })
    .orderBy('asked.position')
    .getMany();
  return { scores, isOwn };
}

async function requireReader(
  tx: EntityManager,
  viewer: Viewer,
  round: AssessmentRound,
  executiveId: string,
): Promise<boolean> {
  const { organizationId, personId } = viewer;
  const coaches =
    isUUID(executiveId) &&
    (await tx.existsBy(RoundSubject, { organizationId, roundId: round.id, executiveId, coachId: personId }));
  if (coaches) return false;
  const { manager, designer } = await readersOf(tx, viewer, round);
  // Whoever may see people by name there is found by requireExecutive as well; here only the policy is asked.
  const executive = await requireExecutive(
    tx,
    designer ? viewer : { ...viewer, permissions: new Map() },
    executiveId,
    {
      permission: Permission.ReadinessViewNamed,
      self: true,
      reports: manager,
    },
  );
  return executive.personId === personId;
}

async function readersOf(tx: EntityManager, viewer: Viewer, round: AssessmentRound) {
  if (round.purpose === RoundPurpose.DEVELOPMENT) return { manager: false, designer: false };
  const policies = await policiesOf(tx, viewer);
  const policy = policies.find(({ version }) => version === round.policyVersion);
  return (policy ?? (await policyOn(tx, viewer, viewer.today))).reports;
}

export interface ReportLook {
  readonly personId: string;
  readonly at: Date;
}

export const REPORT_READ = 'REPORT_READ';

/** Who has looked at a report of this executive in a round, beside themself; the latest first. */
export function looksAt(
  tx: EntityManager,
  { organizationId }: Pick<Viewer, 'organizationId'>,
  { roundId, executiveId }: { readonly roundId: string; readonly executiveId: string },
): Promise<ReportLook[]> {
  return tx.query(
    `SELECT actor_id AS "personId", recorded_at AS at FROM audit_entry
     WHERE organization_id = $1 AND subject_id = $2 AND action = '${REPORT_READ}' AND detail ->> 'roundId' = $3
     ORDER BY recorded_at DESC, id LIMIT 500`,
    [organizationId, executiveId, roundId],
  );
}

/** Released rounds that assessed somebody, the latest first. */
export function ownReports(
  tx: EntityManager,
  { organizationId, personId }: Pick<Viewer, 'organizationId' | 'personId'>,
): Promise<{ readonly roundId: string; readonly executiveId: string }[]> {
  return tx.query(
    `SELECT round.id AS "roundId", executive.id AS "executiveId" FROM executive
     JOIN round_subject ON round_subject.organization_id = $1 AND round_subject.executive_id = executive.id
     JOIN assessment_round AS round ON round.organization_id = $1 AND round.id = round_subject.round_id
     WHERE executive.organization_id = $1 AND executive.person_id = $2 AND round.status = 'RELEASED'
     ORDER BY round.closes_on DESC, round.name, round.id`,
    [organizationId, personId],
  );
}
