import { describe, expect, it } from '@jest/globals';
import { handWorkedProblem, placements } from '../../../../test/problems/cohort-problem.js';
import { evaluate, readProblem } from '../index.js';

type Document = ReturnType<typeof handWorkedProblem>;
const problemWith = (change: (document: Document) => void = () => undefined) => {
  const document = handWorkedProblem();
  change(document);
  return readProblem(document);
};
const worth = (seats: Readonly<Record<string, string>>, change?: (document: Document) => void) =>
  evaluate(problemWith(change), placements(seats));
const brokenBy = (seats: Readonly<Record<string, string>>, change?: (document: Document) => void) =>
  worth(seats, change).brokenRules.map(({ rule }) => rule);

const prefer =
  (name: string, value: unknown) =>
  ({ preferences }: Document): void => {
    preferences[name] = value;
  };
describe('the benefit of a seat', () => {
  it('is the strategy-weighted gap that the program closes, up to what is required and to the ceiling', () => {
    // ana 2.5 → 3.5 of 4: 2 · 1.5 · 1 = 3; ben 3.8 → 4.5 of 4: 2 · 1.5 · 0.2 = 0.6; dia 4 → 4.5 of 5: 2 · 1.5 · 0.5 = 1.5
    expect(worth({ ana: 'lead-zurich' }).benefit).toBeCloseTo(3, 12);
    expect(worth({ ben: 'lead-zurich' }).benefit).toBeCloseTo(0.6, 12);
    expect(worth({ dia: 'lead-zurich' }).benefit).toBeCloseTo(1.5, 12);
  });
  it('counts nothing for a level that is not on record, and nothing where nothing is required', () => {
    expect(worth({ cem: 'lead-zurich' }).benefit).toBe(0);
    expect(worth({ dia: 'steer' }).benefit).toBe(0);
  });
  it('takes a requirement without a weight as one', () => {
    expect(worth({ ana: 'steer' }).benefit).toBeCloseTo(2 * 0.5, 12); // 2 → 2.5 of 3
  });
  it('is nothing without placements', () => {
    expect(worth({})).toMatchObject({
      objective: 0,
      benefit: 0,
      cost: 0,
      seated: 0,
      cohortsRun: [],
      brokenRules: [],
    });
  });
});

describe('the cost', () => {
  it('adds fixed cost, seats and ways round the clock, and no way to a virtual cohort', () => {
    // Zurich: 20 + 5, and for ben from Honolulu 5 + 10 + 4 · 11; virtual: 3
    expect(worth({ ana: 'lead-zurich', ben: 'lead-zurich', dia: 'lead-virtual' }).cost).toBeCloseTo(87, 12);
  });
});

describe('the penalties', () => {
  const all = { ana: 'lead-zurich', cem: 'lead-zurich', dia: 'lead-zurich' };
  it('of a named share: each one missing below ⌊min · n⌋ and above ⌈max · n⌉', () => {
    const share = { attribute: 'gender', value: 'F', min: 0.7, weight: 0.4 };
    const seats = { cem: 'lead-zurich', ben: 'lead-zurich', ana: 'lead-zurich' };
    expect(worth(seats, prefer('shares', [share])).penalties.shares).toBeCloseTo(0.4, 12);
    const capped = { attribute: 'gender', value: 'F', max: 0.3, weight: 0.4 };
    expect(worth(all, prefer('shares', [capped])).penalties.shares).toBeCloseTo(0.4, 12);
  });
  it('of a share without a value: for each value present', () => {
    const shares = [{ attribute: 'unit', max: 0.1, weight: 0.5 }];
    // ⌈0.3⌉ = 1: South has two
    expect(worth(all, prefer('shares', shares)).penalties.shares).toBeCloseTo(0.5, 12);
  });
  it('skip shares of leadership levels where only one is open', () => {
    const shares = [{ attribute: 'leadershipLevel', max: 0.5, weight: 1 }];
    const seats = { ana: 'steer', ben: 'steer', cem: 'steer' };
    expect(worth(seats, prefer('shares', shares)).penalties.shares).toBe(0);
    const elsewhere = { ana: 'lead-zurich', ben: 'lead-zurich', cem: 'lead-zurich' };
    expect(worth(elsewhere, prefer('shares', shares)).penalties.shares).toBe(1);
  });
  it('of being alone: each value held by one member; who has not given it is not alone', () => {
    const notAlone = [
      { attribute: 'unit', weight: 0.3 },
      { attribute: 'gender', weight: 1 },
    ];
    const penalty = worth({ ...all }, prefer('notAlone', notAlone)).penalties.notAlone;
    expect(penalty).toBeCloseTo(0.3, 12); // ana alone of North; F twice, cem has given none
  });
  it('of similar start: beyond the tolerance, for programs with more than one cohort only', () => {
    const preference = prefer('similarStart', { tolerance: 0.1, weight: 2 });
    // q: ana 2.25, ben 3.65, cem 2.8, dia 4; mean 3.175; ana alone: |−0.925| − 0.1 = 0.825
    expect(worth({ ana: 'lead-zurich' }, preference).penalties.similarStart).toBeCloseTo(1.65, 12);
    expect(worth({ ana: 'steer' }, preference).penalties.similarStart).toBe(0);
  });
  it('of fair seats: what a unit is below ⌊low · share⌋ or above ⌈high · share⌉', () => {
    // need: North ana 2·1.5·1.5 + 2·1 = 6.5, ben 0.6 → 7.1; South cem 0.4, dia 3 → 3.4; N = min(4, 9); shares 2.705, 1.295
    const preference = prefer('fairSeats', { low: 1, high: 1, weight: 0.5 });
    expect(worth({}, preference).penalties.fairSeats).toBeCloseTo(0.5 * 3, 12);
    expect(
      worth({ ana: 'lead-zurich', ben: 'lead-zurich', cem: 'steer' }, preference).penalties.fairSeats,
    ).toBe(0);
  });
  it('of stability: every previous placement that is not kept', () => {
    const previous = placements({ ana: 'lead-zurich', ben: 'lead-zurich', cem: 'steer' });
    const preference = prefer('stability', { previous, weight: 0.25 });
    expect(worth({ ana: 'lead-zurich', ben: 'lead-virtual' }, preference).penalties.stability).toBe(0.5);
  });
});

const crowdSouth = (d: Document): void => {
  d.rules['maxUnitAbsence'] = 0.1;
  d.executives[1]!.unit = 'South';
};

describe('a broken rule', () => {
  it.each([
    ['leadershipLevel', { dia: 'steer' }, undefined],
    ['language', { ana: 'steer' }, (d: Document): unknown => (d.executives[0]!.languages = ['fr'])],
    [
      'completedProgram',
      { ana: 'steer' },
      (d: Document): unknown => (d.executives[0]!.completedPrograms = ['steer']),
    ],
    [
      'unavailableWeek',
      { ana: 'steer' },
      (d: Document): unknown => (d.executives[0]!.unavailableWeeks = [12]),
    ],
    ['maxVirtualHours', { ana: 'lead-virtual' }, (d: Document): unknown => (d.rules['maxVirtualHours'] = 10)],
    [
      'forbidden',
      { ana: 'steer' },
      (d: Document): unknown => (d.rules['forbidden'] = placements({ ana: 'steer' })),
    ],
    ['seats', { ana: 'steer' }, (d: Document): unknown => (d.cohorts[2]!.minSeats = 2)],
    ['seats', { ana: 'steer', cem: 'steer' }, (d: Document): unknown => (d.cohorts[2]!.maxSeats = 1)],
    ['mustRun', {}, (d: Document): unknown => Object.assign(d.cohorts[2]!, { mustRun: true })],
    ['manager', { ana: 'steer', ben: 'steer' }, undefined],
    [
      'apart',
      { ana: 'steer', cem: 'steer' },
      (d: Document): unknown => (d.rules['apart'] = [['ana', 'cem']]),
    ],
    ['together', { ana: 'steer' }, (d: Document): unknown => (d.rules['together'] = [['ana', 'cem']])],
    ['locked', {}, (d: Document): unknown => (d.rules['locked'] = placements({ ana: 'steer' }))],
    ['mandatory', {}, (d: Document): unknown => Object.assign(d.executives[0]!, { mandatory: true })],
    [
      'maxPerUnitPerCohort',
      { cem: 'lead-zurich', dia: 'lead-zurich' },
      (d: Document): unknown => (d.rules['maxPerUnitPerCohort'] = 1),
    ],
    ['budget', { ana: 'lead-zurich' }, (d: Document): unknown => (d.rules['budget'] = 24.9)],
  ] as const)('%s is named', (rule, seats, change) => {
    expect(brokenBy(seats, change as (document: Document) => void)).toEqual([rule]);
  });
  it('maxUnitAbsence is named once for each unit and week', () => {
    // South has three, two may be away: ben and dia in weeks 10, 11, cem in 11, 12
    expect(brokenBy({ ben: 'lead-zurich', dia: 'lead-zurich', cem: 'steer' }, crowdSouth)).toEqual([
      'maxUnitAbsence',
    ]);
  });
  it('oneCohort is named for somebody who sits twice', () => {
    const twice = [...placements({ ana: 'lead-zurich' }), ...placements({ ana: 'steer' })];
    expect(evaluate(problemWith(), twice).brokenRules).toEqual([
      {
        rule: 'oneCohort',
        sentence: 'ana sits more than once: lead-zurich, steer.',
        executives: ['ana'],
        cohorts: ['lead-zurich', 'steer'],
      },
    ]);
  });
  it('is none where a number meets its limit but for rounding, and none for hours round the clock', () => {
    expect(brokenBy({ ana: 'lead-zurich' }, (d) => (d.rules['budget'] = 25 - 1e-10))).toEqual([]);
    expect(brokenBy({ ben: 'lead-virtual' }, (d) => (d.rules['maxVirtualHours'] = 2))).toEqual([]); // −10 and 12
  });
});
