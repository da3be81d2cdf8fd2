import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DEFAULT_RELEASE_POLICY, releaseRound, releaseScores } from './index.js';
import type { Rating, RaterGroup, ReleasedScore, SubjectRatings } from './index.js';

type Group = Exclude<RaterGroup, 'SELF'>;

/** All that a viewer may know who sees the release: everything but the levels. */
type Raters = readonly Group[];

const ratingsOf = (raters: Raters, levels: readonly number[]): readonly Rating[] =>
  raters.map((group, i) => ({ capabilityId: 'a', raterKey: `r${i}`, group, level: levels[i]! }));

const scoreOf = (raters: Raters, levels: readonly number[]): ReleasedScore =>
  releaseScores(ratingsOf(raters, levels), DEFAULT_RELEASE_POLICY)[0]!;

function* allAnswers(count: number): Generator<readonly number[]> {
  if (count === 0) yield [];
  else
    for (const rest of allAnswers(count - 1)) for (let level = 1; level <= 5; level++) yield [...rest, level];
}

/** Every set of answers that a viewer cannot tell apart, since the release looks the same. */
function lookAlikes(raters: Raters, managerLevel: number) {
  const others = raters.filter((group) => group !== 'MANAGER').length;
  const byRelease = new Map<string, (readonly number[])[]>();
  for (const answers of allAnswers(others)) {
    // The manager's answer shows by design, so it comes first and is known.
    const levels = raters[0] === 'MANAGER' ? [managerLevel, ...answers] : answers;
    const release = JSON.stringify(scoreOf(raters, levels));
    byRelease.set(release, [...(byRelease.get(release) ?? []), levels]);
  }
  return [...byRelease].map(([release, answers]) => ({
    release: JSON.parse(release) as ReleasedScore,
    answers,
  }));
}

/** The raters among whom the given one's answer is shown; none when it is not. */
function shownAmong(raters: Raters, release: ReleasedScore, rater: number): readonly number[] {
  const group = raters[rater]!;
  const shown = release.groups.find((one) => one.group === group || one.pooledOf.includes(group));
  if (shown === undefined) return [];
  const together: readonly RaterGroup[] = shown.group === 'COLLEAGUES' ? shown.pooledOf : [group];
  return raters.flatMap((one, i) => (together.includes(one) ? [i] : []));
}

/** Answers of protected raters that follow from the release, though not all of those they are shown among are alike. */
function leaksOf(raters: Raters, managerLevel: number): readonly string[] {
  return lookAlikes(raters, managerLevel).flatMap(({ release, answers }) => {
    const [first = []] = answers;
    const determined = raters.flatMap((group, i) =>
      group !== 'MANAGER' && answers.every((levels) => levels[i] === first[i]) ? [i] : [],
    );
    return determined
      .filter((i) => {
        const among = shownAmong(raters, release, i);
        return among.length === 0 || among.some((other) => first[other] !== first[i]);
      })
      .map((i) => `${raters.join()}: ${first.join()} tells answer ${i}`);
  });
}

/** Means of groups that are not shown by themselves, yet follow from the release though not all of the pool are alike. */
function meanLeaksOf(raters: Raters, managerLevel: number): readonly string[] {
  return lookAlikes(raters, managerLevel).flatMap(({ release, answers }) => {
    const [first = []] = answers;
    const hidden = (['PEER', 'DIRECT_REPORT', 'OTHER'] as const).filter(
      (group) => raters.includes(group) && !release.groups.some((one) => one.group === group),
    );
    return hidden.filter((group) => {
      const members = raters.flatMap((one, i) => (one === group ? [i] : []));
      const sumOf = (levels: readonly number[]) => members.reduce((sum, i) => sum + levels[i]!, 0);
      const determined = answers.every((levels) => sumOf(levels) === sumOf(first));
      const among = shownAmong(raters, release, members[0]!);
      const alike = among.length > 0 && among.every((i) => first[i] === first[among[0]!]);
      return determined && !alike;
    });
  });
}

function* sizesUpTo(most: number): Generator<Raters> {
  for (let peers = 0; peers <= most; peers++)
    for (let reports = 0; peers + reports <= most; reports++)
      for (let others = peers + reports === 0 ? 1 : 0; peers + reports + others <= most; others++)
        yield [
          ...Array<Group>(peers).fill('PEER'),
          ...Array<Group>(reports).fill('DIRECT_REPORT'),
          ...Array<Group>(others).fill('OTHER'),
        ];
}

describe('a release, to somebody who sees all of it and knows who was asked', () => {
  it('tells no answer of a protected rater, in any round of up to five of them, unless all of a group are alike', () => {
    const leaks = [...sizesUpTo(5)].flatMap((raters) => leaksOf(raters, 3));
    expect(leaks).toEqual([]);
  });
  it('tells none either beside a manager’s answer, which is known', () => {
    const leaks = [...sizesUpTo(4)].flatMap((raters) =>
      [1, 3].flatMap((level) => leaksOf(['MANAGER', ...raters], level)),
    );
    expect(leaks).toEqual([]);
  });
  it('tells none where two groups of three are shown with their agreement', () => {
    const raters: Raters = ['PEER', 'PEER', 'PEER', 'DIRECT_REPORT', 'DIRECT_REPORT', 'DIRECT_REPORT'];
    expect(leaksOf(raters, 3)).toEqual([]);
  });
  it('tells no mean of a group that is not shown by itself, unless all of its pool are alike', () => {
    const leaks = [...sizesUpTo(5)].flatMap((raters) => meanLeaksOf(raters, 3));
    expect(leaks).toEqual([]);
  });
});

const group = fc.constantFrom<RaterGroup>('SELF', 'MANAGER', 'PEER', 'PEER', 'DIRECT_REPORT', 'OTHER');
const level = fc.integer({ min: 1, max: 5 });
const rater = fc.record({ group, level, changed: level, observed: fc.integer({ min: 0, max: 5 }) });
const round = fc.array(fc.array(rater, { maxLength: 9 }), { minLength: 10, maxLength: 14 });

type Rater = typeof rater extends fc.Arbitrary<infer T> ? T : never;

const subjectsOf = (all: readonly (readonly Rater[])[], answer: (one: Rater, subject: number) => number) =>
  all.map((raters, subject): SubjectRatings => ({
    subjectId: `s${subject}`,
    ratings: raters.map((one, i) => ({
      capabilityId: 'a',
      raterKey: `r${i}`,
      group: one.group,
      level: one.observed === 0 ? null : answer(one, subject),
    })),
  }));

/** The raters of each group hand in each other's answers. */
const exchangeWithinGroups = (raters: readonly Rater[]): readonly Rater[] =>
  raters.map((one) => {
    const members = raters.filter((other) => other.group === one.group && other.observed > 0);
    return { ...one, level: members.at(-1 - members.indexOf(one))?.level ?? one.level };
  });

describe('a whole round with its reliability', () => {
  it('is the same, figure by figure, whatever the answers that are not released', () => {
    fc.assert(
      fc.property(round, (all) => {
        const actual = releaseRound(
          subjectsOf(all, (one) => one.level),
          DEFAULT_RELEASE_POLICY,
        );
        const other = subjectsOf(all, (one, subject) =>
          actual.scores.get(`s${subject}`)?.[0]?.suppressedGroups.includes(one.group)
            ? one.changed
            : one.level,
        );
        expect(releaseRound(other, DEFAULT_RELEASE_POLICY)).toEqual(actual);
      }),
      { numRuns: 1000 },
    );
  });
  it('is the same whoever of a released group gave which answer', () => {
    fc.assert(
      fc.property(round, (all) => {
        const actual = releaseRound(
          subjectsOf(all, (one) => one.level),
          DEFAULT_RELEASE_POLICY,
        );
        const exchanged = subjectsOf(all.map(exchangeWithinGroups), (one) => one.level);
        expect(releaseRound(exchanged, DEFAULT_RELEASE_POLICY)).toEqual(actual);
      }),
    );
  });
});
