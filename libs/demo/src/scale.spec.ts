import { cpuUsage, memoryUsage } from 'node:process';
import { describe, expect, it } from '@jest/globals';
import { demoRatings, generateDemo } from './index.js';

const MEGABYTE = 1024 * 1024;
const COUNTED = 1_000_000;

describe('a demo of 20,000 executives', () => {
  it('comes in less than a minute, and its ratings, over three million in a round, one by one without being kept', () => {
    const begun = cpuUsage();
    const demo = generateDemo({ executives: 20_000, seed: 1, today: '2026-11-24' });
    // Of one processor, so that a busy machine does not count.
    expect(cpuUsage(begun).user / 1e6).toBeLessThan(60);

    const kept = memoryUsage().heapUsed;
    const { key, subjectExternalIds } = demo.rounds[0]!;
    const subjects = new Set<string>();
    let ratings = 0;
    let peak = 0;
    for (const { subjectExternalId } of demoRatings(demo, key)) {
      subjects.add(subjectExternalId);
      ratings += 1;
      if (ratings % 50_000 === 0) peak = Math.max(peak, memoryUsage().heapUsed);
      if (ratings === COUNTED) break;
    }
    expect((ratings / subjects.size) * subjectExternalIds.length).toBeGreaterThan(3_200_000);
    // Kept, a million would be some 100 MB.
    expect((peak - kept) / MEGABYTE).toBeLessThan(50);
  }, 180_000);
});
