import type { Cohort } from '@alidade/database';
import type { EntityManager } from 'typeorm';
import { endOfWeek } from './weeks.js';

export interface Candidate {
  readonly executiveId: string;
  readonly personId: string;
  /** Why not, each a sentence; none: eligible. */
  readonly reasons: readonly string[];
}

/**
 * Who may take a seat in a cohort, and why not: leadership level on its first day, language (of somebody who has
 * named none, none is held against them), program completed before, unavailable in a week of it, dates that overlap
 * with another seat, a place in this cohort already.
 * @param executiveIds  executives of the organization
 * @returns             in the order asked
 */
export async function eligibilityOf(
  tx: EntityManager,
  cohort: Cohort,
  executiveIds: readonly string[],
): Promise<readonly Candidate[]> {
  const { organizationId, id, programId, startsOn, endsOn, language, weeks } = cohort;
  const away = weeks.length > 0 ? weeks.map((week) => [week, endOfWeek(week)]) : [[startsOn, endsOn]];
  const rows: (Findings & { executiveId: string; personId: string })[] = await tx.query(ELIGIBILITY, [
    organizationId,
    [...executiveIds],
    id,
    programId,
    startsOn,
    endsOn,
    language.split('-')[0]?.toLowerCase(),
    away.map(([from]) => from),
    away.map(([, to]) => to),
  ]);
  return rows.map(({ executiveId, personId, ...findings }) => ({
    executiveId,
    personId,
    reasons: reasonsIn(findings, cohort),
  }));
}

interface Findings {
  readonly level: string | null;
  readonly levelFits: boolean;
  readonly languageFits: boolean;
  readonly completed: boolean;
  readonly unavailable: boolean;
  readonly overlapping: string | null;
  readonly here: string | null;
}

function reasonsIn(found: Findings, { language, startsOn }: Cohort): string[] {
  const reasons: string[] = [];
  if (found.level === null) reasons.push(`is no executive on ${startsOn}`);
  else if (!found.levelFits) reasons.push(`is ${found.level}, which this cohort is not for`);
  if (!found.languageFits) reasons.push(`does not speak ${language}`);
  if (found.completed) reasons.push('has completed this program');
  if (found.unavailable) reasons.push('is unavailable while it takes place');
  if (found.overlapping !== null) reasons.push(`has a seat in ${found.overlapping} at the same time`);
  if (found.here !== null) reasons.push(`is ${found.here} in this cohort`);
  return reasons;
}

const ELIGIBILITY = `
  SELECT executive.id AS "executiveId", executive.person_id AS "personId", level.name AS level,
    NOT EXISTS (SELECT FROM cohort_leadership_level wanted WHERE wanted.organization_id = $1 AND wanted.cohort_id = $3)
      OR EXISTS (SELECT FROM cohort_leadership_level wanted WHERE wanted.organization_id = $1 AND wanted.cohort_id = $3
                 AND wanted.leadership_level_id = level.id) AS "levelFits",
    cardinality(person.languages) = 0
      OR EXISTS (SELECT FROM unnest(person.languages) tag WHERE lower(split_part(tag, '-', 1)) = $7) AS "languageFits",
    EXISTS (SELECT FROM enrollment done JOIN cohort ON cohort.organization_id = $1 AND cohort.id = done.cohort_id
            WHERE done.organization_id = $1 AND done.executive_id = executive.id AND done.status = 'COMPLETED'
              AND cohort.program_id = $4) AS completed,
    EXISTS (SELECT FROM unavailable_period period JOIN unnest($8::date[], $9::date[]) away (starts_on, ends_on)
              ON period.starts_on <= away.ends_on AND period.ends_on >= away.starts_on
            WHERE period.organization_id = $1 AND period.person_id = executive.person_id) AS unavailable,
    (SELECT min(cohort.name) FROM enrollment seat JOIN cohort ON cohort.organization_id = $1 AND cohort.id = seat.cohort_id
     WHERE seat.organization_id = $1 AND seat.executive_id = executive.id AND cohort.id <> $3
       AND seat.status IN ('PENDING', 'CONFIRMED', 'COMPLETED') AND cohort.status <> 'CANCELLED'
       AND cohort.starts_on <= $6::date AND cohort.ends_on >= $5::date) AS overlapping,
    (SELECT min(seat.status) FROM enrollment seat
     WHERE seat.organization_id = $1 AND seat.cohort_id = $3 AND seat.executive_id = executive.id
       AND seat.status IN ('PENDING', 'CONFIRMED', 'WAITLISTED', 'COMPLETED')) AS here
  FROM executive JOIN person ON person.organization_id = $1 AND person.id = executive.person_id
  LEFT JOIN posting ON posting.organization_id = $1 AND posting.person_id = executive.person_id
    AND posting.valid_from <= $5::date AND posting.valid_to > $5::date
  LEFT JOIN leadership_level level ON level.organization_id = $1 AND level.id = posting.leadership_level_id
  WHERE executive.organization_id = $1 AND executive.id = ANY($2::uuid[])
  ORDER BY array_position($2::uuid[], executive.id)`;
