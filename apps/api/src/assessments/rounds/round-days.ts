import { enqueueJob, JobKind, RoundStatus } from '@alidade/database';
import type { AssessmentRound } from '@alidade/database';
import type { EntityManager } from 'typeorm';
import { dayAfter } from '../../platform/organization-day.js';

type Days = Pick<AssessmentRound, 'opensOn' | 'closesOn' | 'remindsOn'>;

/** What closing sets. Its levels hold from the earlier of closesOn and this day. */
export const closedBy = ({ closesOn }: Pick<Days, 'closesOn'>, today: string) => ({
  status: RoundStatus.CLOSED,
  evidenceOn: closesOn < today ? closesOn : today,
});

/** The first day after this one that brings something to an open round: a reminder, or its closing; null: none. */
function nextDayOf(
  { closesOn, remindsOn }: Pick<Days, 'closesOn' | 'remindsOn'>,
  after: string,
): string | null {
  // Answers are taken on closesOn itself; the round closes as the next day begins.
  const days = [...remindsOn, dayAfter(closesOn)].filter((day) => day > after);
  return days.toSorted()[0] ?? null;
}

/** Asks the worker to look at the round on the next day that brings something. */
export async function scheduleDay(tx: EntityManager, round: AssessmentRound, after: string): Promise<void> {
  const day = nextDayOf(round, after);
  if (day === null) return;
  await enqueueJob(tx, round.organizationId, {
    kind: JobKind.RoundDay,
    key: `round-day:${round.id}:${day}`,
    input: { roundId: round.id, day },
    personId: null,
    onDay: day,
  });
}
