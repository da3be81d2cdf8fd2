import { isExecutiveOn } from '../company/service.js';
import { dayNumber, isoDay } from '../days.js';
import type { DemoPerson, DemoPlan, IsoDay } from '../demo.js';

const SUCCESSES: readonly string[] = [
  'My team decides without me what it can decide, and I hear of it afterwards.',
  'Two customers say unasked that we understood their plant better than our competitor did.',
  'I can explain the figures to my people in five minutes, and they use them the same day.',
  'The colleagues who used to wait for my answer bring a proposal instead.',
  'We stop something before we start something, and nobody is surprised by it.',
];

const EVIDENCE: readonly string[] = [
  'Held it with the customer on site; their plant manager has asked for the next date.',
  'Done with two colleagues of the sister unit. The notes went to all three teams.',
  'It took longer than planned, and the second attempt worked. My manager was there.',
  'Finished. What I would do otherwise: begin with the night shift.',
];

const COMMENTS: readonly string[] = [
  'Good choice of the first goal. Please take one action fewer, and say when you want me there.',
  'I like it. The second goal needs somebody from outside our line to support you.',
];

interface Stage {
  readonly status: DemoPlan['status'];
  readonly startedDaysAgo: number;
  readonly statusDaysAgo: number;
  readonly done: number;
  readonly returned?: boolean;
}

/** Fresh and forgotten, waiting in time and too long, moving, still, and over: what one finds in a real organization. */
const STAGES: readonly Stage[] = [
  { status: 'ACTIVE', startedDaysAgo: 70, statusDaysAgo: 50, done: 1 },
  { status: 'DRAFT', startedDaysAgo: 6, statusDaysAgo: 6, done: 0 },
  { status: 'WAITING_FOR_REVIEW', startedDaysAgo: 20, statusDaysAgo: 4, done: 0 },
  { status: 'ACTIVE', startedDaysAgo: 110, statusDaysAgo: 95, done: 0 },
  { status: 'COMPLETED', startedDaysAgo: 240, statusDaysAgo: 12, done: 3 },
  { status: 'DRAFT', startedDaysAgo: 48, statusDaysAgo: 30, done: 0, returned: true },
  { status: 'WAITING_FOR_REVIEW', startedDaysAgo: 40, statusDaysAgo: 22, done: 0 },
  { status: 'ACTIVE', startedDaysAgo: 60, statusDaysAgo: 41, done: 2 },
];

const EVERY = 6;

/**
 * Plans of every sixth executive and of those who sign in, in all states. Their goals come from the gaps that the
 * product finds in them.
 */
export function plansFor(
  executives: readonly DemoPerson[],
  accounts: readonly string[],
  today: IsoDay,
): readonly DemoPlan[] {
  const ago = (days: number): IsoDay => isoDay(dayNumber(today) - days);
  const chosen = executives.filter(
    (person, i) => (i % EVERY === 0 || accounts.includes(person.externalId)) && isExecutiveOn(person, today),
  );
  const mine = chosen.toSorted(
    (a, b) => Number(accounts.includes(b.externalId)) - Number(accounts.includes(a.externalId)),
  );
  return mine.map(({ externalId }, i) => {
    const stage = STAGES[i % STAGES.length]!;
    return {
      personExternalId: externalId,
      status: stage.status,
      startedOn: ago(stage.startedDaysAgo),
      statusSince: ago(stage.statusDaysAgo),
      actionsDone: stage.done,
      success: SUCCESSES[i % SUCCESSES.length]!,
      evidence: EVIDENCE[i % EVIDENCE.length]!,
      returnedWith: stage.returned === true ? COMMENTS[i % COMMENTS.length]! : null,
    };
  });
}
