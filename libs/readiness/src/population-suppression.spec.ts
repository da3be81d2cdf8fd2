import { describe, expect, it } from '@jest/globals';
import {
  benchStrength,
  EMPTY_TALLY,
  isGapShown,
  isPopulationShown,
  roundedForAudience,
  strategyReadiness,
} from './index.js';

describe('isPopulationShown', () => {
  it('needs five people with evidence in the population and five beside it', () => {
    expect(isPopulationShown(5, 5)).toBe(true);
    expect(isPopulationShown(4, 100)).toBe(false);
    expect(isPopulationShown(100, 4)).toBe(false);
    expect(isPopulationShown(100, 0)).toBe(false);
  });
  it('needs nothing beside the whole organization', () => {
    expect(isPopulationShown(5, null)).toBe(true);
    expect(isPopulationShown(4, null)).toBe(false);
  });
  it('refuses counts that are none', () => {
    expect(() => isPopulationShown(-1, 5)).toThrow(RangeError);
    expect(() => isPopulationShown(5, 4.5)).toThrow(RangeError);
  });
});

describe('isGapShown', () => {
  it('withholds the mean gap of one to four people, and what would be theirs by difference', () => {
    expect(isGapShown(5, 5)).toBe(true);
    expect(isGapShown(4, 50)).toBe(false);
    expect(isGapShown(50, 1)).toBe(false);
    expect(isGapShown(4, null)).toBe(false);
    expect(isGapShown(5, null)).toBe(true);
  });
  it('has nothing to hide where nobody is assessed', () => {
    expect(isGapShown(0, 9)).toBe(true);
    expect(isGapShown(9, 0)).toBe(true);
  });
  it('refuses counts that are none', () => {
    expect(() => isGapShown(NaN, 5)).toThrow(RangeError);
  });
});

describe('roundedForAudience', () => {
  const tally = {
    ...EMPTY_TALLY,
    executives: 7,
    readyNow: 2,
    readySoon: 1,
    developing: 3,
    insufficientEvidence: 1,
    valueSum: 6 * 71.5,
    coverageSum: 7 * 0.8776,
    capabilities: new Map([
      ['a', { required: 7, critical: 0, assessed: 6, below: 4, gapSum: 4.1, weightedGapSum: 8.2 }],
    ]),
  };
  const exact = strategyReadiness(tally, 1);
  const shown = roundedForAudience(exact);

  it('gives means in whole points and shares in whole percent', () => {
    expect(shown).toMatchObject({ meanReadiness: 72, readyShare: 0.33, meanCoverage: 0.88 });
  });
  it('gives mean gaps and priorities in hundredths and counts as they are', () => {
    expect(shown.gaps[0]).toMatchObject({ meanGap: 0.68, priority: 1.37, belowRequired: 4, assessed: 6 });
    expect(shown).toMatchObject({ executives: 7, readyNow: 2, developing: 3 });
  });
  it('leaves null as null', () => {
    const nobody = roundedForAudience(strategyReadiness(EMPTY_TALLY, 1));
    expect(nobody).toMatchObject({ meanReadiness: null, readyShare: null, meanCoverage: null });
  });
});

describe('benchStrength', () => {
  it('sets the READY_NOW people against the number needed', () => {
    const tally = { ...EMPTY_TALLY, executives: 9, readyNow: 2, readySoon: 4, insufficientEvidence: 3 };
    expect(benchStrength(3, tally)).toEqual({ needed: 3, readyNow: 2, short: 1, strength: 2 / 3 });
    expect(benchStrength(1, tally)).toEqual({ needed: 1, readyNow: 2, short: 0, strength: 2 });
    expect(benchStrength(2, EMPTY_TALLY)).toEqual({ needed: 2, readyNow: 0, short: 2, strength: 0 });
  });
  it('refuses a role that needs nobody', () => {
    expect(() => benchStrength(0, EMPTY_TALLY)).toThrow(RangeError);
    expect(() => benchStrength(1.5, EMPTY_TALLY)).toThrow(RangeError);
  });
});
