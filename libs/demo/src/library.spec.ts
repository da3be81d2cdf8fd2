import { describe, expect, it } from '@jest/globals';
import { CAPABILITY_CODES } from './framework/framework.js';
import { developmentActions } from './library/library.js';

describe('the library of development actions', () => {
  const all = developmentActions();

  it('has six entries for each of the 24 capabilities, of every kind, most of them on the job', () => {
    expect(all).toHaveLength(144);
    expect(new Set(all.map(({ capabilityCode }) => capabilityCode))).toEqual(new Set(CAPABILITY_CODES));
    for (const code of CAPABILITY_CODES) {
      const kinds = all.filter(({ capabilityCode }) => capabilityCode === code).map(({ kind }) => kind);
      expect(kinds).toEqual(['EXPERIENCE', 'EXPERIENCE', 'EXPERIENCE', 'EXPOSURE', 'EXPOSURE', 'EDUCATION']);
    }
  });

  it('says something of its own each time, short enough for a plan', () => {
    expect(new Set(all.map(({ title }) => title)).size).toBe(144);
    for (const { title } of all) {
      expect(title.length).toBeGreaterThan(40);
      expect(title.length).toBeLessThan(160);
    }
  });
});
