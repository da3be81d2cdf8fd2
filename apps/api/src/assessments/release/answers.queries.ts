import type { AssessmentRound } from '@alidade/database';
import { RaterGroup } from '@alidade/release';
import type { CapabilityAnswers } from '@alidade/release';
import type { EntityManager } from 'typeorm';

/** The answers about one subject in one capability, and of which. */
export interface SubjectAnswers extends CapabilityAnswers {
  readonly executiveId: string;
  readonly capabilityId: string;
}

interface PackedAnswers {
  readonly executiveId: string;
  readonly capabilityId: string;
  /** One letter for each answer that counts: the group, and the level or not observed. */
  readonly answers: string;
  /** Null: nobody wrote one. */
  readonly comments: readonly { readonly group: RaterGroup; readonly comment: string }[] | null;
}

const GROUPS = Object.values(RaterGroup);
/** Not observed, 1, 2, 3, 4, 5. */
const ANSWERS_OF_GROUP = 6;
const FIRST_LETTER = 'A'.charCodeAt(0);

/**
 * The latest answers about the subjects of a round between two of them, in the order of subjects and capabilities. One
 * row a subject and capability: a round of millions of answers comes in a few letters each.
 * @param ids  of subjects in order; from the first to the last of them
 */
export async function answersAbout(
  tx: EntityManager,
  { organizationId, id }: AssessmentRound,
  ids: readonly string[],
): Promise<readonly SubjectAnswers[]> {
  const rows: PackedAnswers[] = await tx.query(
    `SELECT executive_id AS "executiveId", capability_id AS "capabilityId",
       string_agg(chr($5 + $6 * (array_position($7::text[], rater_group) - 1) + coalesce(level, 0)), '') AS answers,
       jsonb_agg(jsonb_build_object('group', rater_group, 'comment', comment))
         FILTER (WHERE comment IS NOT NULL AND level IS NOT NULL) AS comments
     FROM (
       SELECT DISTINCT ON (executive_id, capability_id, rater_key) executive_id, capability_id, rater_group, level, comment
       FROM rating
       WHERE organization_id = $1 AND round_id = $2 AND executive_id BETWEEN $3 AND $4
       ORDER BY executive_id DESC, capability_id DESC, rater_key DESC, revision DESC) AS latest
     GROUP BY executive_id, capability_id ORDER BY executive_id, capability_id`,
    [organizationId, id, ids[0], ids.at(-1), FIRST_LETTER, ANSWERS_OF_GROUP, GROUPS],
  );
  return rows.map(unpacked);
}

function unpacked({ executiveId, capabilityId, answers, comments }: PackedAnswers): SubjectAnswers {
  const levels = new Map<RaterGroup, number[]>();
  for (let at = 0; at < answers.length; at += 1) {
    const answer = answers.charCodeAt(at) - FIRST_LETTER;
    const level = answer % ANSWERS_OF_GROUP;
    if (level > 0) entryOf(levels, GROUPS[(answer - level) / ANSWERS_OF_GROUP]).push(level);
  }
  const words = new Map<RaterGroup, string[]>();
  for (const { group, comment } of comments ?? []) entryOf(words, group).push(comment);
  return { executiveId, capabilityId, levels, comments: words };
}

function entryOf<Value>(map: Map<RaterGroup, Value[]>, group: RaterGroup | undefined): Value[] {
  if (group === undefined) throw new RangeError('An answer of a group that is not known');
  const entry = map.get(group) ?? [];
  map.set(group, entry);
  return entry;
}
