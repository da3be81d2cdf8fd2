import { describe, expect, it } from '@jest/globals';
import { handWorkedProblem, placements } from '../../../../test/problems/cohort-problem.js';
import { MANY, randomCohortProblem } from '../../../../test/problems/random-cohort-problem.js';
import { explainerOf, readProblem, refereeOf, UnplacedKind } from '../index.js';

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
  it('gives the figures that the referee gives for the whole plan with the move', () => {
    for (let seed = 1; seed <= 25 * MANY; seed++) {
      const random = readProblem(randomCohortProblem(seed, { executives: 12, cohorts: 3 }));
      const plan = random.executives.flatMap(({ id }, i) =>
        i % 4 === 3 ? [] : [{ executive: id, cohort: random.cohorts[(i * seed) % 3]!.id }],
      );
      const [explainer, referee] = [explainerOf(random, plan), refereeOf(random)];
      const now = referee(plan);
      const told = new Set(now.brokenRules.map(({ sentence }) => sentence));
      random.executives.forEach(({ id }, i) => {
        const cohort = i % 3 === 0 ? null : random.cohorts[i % 3]!.id;
        const others = plan.filter(({ executive }) => executive !== id);
        const then = referee(cohort === null ? others : [...others, { executive: id, cohort }]);
        const change = explainer.move(id, cohort);
        expect(change.objectiveChange).toBeCloseTo(then.objective - now.objective, 9);
        expect(change.costChange).toBeCloseTo(then.cost - now.cost, 9);
        expect(change.penaltyChanges.fairSeats).toBeCloseTo(
          then.penalties.fairSeats - now.penalties.fairSeats,
          9,
        );
        const expected = then.brokenRules.map(({ sentence }) => sentence).filter((each) => !told.has(each));
        expect([seed, change.brokenRules.map(({ sentence }) => sentence).toSorted()]).toEqual([
          seed,
          expected.toSorted(),
        ]);
      });
    }
  });
  it('says who has the seat of somebody not placed, for how many points more, and the best exchange', () => {
    const document = handWorkedProblem();
    document.cohorts[0]!.maxSeats = 1;
    for (const cohort of document.cohorts.slice(1)) cohort.leadershipLevels = [];
    const explainer = explainerOf(readProblem(document), placements({ ana: 'lead-zurich' }));
    const [reason] = explainer.why('ben').unplaced;
    expect(reason).toMatchObject({
      kind: UnplacedKind.Full,
      cohort: 'lead-zurich',
      executives: ['ana'],
      sentence: 'lead-zurich is full with 1 executive; ana, the nearest, brings the plan 2.40 points more.',
    });
    const { bestSwap } = explainer.move('ben', 'lead-zurich');
    expect(bestSwap?.executive).toBe('ana');
    expect(bestSwap?.objectiveChange).toBeCloseTo(-2.4, 12);
  });
  it('says that a cohort has no seat left when others sit there already', () => {
    const document = handWorkedProblem();
    document.cohorts[0]!.minSeats = 0;
    document.cohorts[0]!.maxSeats = 0;
    for (const cohort of document.cohorts.slice(1)) cohort.leadershipLevels = [];
    const explainer = explainerOf(readProblem(document), placements({}));
    expect(explainer.why('ben').unplaced).toMatchObject([
      { kind: UnplacedKind.Full, sentence: 'lead-zurich has no seat left to give.', executives: [] },
    ]);
  });
  it('says per cohort which rule excludes somebody who is eligible for none', () => {
    const document = handWorkedProblem();
    for (const cohort of document.cohorts) cohort.leadershipLevels = [];
    const { unplaced } = explainerOf(readProblem(document), []).why('dia');
    expect(unplaced.map(({ kind, sentence }) => [kind, sentence])).toContainEqual([
      UnplacedKind.NotEligible,
      'dia may not sit in steer: it is not open to their leadership level.',
    ]);
  });
  it('refuses who or what is not there', () => {
    const explainer = explainerOf(problem(), []);
    expect(() => explainer.why('eva')).toThrow(RangeError);
    expect(() => explainer.move('ana', 'nowhere')).toThrow(RangeError);
  });
});
