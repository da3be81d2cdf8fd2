import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import { UseCaseError } from '@alidade/errors';
import { individualGain } from '@alidade/gains';
import type { EntityManager } from 'typeorm';
import { capabilityIdsOf } from '../../assessments/rounds/rounds.queries.js';
import { executivesTiedTo } from '../../directory/executives.queries.js';
import type { IndividualGainType } from '../gains.types.js';
import { measuredOf, reliabilityOf } from '../measurements/measurements.queries.js';
import type { Measured, ReliabilityOf } from '../measurements/measurements.queries.js';
import { namedOccasions } from '../measurements/occasions.queries.js';
import type { Occasions } from '../measurements/occasions.queries.js';
import { requiredOf } from '../measurements/required-levels.queries.js';
import type { RequiredOf } from '../measurements/required-levels.queries.js';

/** A report is for its subject, and for those who may see levels by name where the subject works. */
const READS_REPORT = { permission: Permission.ReadinessViewNamed, self: true, reports: false } as const;

/** Answers what somebody gained, or why the viewer does not see it. */
type GainsOf = (executiveId: string) => readonly IndividualGainType[] | UseCaseError;

/**
 * What these executives gained between two rounds, per capability in the order asked; of somebody whose report is not
 * for this viewer the answer is NOT_FOUND.
 * @throws UseCaseError as `namedOccasions`
 */
export async function individualGainsOf(
  tx: EntityManager,
  viewer: Viewer,
  executiveIds: readonly string[],
  rounds: { readonly preRoundId: string; readonly postRoundId: string },
): Promise<GainsOf> {
  const { forSubjectsOnly, ...occasions } = await namedOccasions(tx, viewer, rounds);
  const readable = await executivesTiedTo(tx, viewer, READS_REPORT)
    .andWhere('executive.id = ANY(:ids)', { ids: [...executiveIds] })
    .getMany();
  const subjects = readable
    .filter(({ personId }) => !forSubjectsOnly || personId === viewer.personId)
    .map(({ id, personId }) => ({ executiveId: id, personId, occasions }));
  const ids = subjects.map(({ executiveId }) => executiveId);
  const roundIds = [occasions.pre.id, occasions.post.id];
  const basis: PersonBasis = {
    occasions,
    capabilityIds: (await capabilityIdsOf(tx, viewer, roundIds)).get(occasions.pre.id) ?? [],
    scores: byKey(await measuredOf(tx, viewer, ids, roundIds)),
    reliabilityOf: await reliabilityOf(tx, viewer, roundIds),
    requiredOf: await requiredOf(tx, viewer, subjects),
  };
  const seen = new Set(ids);
  return (executiveId) =>
    seen.has(executiveId)
      ? gainsIn(basis, executiveId)
      : new UseCaseError('NOT_FOUND', `No executive ${executiveId}`);
}

interface PersonBasis {
  readonly occasions: Occasions;
  /** Of the first round, in the order asked. */
  readonly capabilityIds: readonly string[];
  /** By round, executive and capability. */
  readonly scores: ReadonlyMap<string, Measured>;
  readonly reliabilityOf: ReliabilityOf;
  readonly requiredOf: RequiredOf;
}

const byKey = (rows: readonly Measured[]): ReadonlyMap<string, Measured> =>
  new Map(rows.map((row) => [`${row.roundId} ${row.executiveId} ${row.capabilityId}`, row]));

function gainsIn(
  { occasions, capabilityIds, scores, ...answers }: PersonBasis,
  executiveId: string,
): IndividualGainType[] {
  return capabilityIds.flatMap((capabilityId) => {
    const pre = scores.get(`${occasions.pre.id} ${executiveId} ${capabilityId}`);
    const post = scores.get(`${occasions.post.id} ${executiveId} ${capabilityId}`);
    if (!pre || !post) return [];
    const found = individualGain({
      pre: { groups: pre.groups, reliability: answers.reliabilityOf(occasions.pre.id, capabilityId) },
      post: { groups: post.groups, reliability: null },
      requirement: answers.requiredOf({ executiveId, occasions }, capabilityId),
    });
    return found === null ? [] : [{ capabilityId, ...found }];
  });
}
