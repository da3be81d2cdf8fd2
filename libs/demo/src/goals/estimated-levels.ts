import { currentLevel, DEFAULT_POLICY, LevelSource } from '@alidade/readiness';
import type { CountedLevel, LevelEvidence } from '@alidade/readiness';
import { DEFAULT_RELEASE_POLICY, ReleasedSource, releaseScores } from '@alidade/release';
import type { Rating } from '@alidade/release';
import { rateSubject, roundSource } from '../assessment/ratings.js';
import type { RoundSource, SourceInput } from '../assessment/ratings.js';
import type { IsoDay } from '../demo.js';

/** No score was released. */
const NONE = Number.NaN;

interface RoundScores {
  readonly evidenceOn: IsoDay;
  /** By executive and capability; where only the manager's ratings were released, in `manager`, else in `several`. */
  readonly several: Float64Array;
  readonly manager: Float64Array;
}

/** Released scores of all rounds as the product will make them under its default policy. */
export interface EstimatedScores {
  readonly capabilityCodes: readonly string[];
  readonly rounds: readonly RoundScores[];
}

/** Targets need no more than this many executives; up to it, nobody is left out. */
const LARGEST_SAMPLE = 3000;

/** Every second, third, … executive of an organization that is larger than the sample. */
export const isSampled = (executive: number, executives: number): boolean =>
  executive % Math.ceil(executives / LARGEST_SAMPLE) === 0;

/** Rates those in the sample once, without keeping the ratings. O(ratings). */
export function estimateScores(input: SourceInput): EstimatedScores {
  const { capabilityCodes } = input.truth.levels;
  const cells = input.executives.length * capabilityCodes.length;
  const rounds = input.rounds.map(({ closesOn }, index): RoundScores => {
    const source = roundSource(input, index);
    const several = new Float64Array(cells).fill(NONE);
    const manager = new Float64Array(cells).fill(NONE);
    for (const subject of source.subjects)
      if (isSampled(subject, input.executives.length)) addScores(source, subject, { several, manager });
    return { evidenceOn: closesOn, several, manager };
  });
  return { capabilityCodes, rounds };
}

function addScores(
  source: RoundSource,
  subject: number,
  into: { readonly several: Float64Array; readonly manager: Float64Array },
): void {
  for (const { capabilityId, others, source: kind } of releaseScores(
    answersOf(source, subject),
    DEFAULT_RELEASE_POLICY,
  )) {
    const column = source.columns[source.round.capabilityCodes.indexOf(capabilityId)];
    if (others === null || column === undefined) continue;
    const table = kind === ReleasedSource.MultiRater ? into.several : into.manager;
    table[subject * source.capabilityCount + column] = others;
  }
}

function answersOf(source: RoundSource, subject: number): readonly Rating[] {
  const { raters, levels } = rateSubject(source, subject);
  const codes = source.round.capabilityCodes;
  return raters.flatMap(({ key, group }, rater) =>
    codes.map((capabilityId, position): Rating => {
      const level = levels[rater * codes.length + position] ?? 0;
      return { capabilityId, raterKey: key, group, level: level === 0 ? null : level };
    }),
  );
}

/** The levels of one executive that count on a day, by capability. */
export function levelsOn(
  scores: EstimatedScores,
  executive: number,
  day: IsoDay,
): ReadonlyMap<string, CountedLevel> {
  const levels = new Map<string, CountedLevel>();
  scores.capabilityCodes.forEach((code, capability) => {
    const cell = executive * scores.capabilityCodes.length + capability;
    const evidence = scores.rounds.flatMap((round) => evidenceIn(round, cell));
    const found = currentLevel(evidence, day, DEFAULT_POLICY.staleAfterMonths);
    if (found && !found.stale) levels.set(code, found.evidence);
  });
  return levels;
}

function evidenceIn({ evidenceOn, several, manager }: RoundScores, cell: number): readonly LevelEvidence[] {
  const common = { standardError: null, evidenceOn, recordedAt: `${evidenceOn}T00:00:00Z`, roundId: null };
  const [bySeveral = NONE, byManager = NONE] = [several[cell], manager[cell]];
  if (!Number.isNaN(bySeveral)) return [{ ...common, source: LevelSource.MultiRater, level: bySeveral }];
  return Number.isNaN(byManager) ? [] : [{ ...common, source: LevelSource.Manager, level: byManager }];
}
