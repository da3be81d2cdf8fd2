import type { Viewer } from '@alidade/access';
import type { RequiredLevel } from '@alidade/gains';
import { requiredCapabilities } from '@alidade/readiness';
import type { Requirement, RequiringStatement } from '@alidade/readiness';
import type { EntityManager } from 'typeorm';
import { lastHeldBy } from '../directory/postings.queries.js';
import { groupedBy } from '../platform/grouped-by.js';
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
  const levels = await levelsOn(tx, viewer, subjects);
  const days = groupedBy(subjects, ({ occasions }) => occasions.post.evidenceOn);
  const statements = await statementsOn(tx, viewer, [...days.keys()]);
  const required = new Map<string, ReadonlyMap<string, number>>();
  for (const [day, onDay] of days) {
    const personIds = [...new Set(onDay.map(({ personId }) => personId))];
    // oxlint-disable-next-line no-await-in-loop
    const held = await lastHeldBy(tx, viewer, personIds, day);
    const strictest = strictestBy(statements.get(day) ?? []);
    for (const { executiveId, personId } of onDay) {
      const posting = held.get(personId);
      if (posting) required.set(`${executiveId} ${day}`, strictest(posting.leadershipLevelId));
    }
  }
  return ({ executiveId, occasions: { pre, post } }, capabilityId) => {
    const level = required.get(`${executiveId} ${post.evidenceOn}`)?.get(capabilityId);
    if (level === undefined) return null;
    const levelOn = (day: string) => levels.get(`${executiveId} ${capabilityId} ${day}`) ?? null;
    return { required: level, levelPre: levelOn(pre.evidenceOn), levelPost: levelOn(post.evidenceOn) };
  };
}

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

interface RequirementOnDay extends Requirement {
  readonly day: string;
  readonly strategyId: string;
  readonly statementWeight: number;
}

/** Day -> the statements in force on it. */
async function statementsOn(
  tx: EntityManager,
  { organizationId }: Scope,
  days: readonly string[],
): Promise<ReadonlyMap<string, readonly RequiringStatement[]>> {
  const rows: RequirementOnDay[] = await tx.query(
    `SELECT asked.day, version.strategy_id AS "strategyId", version.weight AS "statementWeight",
       capability_id AS "capabilityId", leadership_level_id AS "leadershipLevelId", required_level AS "requiredLevel",
       requirement.weight, critical
     FROM unnest($2::date[]) asked (day) JOIN strategy_version AS version ON version.organization_id = $1
       AND version.approved_at IS NOT NULL AND version.valid_from <= asked.day AND version.valid_to > asked.day
     JOIN requirement ON requirement.organization_id = $1 AND requirement.strategy_version_id = version.id`,
    [organizationId, [...days]],
  );
  return new Map([...groupedBy(rows, ({ day }) => day)].map(([day, onDay]) => [day, statementsAmong(onDay)]));
}

const statementsAmong = (rows: readonly RequirementOnDay[]): readonly RequiringStatement[] =>
  [...groupedBy(rows, ({ strategyId }) => strategyId)].map(([id, requirements]) => ({
    id,
    weight: requirements[0]?.statementWeight ?? 1,
    requirements,
  }));

/** Levels of the subjects on the evidence days of their rounds, by executive, capability and day. */
async function levelsOn(
  tx: EntityManager,
  { organizationId }: Scope,
  subjects: readonly Subject[],
): Promise<ReadonlyMap<string, number>> {
  const asked = subjects.flatMap(({ executiveId, occasions: { pre, post } }) => [
    [executiveId, pre.evidenceOn] as const,
    [executiveId, post.evidenceOn] as const,
  ]);
  const rows: { executiveId: string; capabilityId: string; day: string; level: number }[] = await tx.query(
    `SELECT DISTINCT asked.executive_id AS "executiveId", capability_id AS "capabilityId", asked.day, level
     FROM unnest($2::uuid[], $3::date[]) asked (executive_id, day)
     JOIN level_fact AS fact ON fact.organization_id = $1 AND fact.executive_id = asked.executive_id
       AND fact.valid_from <= asked.day AND fact.valid_to > asked.day`,
    [organizationId, asked.map(([id]) => id), asked.map(([, day]) => day)],
  );
  return new Map(rows.map((row) => [`${row.executiveId} ${row.capabilityId} ${row.day}`, row.level]));
}
