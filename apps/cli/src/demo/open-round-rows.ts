import { AssessmentRound, enqueueJob, JobKind } from '@alidade/database';
import type { Demo } from '@alidade/demo';
import { createHmac, randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { dayAfter } from './day-after.js';
import type { DemoIds } from './demo-ids.js';
import { insertRows } from './insert-rows.js';

const KEY_BYTES = 16;
const CAPABILITIES = 8;
const MOST_PEERS = 5;
/** Subjects beside the people who can sign in: enough for completion to be shown by unit. */
const OTHERS = 40;
/** Two of five requests are answered; which is decided by their ids. */
const ANSWERED = 0.4;

interface Request {
  readonly id: string;
  readonly executiveId: string;
  readonly raterGroup: string;
}

/** A round that is open today: its raters were written to a week ago, some have answered, and those who can sign in owe ratings. */
export async function insertOpenRound(tx: EntityManager, demo: Demo, ids: DemoIds): Promise<void> {
  const { organizationId } = ids;
  const { today } = demo.options;
  const secret = randomBytes(32);
  const round = await tx.save(AssessmentRound, {
    organizationId,
    name: 'Leadership pulse, open now',
    occasion: 'MIDPOINT',
    purpose: 'READINESS',
    status: 'OPEN',
    opensOn: dayAfter(today, -7),
    closesOn: dayAfter(today, 21),
    remindsOn: [dayAfter(today, 7), dayAfter(today, 18)],
    policyVersion: 1,
    raterSecret: secret,
  });
  await insertQuestions(tx, demo, { round, ids });
  await insertSubjects(tx, demo, { round, ids });
  const requests = await insertRequests(tx, round);
  await insertAnswers(tx, demo, { round, ids, secret, requests });
  const [day = round.closesOn] = round.remindsOn;
  await enqueueJob(tx, organizationId, {
    kind: JobKind.RoundDay,
    key: `round-day:${round.id}:${day}`,
    input: { roundId: round.id, day },
    personId: null,
    onDay: day,
  });
}

interface Within {
  readonly round: AssessmentRound;
  readonly ids: DemoIds;
}

const capabilityCodesOf = (demo: Demo): readonly string[] =>
  demo.rounds.at(-1)?.capabilityCodes.slice(0, CAPABILITIES) ?? [];

/** With the wording that their raters read: that of the one version there is. */
async function insertQuestions(tx: EntityManager, demo: Demo, { round, ids }: Within): Promise<void> {
  await tx.query(
    `INSERT INTO round_capability (organization_id, round_id, capability_id, framework_version, position, wording)
     SELECT $1, $2, capability.id, 1, capability.position, jsonb_build_object('name', name, 'definition', definition, 'anchors', coalesce((
       SELECT jsonb_agg(jsonb_build_object('level', level, 'name', anchor.name, 'description', description) ORDER BY level)
       FROM level_anchor AS anchor WHERE anchor.organization_id = $1 AND anchor.capability_id = capability.id), '[]'))
     FROM capability WHERE organization_id = $1 AND id = ANY($3)`,
    [round.organizationId, round.id, capabilityCodesOf(demo).map((code) => ids.capability.of(code))],
  );
}

/** Who can sign in and is an executive, and some more who are there today. */
async function insertSubjects(tx: EntityManager, demo: Demo, { round, ids }: Within): Promise<void> {
  await tx.query(
    `INSERT INTO round_subject (organization_id, round_id, executive_id)
     SELECT $1, $2, id FROM (
       SELECT executive.id, executive.person_id = ANY($3) AS signs_in, md5(executive.id::text) AS chance FROM executive
       JOIN posting ON posting.organization_id = $1 AND posting.person_id = executive.person_id
         AND posting.leadership_level_id IS NOT NULL AND posting.valid_from <= $4 AND posting.valid_to > $4
       WHERE executive.organization_id = $1 ORDER BY signs_in DESC, chance LIMIT ${OTHERS}) AS subject`,
    [
      round.organizationId,
      round.id,
      demo.accounts.map(({ personExternalId }) => ids.person.of(personExternalId)),
      demo.options.today,
    ],
  );
}

/** Themselves, their manager, their reports, and some who report to the same manager. */
async function insertRequests(tx: EntityManager, round: AssessmentRound): Promise<Request[]> {
  return tx.query(
    `WITH held AS (
       SELECT person_id, manager_id FROM posting WHERE organization_id = $1 AND valid_from <= $3 AND valid_to > $3),
     subject AS (
       SELECT executive.id AS executive_id, held.person_id, held.manager_id FROM round_subject
       JOIN executive ON executive.organization_id = $1 AND executive.id = round_subject.executive_id
       JOIN held ON held.person_id = executive.person_id
       WHERE round_subject.organization_id = $1 AND round_id = $2),
     asked AS (
       SELECT executive_id, person_id, 'SELF' AS rater_group FROM subject
       UNION ALL SELECT executive_id, manager_id, 'MANAGER' FROM subject WHERE manager_id IS NOT NULL
       UNION ALL SELECT executive_id, held.person_id, 'DIRECT_REPORT' FROM subject JOIN held ON held.manager_id = subject.person_id
       UNION ALL SELECT executive_id, person_id, 'PEER' FROM (
         SELECT executive_id, held.person_id, row_number() OVER (PARTITION BY executive_id ORDER BY md5(concat(executive_id, held.person_id))) AS place
         FROM subject JOIN held ON held.manager_id = subject.manager_id AND held.person_id <> subject.person_id) AS peer
       WHERE place <= ${MOST_PEERS})
     INSERT INTO rating_request (organization_id, round_id, executive_id, person_id, rater_group, status)
     SELECT $1, $2, executive_id, person_id, rater_group, 'OPEN' FROM asked ON CONFLICT DO NOTHING
     RETURNING id, executive_id AS "executiveId", rater_group AS "raterGroup"`,
    [round.organizationId, round.id, round.opensOn],
  );
}

async function insertAnswers(
  tx: EntityManager,
  demo: Demo,
  {
    round,
    ids,
    secret,
    requests,
  }: Within & { readonly secret: Buffer; readonly requests: readonly Request[] },
): Promise<void> {
  const { organizationId } = round;
  const answered = requests.filter(({ id }) => chanceOf(id) < ANSWERED);
  const codes = capabilityCodesOf(demo);
  const answers = answered.flatMap((request) => codes.map((code) => ({ ...request, code })));
  await insertRows(
    tx,
    { table: 'rating', organizationId },
    {
      round_id: ['uuid', () => round.id],
      executive_id: ['uuid', ({ executiveId }) => executiveId],
      capability_id: ['uuid', ({ code }) => ids.capability.of(code)],
      rater_key: ['bytea', ({ id, executiveId }) => keyOf(secret, executiveId, id)],
      revision: ['int', () => 1],
      rater_group: ['text', ({ raterGroup }) => raterGroup],
      level: ['int', ({ id, executiveId, code }) => levelOf(executiveId + code, id + code)],
      comment: ['text', () => null],
    },
    answers,
  );
  await tx.query(
    `UPDATE rating_request SET status = 'SUBMITTED' WHERE organization_id = $1 AND id = ANY($2)`,
    [organizationId, answered.map(({ id }) => id)],
  );
}

/** As the form makes it, so that an answer can be corrected. */
const keyOf = (secret: Buffer, subject: string, request: string): Buffer =>
  createHmac('sha256', secret).update(`${subject}\0${request}`).digest().subarray(0, KEY_BYTES);

/** A fraction that is this text's own. */
const chanceOf = (text: string): number =>
  createHmac('sha256', 'chance').update(text).digest().readUInt32BE() / 2 ** 32;

/** About what the others say of the same person and capability, 2..5. */
const levelOf = (shared: string, own: string): number =>
  Math.min(5, Math.max(2, Math.round(2.4 + 1.8 * chanceOf(shared) + 1.6 * (chanceOf(own) - 0.5))));
