import { createHash } from 'node:crypto';
import { icc11, ratingSums } from '@alidade/statistics';
import { describe, expect, it } from '@jest/globals';
import { postingOn } from './company/service.js';
import type { DemoRating } from './demo.js';
import { demoRatings, generateDemo } from './index.js';

const TODAY = '2026-11-24';
const demo = generateDemo({ executives: 240, seed: 1, today: TODAY });
const byId = new Map(demo.people.map((person) => [person.externalId, person]));
const ratings = new Map(demo.rounds.map(({ key }) => [key, [...demoRatings(demo, key)]]));
const baseline = ratings.get('baseline')!;

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
const isObserved = (rating: DemoRating): rating is DemoRating & { level: number } =>
  rating.level !== 'NOT_OBSERVED';
const meanOf = (lines: readonly DemoRating[]): number => {
  const levels = lines.filter(isObserved).map(({ level }) => level);
  return levels.reduce((sum, level) => sum + level, 0) / levels.length;
};
const groupsOf = (lines: readonly DemoRating[], code: string): ReadonlyMap<string, readonly number[]> => {
  const groups = new Map<string, number[]>();
  for (const { subjectExternalId, raterGroup, capabilityCode, level } of lines) {
    if (capabilityCode !== code || level === 'NOT_OBSERVED') continue;
    const key = `${subjectExternalId} ${raterGroup}`;
    groups.set(key, [...(groups.get(key) ?? []), level]);
  }
  return groups;
};

describe('the same options', () => {
  it('give the same organization and the same ratings, every time', () => {
    const again = generateDemo({ executives: 240, seed: 1, today: TODAY });
    expect(again).toEqual(demo);
    expect([...demoRatings(again, 'follow-up')]).toEqual(ratings.get('follow-up'));
  });
  it('give these ratings on any machine', () => {
    // Changes with every change of the generator or of the texts it draws on; must not change with the machine.
    expect(
      hashOf(
        JSON.stringify(
          baseline.map(({ subjectExternalId, rater, level }) => [subjectExternalId, rater, level]),
        ),
      ),
    ).toBe('0b8b2e54441b1e79');
  });
  it('with another seed give another organization', () => {
    const other = generateDemo({ executives: 240, seed: 2, today: TODAY });
    expect(other.people.map(({ name }) => name)).not.toEqual(demo.people.map(({ name }) => name));
  });
  it('are refused when out of range', () => {
    for (const executives of [39, 100_001, 240.5])
      expect(() => generateDemo({ executives, seed: 1, today: TODAY })).toThrow(RangeError);
    expect(() => generateDemo({ executives: 240, seed: 0.5, today: TODAY })).toThrow(RangeError);
    expect(() => generateDemo({ executives: 240, seed: 1, today: '2026-13-01' })).toThrow(RangeError);
    expect(() => [...demoRatings(demo, 'none')]).toThrow(RangeError);
  });
});

describe('the rounds', () => {
  it('are a baseline 14 months ago, two pulses and a follow-up 2 months ago, of 12 to 24 capabilities', () => {
    expect(
      demo.rounds.map(({ occasion, closesOn, capabilityCodes }) => [
        occasion,
        closesOn,
        capabilityCodes.length,
      ]),
    ).toEqual([
      ['BASELINE', '2025-09-24', 24],
      ['MIDPOINT', '2026-01-24', 12],
      ['MIDPOINT', '2026-05-24', 12],
      ['FOLLOW_UP', '2026-09-24', 20],
    ]);
  });
  it('have executives in service as subjects, and leave some out', () => {
    for (const { subjectExternalIds, opensOn, closesOn } of demo.rounds) {
      for (const day of [opensOn, closesOn]) {
        const inService = demo.people.filter((person) => postingOn(person, day)?.leadershipLevel);
        expect(subjectExternalIds.length).toBeLessThan(inService.length);
        for (const subject of subjectExternalIds) expect(inService).toContain(byId.get(subject));
      }
      expect(new Set(subjectExternalIds).size).toBe(subjectExternalIds.length);
    }
  });
});

describe('the ratings', () => {
  it('are of the round’s subjects and capabilities, on the scale, one per rater and capability', () => {
    for (const { key, subjectExternalIds, capabilityCodes } of demo.rounds) {
      const lines = ratings.get(key)!;
      const subjects = new Set(subjectExternalIds);
      expect(lines.every(({ subjectExternalId }) => subjects.has(subjectExternalId))).toBe(true);
      expect(lines.every(({ capabilityCode }) => capabilityCodes.includes(capabilityCode))).toBe(true);
      expect(new Set(lines.map(({ level }) => level))).toEqual(new Set([1, 2, 3, 4, 5, 'NOT_OBSERVED']));
      const answers = new Set(
        lines.map((line) => `${line.subjectExternalId} ${line.rater} ${line.capabilityCode}`),
      );
      expect(answers.size).toBe(lines.length);
      expect(new Set(lines.map(({ subjectExternalId }) => subjectExternalId)).size).toBeGreaterThan(
        0.98 * subjects.size,
      );
    }
  });
  it('come from the manager, peers and reports of the day the round opened', () => {
    const { opensOn } = demo.rounds[0]!;
    const managerOf = (id: string): string | null | undefined => {
      const person = byId.get(id);
      return person && postingOn(person, opensOn)?.managerExternalId;
    };
    const related = ({ subjectExternalId, rater, raterGroup }: DemoRating): boolean => {
      if (raterGroup === 'SELF') return rater === subjectExternalId;
      if (raterGroup === 'MANAGER') return rater === managerOf(subjectExternalId);
      if (raterGroup === 'PEER')
        return rater !== subjectExternalId && managerOf(rater) === managerOf(subjectExternalId);
      return byId.has(rater)
        ? managerOf(rater) === subjectExternalId
        : rater.startsWith(`${subjectExternalId}-`);
    };
    expect(baseline.filter((rating) => !related(rating))).toEqual([]);
  });
  it('leave some groups under three, some subjects with the manager only, and some answers not observed', () => {
    const sizes = [...groupsOf(baseline, 'DATA')]
      .filter(([key]) => / (PEER|DIRECT_REPORT)$/.test(key))
      .map(([, levels]) => levels.length);
    const small = sizes.filter((size) => size < 3).length / sizes.length;
    expect(small).toBeGreaterThan(0.1);
    expect(small).toBeLessThan(0.5);
    const raters = new Map<string, Set<string>>();
    for (const { subjectExternalId, raterGroup } of baseline)
      raters.set(subjectExternalId, (raters.get(subjectExternalId) ?? new Set()).add(raterGroup));
    expect(
      [...raters.values()].some(
        (groups) =>
          groups.has('MANAGER') && [...groups].every((group) => group === 'SELF' || group === 'MANAGER'),
      ),
    ).toBe(true);
    const unseen = baseline.filter((rating) => !isObserved(rating)).length / baseline.length;
    expect(unseen).toBeGreaterThan(0.04);
    expect(unseen).toBeLessThan(0.12);
  });
  it('are as reliable as such ratings are: ICC(1,1) of 0.2 to 0.45 in every capability', () => {
    for (const code of demo.rounds[0]!.capabilityCodes) {
      const subjects = new Map<string, number[]>();
      for (const rating of baseline)
        if (rating.capabilityCode === code && rating.raterGroup !== 'SELF' && isObserved(rating))
          subjects.set(rating.subjectExternalId, [
            ...(subjects.get(rating.subjectExternalId) ?? []),
            rating.level,
          ]);
      const icc = icc11([...subjects.values()].map(ratingSums));
      expect(icc).toBeGreaterThan(0.2);
      expect(icc).toBeLessThan(0.45);
    }
  });
  it('are kinder by oneself than by others', () => {
    const own = meanOf(baseline.filter(({ raterGroup }) => raterGroup === 'SELF'));
    const others = meanOf(baseline.filter(({ raterGroup }) => raterGroup !== 'SELF'));
    expect(own - others).toBeGreaterThan(0.1);
    expect(own - others).toBeLessThan(0.45);
  });
  it('carry a comment now and then, never beside an answer that is none', () => {
    const commented = baseline.filter(({ comment }) => comment !== null);
    expect(commented.length / baseline.length).toBeGreaterThan(0.02);
    expect(commented.length / baseline.length).toBeLessThan(0.06);
    expect(commented.every(isObserved)).toBe(true);
  });
});
