import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { releaseScores, DEFAULT_RELEASE_POLICY, selfView, SelfView } from './index.js';
import type { Rating, RaterGroup } from './index.js';

describe('selfView', () => {
  it('is in line within half a level, and clear from a whole one on', () => {
    expect(selfView(3, 3.4)).toBe(SelfView.InLine);
    expect(selfView(3, 2.5)).toBe(SelfView.SomewhatHigher);
    expect(selfView(4, 3)).toBe(SelfView.ClearlyHigher);
    expect(selfView(2, 2.9)).toBe(SelfView.SomewhatLower);
    expect(selfView(1, 2)).toBe(SelfView.ClearlyLower);
  });
  it('takes a sum of thirds for what it is', () =>
    expect(selfView(4, 2 / 3 + 2 + 1 / 3)).toBe(SelfView.ClearlyHigher));
  it('says nothing where one of the two is missing', () => {
    expect(selfView(null, 3)).toBeNull();
    expect(selfView(3, null)).toBeNull();
  });
});

const rating = (group: RaterGroup, i: number, level: number | null): Rating => ({
  capabilityId: 'pricing',
  raterKey: `${group} ${i}`,
  group,
  level,
  comment: `${group} ${i}`,
});
const commentsOf = (ratings: readonly Rating[]) =>
  releaseScores(ratings, DEFAULT_RELEASE_POLICY)[0]?.comments;

describe('released comments', () => {
  it('are those of raters whose answers are shown, and of nobody else', () => {
    const shown = [1, 2, 3].map((i) => rating('PEER', i, i));
    const held = [rating('DIRECT_REPORT', 1, 4), rating('SELF', 1, 5), rating('PEER', 4, null)];
    expect(commentsOf([...shown, ...held])?.toSorted()).toEqual(['PEER 1', 'PEER 2', 'PEER 3']);
  });
  it('come in one order, whoever wrote them and in whichever order', () => {
    const words = fc.array(fc.string({ minLength: 1 }), { minLength: 3, maxLength: 8 });
    fc.assert(
      fc.property(words, fc.infiniteStream(fc.nat()), (texts, chance) => {
        const written = texts.map((comment, i) => ({ ...rating('PEER', i, 3), comment }));
        const keys = [...texts.keys()].map((i) => [chance.next().value, i] as const);
        const mixed = keys
          .toSorted(([a], [b]) => Number(a) - Number(b))
          .map(([, i], at) => ({
            ...written[i]!,
            raterKey: `other ${at}`,
          }));
        expect(commentsOf(mixed)).toEqual(commentsOf(written));
        expect(commentsOf(written)?.toSorted()).toEqual(texts.toSorted());
      }),
    );
  });
});
