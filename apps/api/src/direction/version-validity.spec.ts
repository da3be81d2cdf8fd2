import { describe, expect, it } from '@jest/globals';
import { FOR_EVER, SINCE_EVER } from '@alidade/database';
import fc from 'fast-check';
import { endedOn, everHolds, holdsOn, replacedFrom } from './version-validity.js';
import type { Validity } from './version-validity.js';

interface Version extends Validity {
  readonly number: number;
}

const dayNumber = (n: number): string => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10);
const DAYS = Array.from({ length: 61 }, (_, n) => dayNumber(n));
const aDay = fc.constantFrom(...DAYS.slice(1, -1));

/** As they come about: a first approval, then one version after the other, each from any day. */
const recorded = (first: string, later: readonly string[]): readonly Version[] =>
  later.reduce<readonly Version[]>(
    (versions, day) => {
      const { earlier, latest } = replacedFrom(versions, day);
      return [...earlier, { ...latest, number: versions.length + 1 }];
    },
    [{ number: 1, validFrom: first, validTo: FOR_EVER }],
  );
const aHistory = fc
  .tuple(fc.oneof(fc.constant(SINCE_EVER), aDay), fc.array(aDay, { maxLength: 8 }))
  .map(([first, later]) => recorded(first, later));

const inForce = (versions: readonly Version[], day: string): readonly number[] =>
  versions.filter((version) => holdsOn(version, day)).map(({ number }) => number);

describe('the days of the versions of a statement', () => {
  it('are, worked by hand, the old version until the new one begins', () => {
    expect(recorded(SINCE_EVER, ['2025-01-01', '2026-01-01'])).toEqual([
      { number: 1, validFrom: SINCE_EVER, validTo: '2025-01-01' },
      { number: 2, validFrom: '2025-01-01', validTo: '2026-01-01' },
      { number: 3, validFrom: '2026-01-01', validTo: FOR_EVER },
    ]);
  });

  it('leave a version none when a later record begins before it or with it', () => {
    const versions = recorded('2024-01-01', ['2026-01-01', '2026-01-01', '2025-01-01']);
    expect(versions.map(({ validFrom, validTo }) => [validFrom, validTo])).toEqual([
      ['2024-01-01', '2025-01-01'],
      ['2026-01-01', '2026-01-01'],
      ['2026-01-01', '2026-01-01'],
      ['2025-01-01', FOR_EVER],
    ]);
    expect(versions.map(everHolds)).toEqual([true, false, false, true]);
  });

  it('hold at most one version on any day, and never run backward', () => {
    fc.assert(
      fc.property(aHistory, (versions) => {
        for (const day of DAYS) expect(inForce(versions, day).length).toBeLessThanOrEqual(1);
        for (const { validFrom, validTo } of versions) expect(validFrom <= validTo).toBe(true);
      }),
    );
  });

  it('are those of the new version from its first day on, and before it as they were', () => {
    fc.assert(
      fc.property(aHistory, aDay, (versions, from) => {
        const { earlier, latest } = replacedFrom(versions, from);
        for (const day of DAYS) {
          expect(inForce(earlier, day)).toEqual(day < from ? inForce(versions, day) : []);
          expect(holdsOn(latest, day)).toBe(day >= from);
        }
      }),
    );
  });

  it('end with the statement, and keep every earlier day', () => {
    fc.assert(
      fc.property(aHistory, aDay, (versions, end) => {
        for (const day of DAYS)
          expect(inForce(endedOn(versions, end), day)).toEqual(day < end ? inForce(versions, day) : []);
      }),
    );
  });

  it('are the same however often the statement ends on one day', () => {
    fc.assert(
      fc.property(aHistory, aDay, (versions, end) => {
        const once = endedOn(versions, end);
        expect(endedOn(once, end)).toEqual(once);
      }),
    );
  });

  it('are in the order of the numbers, among versions that ever hold', () => {
    fc.assert(
      fc.property(aHistory, (versions) => {
        const holding = versions.filter(everHolds).map(({ validFrom }) => validFrom);
        expect(holding).toEqual(holding.toSorted());
      }),
    );
  });
});
