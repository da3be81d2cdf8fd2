import { describe, expect, it } from '@jest/globals';
import { handWorkedProblem, placements } from '../../../../test/problems/cohort-problem.js';
import { explainerOf, readProblem } from '../index.js';

const problem = () => readProblem(handWorkedProblem());

describe('explainerOf', () => {
  it('tells the points of a seat by strategy and capability, with level now, expected and required', () => {
    const { cohort, benefits } = explainerOf(problem(), placements({ ana: 'lead-zurich' })).why('ana');
    expect(cohort).toBe('lead-zurich');
    expect(benefits).toEqual([
      { strategy: 'grow', capability: 'vision', points: 3, level: 2.5, expected: 3.5, required: 4 },
    ]);
  });
  it('says where a level is not on record, instead of taking it as zero', () => {
    const { benefits } = explainerOf(problem(), placements({ cem: 'lead-zurich' })).why('cem');
    expect(benefits).toEqual([
      { strategy: 'grow', capability: 'vision', points: 0, level: null, expected: null, required: 4 },
    ]);
  });
  it('names the best other cohorts with the difference and every rule that blocks them', () => {
    const { alternatives } = explainerOf(
      problem(),
      placements({ ana: 'lead-zurich', dia: 'lead-virtual' }),
    ).why('dia');
    expect(alternatives.map(({ cohort, objectiveChange }) => [cohort, objectiveChange])).toEqual([
      ['lead-zurich', 0],
      ['steer', -1.5],
    ]);
    expect(alternatives[1]!.brokenRules.map(({ sentence }) => sentence)).toEqual([
      'dia may not sit in steer: it is not open to their leadership level.',
    ]);
  });
  it('tells for somebody who is not placed what the best seat would bring and what stands against it', () => {
    const document = handWorkedProblem();
    document.cohorts[0]!.maxSeats = 1;
    const { cohort, benefits, withoutSeat, alternatives } = explainerOf(
      readProblem(document),
      placements({ ana: 'lead-zurich' }),
    ).why('ben');
    expect([cohort, benefits, withoutSeat]).toEqual([null, [], null]);
    const inZurich = alternatives.find((each) => each.cohort === 'lead-zurich')!;
    expect(inZurich.objectiveChange).toBeCloseTo(0.6, 12);
    expect(inZurich.brokenRules.map(({ rule }) => rule)).toEqual(['seats', 'manager']);
  });
  it('tells what a move changes and changes nothing itself', () => {
    const explainer = explainerOf(problem(), placements({ ana: 'lead-zurich' }));
    const away = explainer.move('ana', null);
    expect(away).toMatchObject({ objectiveChange: -3, benefitChange: -3, costChange: -25, brokenRules: [] });
    expect(explainer.evaluation.objective).toBe(3);
    expect(explainer.move('ana', 'steer').objectiveChange).toBeCloseTo(-2, 12);
  });
  it('tells only the rules that a move adds to those broken already', () => {
    const explainer = explainerOf(problem(), placements({ ana: 'steer', ben: 'steer' }));
    expect(explainer.evaluation.brokenRules).toHaveLength(1);
    expect(explainer.move('cem', 'steer').brokenRules).toEqual([]);
  });
  it('refuses who or what is not there', () => {
    const explainer = explainerOf(problem(), []);
    expect(() => explainer.why('eva')).toThrow(RangeError);
    expect(() => explainer.move('ana', 'nowhere')).toThrow(RangeError);
  });
});
