import { DEFAULT_GAIN_POLICY, GainNoteCode, gainReport, individualGain } from '@alidade/gains';
import type { IndividualGain, SelectionOnScore } from '@alidade/gains';
import { mean, seedFromText, spearmanBrown } from '@alidade/statistics';
import { attritionNote, regressionNote, SUPPRESSED_NOTE } from './gain-sentences.js';
import type { GainReportType } from '../gains.types.js';
import type { Measured, ReliabilityOf } from '../measurements/measurements.queries.js';
import { keyOfOccasions } from '../measurements/occasions.queries.js';
import type { MeasuredCohort, Occasions } from '../measurements/occasions.queries.js';
import type { Participant, SeesByName } from '../measurements/participants.queries.js';
import type { RequiredOf } from '../measurements/required-levels.queries.js';

/** What a report in one capability is made of. */
export interface GroupBasis {
  readonly capabilityId: string;
  /** Those whose rounds both ask about the capability. */
  readonly cohorts: readonly MeasuredCohort[];
  /** Of these cohorts and of others, those who completed first. */
  readonly participants: readonly Participant[];
  /** Everybody in the rounds of these cohorts, in one order. */
  readonly measured: readonly Measured[];
  readonly reliabilityOf: ReliabilityOf;
  readonly requiredOf: RequiredOf;
  /** Who had a seat in any cohort between the occasions, as `occasions executive`. */
  readonly seatsBetween: ReadonlySet<string>;
  readonly seesByName: SeesByName;
  /** What is asked about; the same gives the same random draws. */
  readonly asked: string;
}

/** Somebody between two occasions; of several cohorts between the same ones, once. */
interface Seat {
  readonly executiveId: string;
  readonly occasions: Occasions;
  readonly completed: boolean;
}

interface Gained {
  readonly executiveId: string;
  readonly gain: IndividualGain;
  /** r_xx of the first score, 0..1; null when unknown. */
  readonly reliability: number | null;
}

type Scores = ReadonlyMap<string, Measured>;

/** The report of some cohorts in one capability, as the viewer may see it. O(people), and what `gainReport` says. */
export function groupGain(basis: GroupBasis): GainReportType {
  const scores: Scores = new Map(basis.measured.map((row) => [`${row.roundId} ${row.executiveId}`, row]));
  const seats = seatsIn(basis);
  const completed = [...seats.values()].filter((seat) => seat.completed);
  const participants = completed.flatMap((seat) => gainOf(seat, basis, scores) ?? []);
  const comparison = comparisonOf(basis, seats, scores);
  const counts = {
    capabilityId: basis.capabilityId,
    participants: participants.length,
    leftOut: completed.length - participants.length,
    confirmed: seats.size,
    raterOverlap: null,
  };
  if (![...completed, ...comparison].every(({ executiveId }) => basis.seesByName(executiveId)))
    return { ...counts, ...SUPPRESSED };
  const selection = selectionOn(participants, comparison);
  const report = gainReport({
    participants: participants.map(({ gain }) => gain),
    comparison: comparison.map(({ gain }) => gain),
    selection,
    seed: seedFromText(`${basis.asked} ${basis.capabilityId}`),
  });
  // Whether anybody looked at the scores when they gave out the seats is not on record.
  const notes = report.notes.filter(({ code }) => code !== GainNoteCode.SelectedOnScore);
  return {
    ...counts,
    ...report,
    suppressed: false,
    notes: [
      ...notes.map(({ sentence }) => sentence),
      ...regressionNote(report.regressionToMean),
      ...attritionNote(completed.map(({ executiveId, occasions }) => xOf(scores, executiveId, occasions))),
    ],
  };
}

const SUPPRESSED = {
  suppressed: true,
  meanPre: null,
  meanPost: null,
  meanGain: null,
  gainLow: null,
  gainHigh: null,
  effects: [],
  comparison: null,
  regressionToMean: null,
  improved: null,
  noReliableChange: null,
  declined: null,
  reachedRequired: null,
  notes: [SUPPRESSED_NOTE],
} as const;

const keyOf = ({ executiveId, occasions }: Pick<Seat, 'executiveId' | 'occasions'>): string =>
  `${keyOfOccasions(occasions)} ${executiveId}`;

function seatsIn({ cohorts, participants }: GroupBasis): ReadonlyMap<string, Seat> {
  const byId = new Map(cohorts.map((cohort) => [cohort.cohortId, cohort]));
  const seats = new Map<string, Seat>();
  for (const { cohortId, executiveId, completed } of participants) {
    const occasions = byId.get(cohortId);
    if (!occasions) continue;
    const seat = { executiveId, occasions, completed };
    const key = keyOf(seat);
    if (!seats.has(key)) seats.set(key, seat);
  }
  return seats;
}

/** Everybody with a gain between the same occasions and without a seat, in the order of the rows. */
function comparisonOf(
  basis: GroupBasis,
  seats: ReadonlyMap<string, Seat>,
  scores: Scores,
): readonly Gained[] {
  const distinct = new Map(basis.cohorts.map((cohort) => [keyOfOccasions(cohort), cohort]));
  return [...distinct.values()].flatMap((occasions) =>
    basis.measured
      .filter(({ roundId }) => roundId === occasions.pre.id)
      .map(({ executiveId }) => ({ executiveId, occasions }))
      .filter((person) => !seats.has(keyOf(person)) && !basis.seatsBetween.has(keyOf(person)))
      .flatMap((person) => gainOf(person, basis, scores) ?? []),
  );
}

function gainOf(
  { executiveId, occasions }: Pick<Seat, 'executiveId' | 'occasions'>,
  { capabilityId, reliabilityOf, requiredOf }: GroupBasis,
  scores: Scores,
): Gained | null {
  const pre = scores.get(`${occasions.pre.id} ${executiveId}`);
  const post = scores.get(`${occasions.post.id} ${executiveId}`);
  if (!pre || !post) return null;
  const reliability = reliabilityOf(occasions.pre.id, capabilityId);
  const gain = individualGain({
    pre: { groups: pre.groups, reliability },
    post: { groups: post.groups, reliability: null },
    requirement: requiredOf({ executiveId, occasions }, capabilityId),
  });
  if (gain === null) return null;
  const raters = pre.groups
    .filter(({ group }) => gain.groups.includes(group))
    .reduce((sum, { respondents }) => sum + respondents, 0);
  return { executiveId, gain, reliability: reliability && spearmanBrown(reliability.icc, raters) };
}

/** From whom the participants could have been chosen by their scores: themselves and those they are compared with. */
function selectionOn(
  participants: readonly Gained[],
  comparison: readonly Gained[],
): SelectionOnScore | null {
  if (comparison.length < DEFAULT_GAIN_POLICY.leastComparison) return null;
  const known = participants.map(({ reliability }) => reliability).filter((each) => each !== null);
  const reliability = known.length < participants.length ? null : mean(known);
  const average = mean([...participants, ...comparison].map(({ gain }) => gain.pre));
  const population = reliability === null || average === null ? null : { mean: average, reliability };
  return { population };
}

const xOf = (scores: Scores, executiveId: string, { pre, post }: Occasions) => ({
  pre: scores.get(`${pre.id} ${executiveId}`)?.others ?? null,
  post: scores.get(`${post.id} ${executiveId}`)?.others ?? null,
});
