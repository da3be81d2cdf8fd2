import { AssessmentRound, enqueueJob, JobKind } from '@alidade/database';
import { demoRatings } from '@alidade/demo';
import type { Demo, DemoRound } from '@alidade/demo';
import { createHmac, randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { DemoIds } from './demo-ids.js';
import { insertRows } from './insert-rows.js';

const KEY_BYTES = 16;

interface Loading {
  readonly demo: Demo;
  readonly ids: DemoIds;
  readonly tell: (sentence: string) => void;
}

/** Closed rounds with their ratings, whose release is asked for: the worker releases them as any other. */
export async function insertRounds(tx: EntityManager, { demo, ids, tell }: Loading): Promise<void> {
  for (const [i, round] of demo.rounds.entries()) {
    tell(`Ratings of round ${i + 1} of ${demo.rounds.length}: ${round.name} …`);
    // oxlint-disable-next-line no-await-in-loop
    await insertRound(tx, round, ids);
    // oxlint-disable-next-line no-await-in-loop
    await insertRatings(tx, demo, { round, ids });
    const roundId = ids.round.of(round.key);
    // oxlint-disable-next-line no-await-in-loop
    await enqueueJob(tx, ids.organizationId, {
      kind: JobKind.Release,
      key: `release:${roundId}`,
      input: { roundId },
      personId: null,
    });
  }
}

async function insertRound(tx: EntityManager, round: DemoRound, ids: DemoIds): Promise<void> {
  const { organizationId } = ids;
  const id = ids.round.of(round.key);
  const { name, occasion, purpose, opensOn, closesOn } = round;
  await tx.insert(AssessmentRound, {
    organizationId,
    id,
    name,
    occasion,
    purpose,
    opensOn,
    closesOn,
    status: 'RELEASING',
    imported: true,
    evidenceOn: closesOn,
    policyVersion: 1,
  });
  await insertRows(
    tx,
    { table: 'round_capability', organizationId },
    {
      round_id: ['uuid', () => id],
      capability_id: ['uuid', ([, code]) => ids.capability.of(code)],
      framework_version: ['int', () => 1],
      position: ['int', ([position]) => position],
    },
    round.capabilityCodes.entries(),
  );
  await insertRows(
    tx,
    { table: 'round_subject', organizationId },
    {
      round_id: ['uuid', () => id],
      executive_id: ['uuid', (externalId) => ids.executive.of(externalId)],
    },
    round.subjectExternalIds,
  );
}

async function insertRatings(
  tx: EntityManager,
  demo: Demo,
  { round, ids }: { readonly round: DemoRound; readonly ids: DemoIds },
): Promise<void> {
  const { organizationId } = ids;
  const id = ids.round.of(round.key);
  // Kept nowhere: a release would destroy it.
  const secret = randomBytes(32);
  const keyOf = (subject: string, rater: string): Buffer =>
    createHmac('sha256', secret).update(`${subject}\0${rater}`).digest().subarray(0, KEY_BYTES);
  await insertRows(
    tx,
    { table: 'rating', organizationId },
    {
      round_id: ['uuid', () => id],
      executive_id: ['uuid', (rating) => ids.executive.of(rating.subjectExternalId)],
      capability_id: ['uuid', (rating) => ids.capability.of(rating.capabilityCode)],
      rater_key: ['bytea', (rating) => keyOf(rating.subjectExternalId, rating.rater)],
      revision: ['int', () => 1],
      rater_group: ['text', (rating) => rating.raterGroup],
      level: ['int', (rating) => (rating.level === 'NOT_OBSERVED' ? null : rating.level)],
      comment: ['text', (rating) => rating.comment],
    },
    demoRatings(demo, round.key),
  );
}
