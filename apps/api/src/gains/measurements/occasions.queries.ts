import type { Viewer } from '@alidade/access';
import {
  AssessmentRound,
  Cohort,
  CohortStatus,
  Occasion,
  RoundPurpose,
  RoundStatus,
} from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { isUUID } from 'class-validator';
import { In, Not } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { requireRound } from '../../assessments/rounds/rounds.queries.js';
import { requireStrategy } from '../../direction/direction.queries.js';
import { requirementsInForce } from '../../direction/requirements.queries.js';
import { requireCohort, requireProgram } from '../../programs/programs.queries.js';

/** A released round: what it measured holds from this day. */
interface MeasuredRound {
  readonly id: string;
  readonly evidenceOn: string;
}

/** The two occasions between which somebody gained. */
export interface Occasions {
  readonly pre: MeasuredRound;
  readonly post: MeasuredRound;
}

export const keyOfOccasions = ({ pre, post }: Occasions): string => `${pre.id} ${post.id}`;

/** A cohort, and the rounds that tell what it did. */
export interface MeasuredCohort extends Occasions {
  readonly cohortId: string;
  readonly programId: string;
}

export interface GainsAsked {
  readonly cohortId?: string | null;
  readonly programId?: string | null;
  readonly strategyId?: string | null;
  readonly preRoundId?: string | null;
  readonly postRoundId?: string | null;
}

/**
 * The cohorts asked about, each with its occasions: the rounds named, else its own. One that has none is left out.
 * @throws UseCaseError INVALID_INPUT when more than one of cohort, program and strategy is named, or a round cannot be
 *         compared; NOT_FOUND for what is absent or not for this viewer
 */
export async function measuredCohorts(
  tx: EntityManager,
  viewer: Viewer,
  asked: GainsAsked,
): Promise<readonly MeasuredCohort[]> {
  requireAtMostOne(asked);
  const pre = await namedRound(tx, viewer, asked, 'preRoundId');
  const post = await namedRound(tx, viewer, asked, 'postRoundId');
  if (pre && post) requireInOrder({ pre, post });
  const cohorts = await cohortsAsked(tx, viewer, asked);
  const rounds = pre && post ? [] : await comparableRounds(tx, viewer);
  return cohorts.flatMap(({ id, programId, startsOn, endsOn }) => {
    const first = pre ?? rounds.findLast(({ evidenceOn }) => evidenceOn < startsOn);
    const second = post ?? rounds.find(({ evidenceOn }) => evidenceOn > endsOn);
    if (!first || !second || first.evidenceOn >= second.evidenceOn) return [];
    return [{ cohortId: id, programId, pre: first, post: second }];
  });
}

/**
 * Two rounds that are named, and whether both are for everybody who may read reports, or for their subjects only.
 * @throws UseCaseError NOT_FOUND for rounds that are absent; INVALID_INPUT when they cannot be compared
 */
export async function namedOccasions(
  tx: EntityManager,
  viewer: Viewer,
  asked: { readonly preRoundId: string; readonly postRoundId: string },
): Promise<Occasions & { readonly forSubjectsOnly: boolean }> {
  const rounds = [
    await requireRound(tx, viewer, asked.preRoundId),
    await requireRound(tx, viewer, asked.postRoundId),
  ] as const;
  const occasions = {
    pre: measured(rounds[0], 'preRoundId'),
    post: measured(rounds[1], 'postRoundId'),
  };
  requireInOrder(occasions);
  const forSubjectsOnly = rounds.some(({ purpose }) => purpose === RoundPurpose.DEVELOPMENT);
  return { ...occasions, forSubjectsOnly };
}

function requireAtMostOne({ cohortId, programId, strategyId }: GainsAsked): void {
  const named = Object.entries({ cohortId, programId, strategyId }).filter(([, id]) => id != null);
  if (named.length < 2) return;
  const message = 'Gains are asked for at most one of cohortId, programId and strategyId.';
  const fields = named.map(([path]) => ({ path, message }));
  throw new UseCaseError('INVALID_INPUT', message, { fields });
}

async function namedRound(
  tx: EntityManager,
  viewer: Viewer,
  asked: GainsAsked,
  path: 'preRoundId' | 'postRoundId',
): Promise<MeasuredRound | null> {
  const id = asked[path] ?? null;
  if (id === null) return null;
  const round = await requireRound(tx, viewer, id);
  if (round.purpose === RoundPurpose.DEVELOPMENT)
    throw cannotCompare(
      path,
      `${round.name} is for DEVELOPMENT: only its subjects and their coaches see it.`,
    );
  return measured(round, path);
}

function measured({ id, name, occasion, status, evidenceOn }: AssessmentRound, path: string): MeasuredRound {
  if (status !== RoundStatus.RELEASED || evidenceOn === null)
    throw cannotCompare(path, `${name} is ${status}; gains are known once a round is RELEASED.`);
  if (occasion === Occasion.RETROSPECTIVE)
    throw cannotCompare(path, `${name} is RETROSPECTIVE: memory is no measurement to begin or end with.`);
  return { id, evidenceOn };
}

function requireInOrder({ pre, post }: Occasions): void {
  if (pre.evidenceOn < post.evidenceOn) return;
  throw cannotCompare(
    'postRoundId',
    `The second round (${post.evidenceOn}) has to be later than the first (${pre.evidenceOn}).`,
  );
}

const cannotCompare = (path: string, message: string): UseCaseError =>
  new UseCaseError('INVALID_INPUT', message, { fields: [{ path, message }] });

/** Those a cohort may be measured by, in the order of their days. */
async function comparableRounds(
  tx: EntityManager,
  { organizationId }: Pick<Viewer, 'organizationId'>,
): Promise<readonly MeasuredRound[]> {
  const rounds = await tx.find(AssessmentRound, {
    where: {
      organizationId,
      status: RoundStatus.RELEASED,
      purpose: RoundPurpose.READINESS,
      occasion: Not(Occasion.RETROSPECTIVE),
    },
    order: { evidenceOn: 'ASC', id: 'ASC' },
  });
  return rounds.flatMap(({ id, evidenceOn }) => (evidenceOn === null ? [] : [{ id, evidenceOn }]));
}

async function cohortsAsked(
  tx: EntityManager,
  viewer: Viewer,
  { cohortId = null, programId = null, strategyId = null }: GainsAsked,
): Promise<readonly Cohort[]> {
  const { organizationId } = viewer;
  if (cohortId !== null) return [await requireCohort(tx, viewer, cohortId)];
  if (programId !== null) await requireProgram(tx, viewer, programId);
  const programIds = strategyId === null ? null : await programsFor(tx, viewer, strategyId);
  return tx.find(Cohort, {
    where: {
      organizationId,
      status: Not(CohortStatus.CANCELLED),
      ...(programId !== null && { programId }),
      ...(programIds !== null && { programId: In([...programIds]) }),
    },
    order: { startsOn: 'ASC', id: 'ASC' },
  });
}

/** Those that develop anything that the strategy requires today. */
async function programsFor(
  tx: EntityManager,
  viewer: Viewer,
  strategyId: string,
): Promise<readonly string[]> {
  if (!isUUID(strategyId)) throw new UseCaseError('NOT_FOUND', `No strategy ${strategyId}`);
  await requireStrategy(tx, viewer, strategyId);
  const required = await requirementsInForce(tx, viewer, [{ strategyId, day: viewer.today }]);
  const capabilityIds = [...required.values()].flat().map(({ capabilityId }) => capabilityId);
  const rows: { programId: string }[] = await tx.query(
    `SELECT DISTINCT program_id AS "programId" FROM program_development
     WHERE organization_id = $1 AND capability_id = ANY($2)`,
    [viewer.organizationId, capabilityIds],
  );
  return rows.map((row) => row.programId);
}
