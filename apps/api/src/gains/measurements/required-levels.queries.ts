import type { Viewer } from '@alidade/access';
import type { RequiredLevel } from '@alidade/gains';
import { requiredCapabilities } from '@alidade/readiness';
import type { RequiringStatement } from '@alidade/readiness';
import type { EntityManager } from 'typeorm';
import { lastHeldBy } from '../../directory/postings.queries.js';
import { groupedBy } from '../../platform/grouped-by.js';
import { countedLevelsOn } from '../../readiness/executives/levels.queries.js';
import { requiringOn } from '../../readiness/executives/required-capabilities.queries.js';
import type { Occasions } from './occasions.queries.js';

type Scope = Pick<Viewer, 'organizationId'>;

/** Somebody measured on two occasions. */
export interface Subject {
  readonly executiveId: string;
  readonly personId: string;
  readonly occasions: Occasions;
}

/** Answers what is required of a subject in a capability, and their level after either occasion; null: nothing is. */
export type RequiredOf = (
  subject: Pick<Subject, 'executiveId' | 'occasions'>,
  capabilityId: string,
) => RequiredLevel | null;

/** The strictest over all statements approved for the evidence day of the second occasion, and levels of both days. */
export async function requiredOf(
  tx: EntityManager,
  viewer: Scope,
  subjects: readonly Subject[],
): Promise<RequiredOf> {
  const levelsOn = await countedLevelsOn(
    tx,
    viewer,
    [...new Set(subjects.map(({ executiveId }) => executiveId))],
    { days: evidenceDaysOf(subjects), capabilityIds: null },
  );
  const days = groupedBy(subjects, ({ occasions }) => occasions.post.evidenceOn);
  const required = new Map<string, ReadonlyMap<string, number>>();
  for (const [day, onDay] of days) {
    const personIds = [...new Set(onDay.map(({ personId }) => personId))];
    // oxlint-disable-next-line no-await-in-loop
    const held = await lastHeldBy(tx, viewer, personIds, day);
    // oxlint-disable-next-line no-await-in-loop
    const strictest = strictestBy(await requiringOn(tx, viewer, day));
    for (const { executiveId, personId } of onDay) {
      const posting = held.get(personId);
      if (posting) required.set(`${executiveId} ${day}`, strictest(posting.leadershipLevelId));
    }
  }
  return ({ executiveId, occasions: { pre, post } }, capabilityId) => {
    const level = required.get(`${executiveId} ${post.evidenceOn}`)?.get(capabilityId);
    if (level === undefined) return null;
    const levelOn = (day: string) => levelsOn(executiveId, day).get(capabilityId)?.level ?? null;
    return { required: level, levelPre: levelOn(pre.evidenceOn), levelPost: levelOn(post.evidenceOn) };
  };
}

const evidenceDaysOf = (subjects: readonly Subject[]): readonly string[] => [
  ...new Set(subjects.flatMap(({ occasions: { pre, post } }) => [pre.evidenceOn, post.evidenceOn])),
];

/** Leadership level -> capability id -> the strictest required level, worked out once for each level. */
function strictestBy(
  statements: readonly RequiringStatement[],
): (leadershipLevelId: string) => ReadonlyMap<string, number> {
  const known = new Map<string, ReadonlyMap<string, number>>();
  return (leadershipLevelId) => {
    const found = known.get(leadershipLevelId);
    if (found) return found;
    const required = requiredCapabilities(statements, leadershipLevelId, new Map());
    const strictest = new Map(required.map((each) => [each.capabilityId, each.requiredLevel]));
    known.set(leadershipLevelId, strictest);
    return strictest;
  };
}
