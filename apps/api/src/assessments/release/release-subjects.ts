import { RoundSubject } from '@alidade/database';
import type { AssessmentRound } from '@alidade/database';
import { makesLevels } from '@alidade/readiness';
import { releaseCapability, RoundSamples } from '@alidade/release';
import type { ReleasePolicy } from '@alidade/release';
import type { EntityManager } from 'typeorm';
import { policiesOf } from '../../platform/policies.js';
import { answersAbout } from './answers.queries.js';
import { addEvidence, addExactness, addScores, beginScores, stageScores } from './releasing.queries.js';

/** Subjects read and released together: what is held at once, however large the round. */
const BATCH = 200;

/**
 * Writes what a round shows of its subjects, the exactness of the round and, of a round that makes levels, their evidence.
 * @returns how many subjects the round has
 */
export async function releaseSubjects(
  tx: EntityManager,
  round: AssessmentRound,
  signal: AbortSignal,
): Promise<number> {
  const policy = await releasePolicyOf(tx, round);
  const ids = await subjectIdsOf(tx, round);
  const samples = new RoundSamples();
  await beginScores(tx);
  // While one batch is worked out and written, the next is read.
  let next = answersAbout(tx, round, ids.slice(0, BATCH));
  for (let at = 0; at < ids.length; at += BATCH) {
    signal.throwIfAborted();
    // oxlint-disable-next-line no-await-in-loop
    const answers = await next;
    const following = ids.slice(at + BATCH, at + 2 * BATCH);
    if (following.length > 0) next = answersAbout(tx, round, following);
    next.catch(() => undefined); // Reported when it is waited for.
    const scores = answers.map(({ executiveId, capabilityId, ...said }) => {
      const released = releaseCapability(said, policy);
      samples.add(capabilityId, released);
      return { executiveId, capabilityId, ...released.score };
    });
    // oxlint-disable-next-line no-await-in-loop
    await stageScores(tx, scores);
  }
  await addExactness(tx, round, samples);
  await addScores(tx, round);
  if (makesLevels(round)) await addEvidence(tx, round);
  return ids.length;
}

/** In the order in which the database has them, which is that of their ratings. */
async function subjectIdsOf(
  tx: EntityManager,
  { organizationId, id: roundId }: AssessmentRound,
): Promise<readonly string[]> {
  const subjects = await tx.find(RoundSubject, {
    select: { executiveId: true },
    where: { organizationId, roundId },
    order: { executiveId: 'ASC' },
  });
  return subjects.map(({ executiveId }) => executiveId);
}

/** The rules in force when the round opened. */
async function releasePolicyOf(tx: EntityManager, round: AssessmentRound): Promise<ReleasePolicy> {
  const policy = (await policiesOf(tx, round)).find(({ version }) => version === round.policyVersion);
  if (!policy) throw new Error(`Round ${round.id} names a policy that is not there`);
  return policy.release;
}
