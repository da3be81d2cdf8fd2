import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { adjustedDifference, InvalidSampleError } from './index.js';

const treated = { pre: [2.1, 2.5, 3.0, 3.4, 2.8, 1.9], post: [3.0, 3.1, 3.9, 4.0, 3.2, 2.7] };
const comparison = { pre: [2.2, 3.1, 2.9, 3.6], post: [2.3, 3.0, 3.2, 3.5] };
const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values);

describe('adjustedDifference', () => {
  it('is what least squares of post on group and pre give, for groups of unequal size', () => {
    // NumPy 2: np.linalg.lstsq([1, group, pre], post), standard error from the inverse of X'X; as lm(post ~ group + pre) in R.
    expect(adjustedDifference(treated, comparison)).toEqual({
      difference: expect.closeTo(0.5999679281590765, 12),
      standardError: expect.closeTo(0.12846855332094623, 12),
      slope: expect.closeTo(0.8499037844772301, 12),
      effect: expect.closeTo(1.052750839669882, 12),
    });
  });

  it('is by hand 2 where the treated score 2 more than those alike before', () => {
    const found = adjustedDifference(
      { pre: [1, 2, 3], post: [3, 4, 5] },
      { pre: [2, 3, 4], post: [2, 3, 4] },
    );
    // S = 2 + 2 over 4 degrees of freedom: a standard deviation of 1.
    expect(found).toEqual({ difference: 2, standardError: 0, slope: 1, effect: 2 });
  });

  it('is nothing without people, without anything to adjust for, and without a standard error for three', () => {
    const nobody = { pre: [], post: [] };
    expect(adjustedDifference(nobody, comparison)).toBeNull();
    expect(adjustedDifference({ pre: [2], post: [3] }, { pre: [3], post: [3] })).toBeNull();
    expect(adjustedDifference({ pre: [2, 2], post: [3, 4] }, { pre: [3, 3], post: [3, 3] })).toBeNull();
    expect(adjustedDifference({ pre: [2, 3], post: [3, 4] }, { pre: [3], post: [3] })).toMatchObject({
      difference: 1,
      standardError: null,
    });
  });

  it('refuses scores that do not pair up or are none', () => {
    expect(() => adjustedDifference({ pre: [1], post: [] }, comparison)).toThrow(InvalidSampleError);
    expect(() => adjustedDifference({ pre: [NaN], post: [1] }, comparison)).toThrow(InvalidSampleError);
  });

  it('turns its sign with the groups, and keeps its size when all scores move', () => {
    const score = fc.double({ min: 1, max: 5, noNaN: true });
    const group = fc
      .array(fc.tuple(score, score), { minLength: 2, maxLength: 8 })
      .map((people) => ({ pre: people.map(([pre]) => pre), post: people.map(([, post]) => post) }));
    fc.assert(
      fc.property(group, group, fc.integer({ min: -3, max: 3 }), (a, b, by) => {
        fc.pre(spread(a.pre) > 0.1 || spread(b.pre) > 0.1);
        const found = adjustedDifference(a, b)!;
        expect(adjustedDifference(b, a)!.difference).toBeCloseTo(-found.difference, 6);
        const moved = (of: typeof a) => ({
          pre: of.pre.map((x) => x + by),
          post: of.post.map((y) => y + by),
        });
        expect(adjustedDifference(moved(a), moved(b))!.difference).toBeCloseTo(found.difference, 6);
      }),
    );
  });
});
