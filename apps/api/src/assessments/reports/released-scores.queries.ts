import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import { ReleasedScore, RoundPurpose } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import type { EntityManager } from 'typeorm';
import { requireExecutive } from '../../directory/executives.queries.js';
import { requireRound } from '../rounds/rounds.queries.js';

/** A report is for its subject, and for those who may see levels by name where the subject works. */
const READS_REPORT = { permission: Permission.ReadinessViewNamed, self: true, reports: false } as const;

/**
 * What a round shows of one executive, in the order in which it was asked; nothing before the release. A round for
 * DEVELOPMENT is seen by its subject only.
 * @throws UseCaseError NOT_FOUND when the round or the executive is absent or not for this viewer
 */
export async function releasedScoresOf(
  tx: EntityManager,
  viewer: Viewer,
  { roundId, executiveId }: { readonly roundId: string; readonly executiveId: string },
): Promise<ReleasedScore[]> {
  const { organizationId } = viewer;
  const round = await requireRound(tx, viewer, roundId);
  const { personId } = await requireExecutive(tx, viewer, executiveId, READS_REPORT);
  if (round.purpose === RoundPurpose.DEVELOPMENT && personId !== viewer.personId)
    throw new UseCaseError('NOT_FOUND', `No executive ${executiveId}`);
  return tx
    .createQueryBuilder(ReleasedScore, 'score')
    .innerJoin(
      'round_capability',
      'asked',
      `asked.organization_id = score.organization_id AND asked.round_id = score.round_id
       AND asked.capability_id = score.capability_id`,
    )
    .where({ organizationId, roundId, executiveId })
    .orderBy('asked.position')
    .getMany();
}
