import type { Demo, DemoPerson, DemoRaterGroup, DemoRating, DemoRound, DemoTruth } from '../demo.js';
import { Purpose, streamOf } from '../random.js';
import type { RandomStream } from '../random.js';
import { COMMENTS } from './comment-text.js';
import { ratersOf } from './raters.js';
import type { Rater, RaterSource } from './raters.js';
import { reportingOn } from './rounds.js';

/** By how much a group is milder than the others on average, in levels. */
const BIAS: Readonly<Record<DemoRaterGroup, number>> = {
  SELF: 0.25,
  MANAGER: -0.05,
  PEER: 0,
  DIRECT_REPORT: 0.08,
  OTHER: 0.05,
};
const NOT_OBSERVED: Readonly<Record<DemoRaterGroup, number>> = {
  SELF: 0.01,
  MANAGER: 0.04,
  PEER: 0.08,
  DIRECT_REPORT: 0.08,
  OTHER: 0.15,
};
/** Standard deviations: of one rater's overall impression of one subject, and of single answers, in levels. */
const HALO = 0.36;
const SINGLE = 0.55;
const COMMENTED = 0.04;

/** What a round's ratings are made from. */
export interface RoundSource extends RaterSource {
  readonly round: DemoRound;
  /** Index of the subjects among the executives. */
  readonly subjects: readonly number[];
  /** Index of the round's capabilities in the table of true levels. */
  readonly columns: readonly number[];
  readonly trueLevels: Float64Array;
  readonly capabilityCount: number;
}

/** All answers for one subject: rater i, capability j of the round at [i × capabilities + j]; 0 is not observed. */
export interface SubjectRatings {
  readonly raters: readonly Rater[];
  readonly levels: Uint8Array;
}

export interface SourceInput {
  readonly executives: readonly DemoPerson[];
  readonly rounds: readonly DemoRound[];
  readonly truth: Pick<DemoTruth, 'levels'>;
  readonly seed: number;
}

export function roundSource(
  { executives, rounds, truth, seed }: SourceInput,
  roundIndex: number,
): RoundSource {
  const round = rounds[roundIndex];
  const table = truth.levels.rounds[roundIndex];
  if (!round || !table) throw new RangeError(`There is no round ${roundIndex}`);
  const indexOf = new Map(truth.levels.executiveExternalIds.map((externalId, index) => [externalId, index]));
  return {
    executives,
    reporting: reportingOn(executives, indexOf, round.opensOn),
    seed,
    roundIndex,
    round,
    subjects: round.subjectExternalIds.map((externalId) => indexOf.get(externalId) ?? 0),
    columns: round.capabilityCodes.map((code) => truth.levels.capabilityCodes.indexOf(code)),
    trueLevels: table.levels,
    capabilityCount: truth.levels.capabilityCodes.length,
  };
}

/** true level + group's bias + rater's leniency + rater's impression of the subject + noise, rounded, within 1..5. */
export function rateSubject(source: RoundSource, subject: number): SubjectRatings {
  const raters = ratersOf(source, subject);
  const random = streamOf(source.seed, Purpose.Ratings, subject, source.roundIndex);
  const { columns, trueLevels, capabilityCount } = source;
  const levels = new Uint8Array(raters.length * columns.length);
  let cell = 0;
  for (const { group, leniency } of raters) {
    const shift = BIAS[group] + leniency + HALO * random.normal();
    const unseen = NOT_OBSERVED[group];
    for (const column of columns) {
      const level = (trueLevels[subject * capabilityCount + column] ?? 0) + shift + SINGLE * random.normal();
      levels[cell++] = random.next() < unseen ? 0 : Math.min(5, Math.max(1, Math.floor(level + 0.5)));
    }
  }
  return { raters, levels };
}

/**
 * The ratings of one round, subject by subject, rater by rater, capability by capability; made while they are asked
 * for, so a round of millions needs no more memory than one subject's.
 *
 * @param demo     as made by `generateDemo`
 * @param roundKey of one of its rounds
 * @returns        lines of a ratings file; the same every time
 * @throws RangeError when there is no such round
 *
 * Rating = round(true level + bias of the group + leniency of the rater + halo + noise), the rater effects of
 * Scullen, Mount & Goff (2000), J. Applied Psychology 85(6). O(ratings).
 */
export function* demoRatings(demo: Demo, roundKey: string): Generator<DemoRating, void, undefined> {
  const roundIndex = demo.rounds.findIndex(({ key }) => key === roundKey);
  const executives = demo.people.slice(0, demo.truth.levels.executiveExternalIds.length);
  const { rounds, truth, options } = demo;
  const source = roundSource({ executives, rounds, truth, seed: options.seed }, roundIndex);
  for (const subject of source.subjects) yield* linesOf(source, subject);
}

function* linesOf(source: RoundSource, subject: number): Generator<DemoRating, void, undefined> {
  const { raters, levels } = rateSubject(source, subject);
  const codes = source.round.capabilityCodes;
  const random = streamOf(source.seed, Purpose.Comments, subject, source.roundIndex);
  const subjectExternalId = source.executives[subject]?.externalId ?? '';
  let cell = 0;
  for (const { key, group } of raters)
    for (const capabilityCode of codes) {
      const level = levelOf(levels[cell++] ?? 0);
      const comment = group === 'SELF' || level === 'NOT_OBSERVED' ? null : commentOn(level, random);
      yield { subjectExternalId, rater: key, raterGroup: group, capabilityCode, level, comment };
    }
}

const LEVELS = ['NOT_OBSERVED', 1, 2, 3, 4, 5] as const;

const levelOf = (answer: number): DemoRating['level'] => LEVELS[answer] ?? 'NOT_OBSERVED';

function commentOn(level: number, random: RandomStream): string | null {
  if (random.next() >= COMMENTED) return null;
  if (level <= 2) return random.pick(COMMENTS.low);
  return random.pick(level === 3 ? COMMENTS.middle : COMMENTS.high);
}
