import { requireLevel } from './attainment.js';
import { addMonths, requireDay } from './calendar-day.js';
import type { CalendarDay } from './calendar-day.js';

/** Where a level comes from, the strongest first: a round's released score, a panel's calibration, a manager's rating. */
export const LevelSource = { MultiRater: 'MULTI_RATER', Panel: 'PANEL', Manager: 'MANAGER' } as const;
export type LevelSource = (typeof LevelSource)[keyof typeof LevelSource];

/** One thing known about an executive's level in one capability. A self-rating is never evidence. */
export interface LevelEvidence {
  readonly source: LevelSource;
  /** 1..5, a decimal. */
  readonly level: number;
  /** In levels; null when it is not known. */
  readonly standardError: number | null;
  readonly evidenceOn: CalendarDay;
  /** RFC 3339, UTC; of two of one source and day the later recorded one holds. */
  readonly recordedAt: string;
  /** null: from outside a round. */
  readonly roundId: string | null;
}

export interface CurrentLevel<E extends LevelEvidence = LevelEvidence> {
  readonly evidence: E;
  /** Shown, but not counted in any figure. */
  readonly stale: boolean;
}

/**
 * Whether the results of a round become levels: it is for READINESS and looks at the present, not back.
 *
 * @param round  its purpose and occasion
 *
 * O(1).
 *
 * @example makesLevels({ purpose: 'READINESS', occasion: 'RETROSPECTIVE' }) // => false
 */
export function makesLevels(round: {
  readonly purpose: 'READINESS' | 'DEVELOPMENT';
  readonly occasion: 'BASELINE' | 'MIDPOINT' | 'FOLLOW_UP' | 'RETROSPECTIVE';
}): boolean {
  return round.purpose === 'READINESS' && round.occasion !== 'RETROSPECTIVE';
}

/**
 * The level of one executive in one capability on a day, by all that is on record.
 *
 * Evidence counts on day t when evidenceOn <= t < evidenceOn + `staleAfterMonths` calendar months. Of what counts: the latest
 * MULTI_RATER, unless a PANEL is at least as recent; without MULTI_RATER the latest PANEL; without either the latest MANAGER.
 * Never the best ever, never the last written. When nothing counts any more, it is the level that counted last, as stale.
 *
 * @param evidence          in any order, of one executive and capability, only of rounds that make levels
 * @param day               ISO 8601
 * @param staleAfterMonths  calendar months, a whole number, at least 1
 * @returns                 null when nothing was known on that day
 * @throws RangeError       when a level is off the scale 1..5, or a day is no day of the calendar
 *
 * O(evidence).
 *
 * @example
 * // a round's 3.5 of 2024-11-15 and a manager's 5 of 2025-03-01
 * // => the 3.5 until 2026-05-14, the 5 until 2026-08-31, from then on the 5 as stale
 */
export function currentLevel<E extends LevelEvidence>(
  evidence: readonly E[],
  day: CalendarDay,
  staleAfterMonths: number,
): CurrentLevel<E> | null {
  requireDay(day);
  const known = evidence
    .map((one) => ({ one, staleOn: staleDay(one, staleAfterMonths) }))
    .filter(({ one }) => one.evidenceOn <= day);
  const counted = known.filter(({ staleOn }) => day < staleOn);
  // All that turned stale last counted together on the day before.
  const lastStaleOn = known.reduce((latest, { staleOn }) => (staleOn > latest ? staleOn : latest), '');
  const eligible = counted.length > 0 ? counted : known.filter(({ staleOn }) => staleOn === lastStaleOn);
  const best = strongest(eligible.map(({ one }) => one));
  return best === undefined ? null : { evidence: best, stale: counted.length === 0 };
}

/**
 * The first day on which evidence no longer counts.
 * @throws RangeError  when its level is off the scale or its day is no day. O(1).
 */
export function staleDay({ evidenceOn, level }: LevelEvidence, staleAfterMonths: number): CalendarDay {
  requireLevel(level);
  return addMonths(evidenceOn, staleAfterMonths);
}

/** By source and recency alone, whatever the day. */
export function strongest<E extends LevelEvidence>(evidence: readonly E[]): E | undefined {
  const latest = (source: LevelSource) =>
    evidence.filter((one) => one.source === source).reduce<E | undefined>(later, undefined);
  const multiRater = latest(LevelSource.MultiRater);
  const panel = latest(LevelSource.Panel);
  if (multiRater === undefined) return panel ?? latest(LevelSource.Manager);
  return panel !== undefined && panel.evidenceOn >= multiRater.evidenceOn ? panel : multiRater;
}

function later<E extends LevelEvidence>(a: E | undefined, b: E): E {
  return a === undefined || compareRecency(b, a) > 0 ? b : a;
}

/** Further keys than the day and the recording only so that equal days give one answer in any order. */
function compareRecency(a: LevelEvidence, b: LevelEvidence): number {
  return (
    compare(a.evidenceOn, b.evidenceOn) ||
    compare(a.recordedAt, b.recordedAt) ||
    compare(a.roundId ?? '', b.roundId ?? '') ||
    a.level - b.level
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
