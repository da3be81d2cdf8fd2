import type { Viewer } from '@alidade/access';
import type { AlignmentGoal } from '@alidade/database';
import type { EntityManager } from 'typeorm';

type Scope = Pick<Viewer, 'organizationId'>;

/** Which figure of a goal's population: at most one of unit, leadership level and cohort; none: the whole organization. */
export type Measured = Pick<
  AlignmentGoal,
  'metric' | 'strategyId' | 'capabilityId' | 'unitId' | 'leadershipLevelId' | 'cohortId'
>;

export interface MeasuredOnDay {
  readonly goal: Measured;
  readonly day: string;
}

/** A figure, and on how many it rests. */
export interface Figure {
  /** In the unit of the metric; null when it rests on nobody. */
  readonly value: number | null;
  /** In the population; of readiness, those of whom the strategy requires anything. */
  readonly people: number;
  /** Of them, those with enough evidence. */
  readonly enough: number;
  /** Of them, those with any. */
  readonly withEvidence: number;
}

const NOTHING: Figure = { value: null, people: 0, enough: 0, withEvidence: 0 };

/** The figures asked for, exact, in their order: three statements, however many. */
export async function figuresOn(
  tx: EntityManager,
  scope: Scope,
  asked: readonly MeasuredOnDay[],
): Promise<readonly Figure[]> {
  const found = new Map<number, Figure>();
  for (const kind of KINDS) {
    const places = [...asked.entries()].filter(([, each]) => kind.answers(each.goal));
    if (places.length === 0) continue;
    // oxlint-disable-next-line no-await-in-loop
    const rows: FigureRow[] = await tx.query(kind.sql, parametersFor(scope, places));
    for (const row of rows) found.set(row.place, figureFrom(row, asked[row.place]?.goal.metric));
  }
  return asked.map((_, place) => found.get(place) ?? NOTHING);
}

interface FigureRow {
  readonly place: number;
  readonly people: number;
  readonly readyNow: number;
  readonly enough: number;
  readonly withEvidence: number;
  readonly sum: number | null;
}

function figureFrom({ people, readyNow, enough, withEvidence, sum }: FigureRow, metric?: string): Figure {
  const total = metric === 'STRATEGY_READINESS' ? readyNow : (sum ?? 0);
  return { value: enough === 0 ? null : total / enough, people, enough, withEvidence };
}

type Place = readonly [number, MeasuredOnDay];

function parametersFor({ organizationId }: Scope, places: readonly Place[]): unknown[] {
  const column = (valueOf: (goal: Measured) => unknown) => places.map(([, { goal }]) => valueOf(goal));
  return [
    organizationId,
    places.map(([place]) => place),
    places.map(([, { day }]) => day),
    column(({ unitId }) => unitId),
    column(({ leadershipLevelId }) => leadershipLevelId),
    column(({ cohortId }) => cohortId),
    column(({ strategyId, capabilityId, metric }) =>
      metric === 'CAPABILITY_LEVEL' ? capabilityId : strategyId,
    ),
  ];
}

const ASKED = `unnest($2::int[], $3::date[], $4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[])
  AS asked (place, day, unit_id, level_id, cohort_id, subject_id)`;

/** Everybody of each population on its day: columns of `asked`, and executive_id. */
const MEMBERS = `
  SELECT asked.*, executive.id AS executive_id FROM ${ASKED}
  JOIN posting ON posting.organization_id = $1 AND posting.leadership_level_id IS NOT NULL
    AND posting.valid_from <= asked.day AND posting.valid_to > asked.day
    AND (asked.level_id IS NULL OR posting.leadership_level_id = asked.level_id)
    AND (asked.unit_id IS NULL OR EXISTS (
      SELECT FROM unit_ancestor AS above WHERE above.organization_id = $1 AND above.unit_id = posting.unit_id
        AND above.ancestor_id = asked.unit_id AND above.valid_from <= asked.day AND above.valid_to > asked.day))
  JOIN executive ON executive.organization_id = $1 AND executive.person_id = posting.person_id
    AND (asked.cohort_id IS NULL OR EXISTS (
      SELECT FROM enrollment WHERE enrollment.organization_id = $1 AND enrollment.cohort_id = asked.cohort_id
        AND enrollment.executive_id = executive.id AND enrollment.status IN ('CONFIRMED', 'COMPLETED')))`;

const FROM_TALLIES = `
  SELECT place, sum(executives)::int AS people, sum(ready_now)::int AS "readyNow",
    sum(ready_now + ready_soon + developing)::int AS enough, sum(with_evidence)::int AS "withEvidence",
    sum(value_sum) AS sum
  FROM ${ASKED} JOIN readiness_tally AS tally ON tally.organization_id = $1 AND tally.strategy_id = asked.subject_id
    AND tally.unit_id = coalesce(asked.unit_id, $1) AND tally.valid_from <= asked.day AND tally.valid_to > asked.day
    AND (asked.level_id IS NULL OR tally.leadership_level_id = asked.level_id)
  GROUP BY place`;

/** Cohorts have no tallies. */
const FROM_FACTS = `
  SELECT place, count(*)::int AS people, (count(*) FILTER (WHERE band = 'READY_NOW'))::int AS "readyNow",
    count(value)::int AS enough, (count(*) FILTER (WHERE coverage > 0))::int AS "withEvidence", sum(value) AS sum
  FROM (${MEMBERS}) AS member JOIN readiness_fact AS fact ON fact.organization_id = $1
    AND fact.executive_id = member.executive_id AND fact.strategy_id = member.subject_id
    AND fact.valid_from <= member.day AND fact.valid_to > member.day
  GROUP BY place`;

const FROM_LEVELS = `
  SELECT place, count(*)::int AS people, 0 AS "readyNow", count(level)::int AS enough,
    count(level)::int AS "withEvidence", sum(level) AS sum
  FROM (${MEMBERS}) AS member LEFT JOIN level_fact AS fact ON fact.organization_id = $1
    AND fact.executive_id = member.executive_id AND fact.capability_id = member.subject_id
    AND fact.valid_from <= member.day AND fact.valid_to > member.day
  GROUP BY place`;

const isLevel = ({ metric }: Measured): boolean => metric === 'CAPABILITY_LEVEL';

const KINDS: readonly { readonly answers: (goal: Measured) => boolean; readonly sql: string }[] = [
  { answers: (goal) => !isLevel(goal) && goal.cohortId === null, sql: FROM_TALLIES },
  { answers: (goal) => !isLevel(goal) && goal.cohortId !== null, sql: FROM_FACTS },
  { answers: isLevel, sql: FROM_LEVELS },
];

/** The executives of each population on its day, in the order asked. */
export async function membersOn(
  tx: EntityManager,
  scope: Scope,
  asked: readonly MeasuredOnDay[],
): Promise<readonly ReadonlySet<string>[]> {
  const rows: { place: number; executiveId: string }[] =
    asked.length === 0
      ? []
      : await tx.query(
          `SELECT place, executive_id AS "executiveId" FROM (${MEMBERS}) AS member`,
          parametersFor(scope, [...asked.entries()]),
        );
  const members = asked.map(() => new Set<string>());
  for (const { place, executiveId } of rows) members[place]?.add(executiveId);
  return members;
}
