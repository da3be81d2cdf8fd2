import { describe, expect, it } from '@jest/globals';
import { handWorkedProblem } from '../../../../test/problems/cohort-problem.js';
import { InvalidProblemError, readPlacementsOf, readProblem } from '../index.js';

type Document = ReturnType<typeof handWorkedProblem>;
function faultsOf(read: () => unknown): readonly string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof InvalidProblemError)
      return error.faults.map(({ path, message }) => `${path} ${message}`);
    throw error;
  }
  return [];
}
const faultsWith = (change: (document: Document) => void) => {
  const document = handWorkedProblem();
  change(document);
  return faultsOf(() => readProblem(document));
};

describe('readProblem', () => {
  it('reads a whole document', () => {
    const problem = readProblem(handWorkedProblem());
    expect(problem.cohorts.map(({ id }) => id)).toEqual(['lead-zurich', 'lead-virtual', 'steer']);
    expect(problem.rules).toMatchObject({ budget: null, maxPerUnitPerCohort: null });
    expect(problem.strategies[0]!.requirements.map(({ weight }) => weight)).toEqual([1.5, 1]);
  });
  it.each([null, 3, 'text', []])('refuses %p, which is no object', (json) => {
    expect(faultsOf(() => readProblem(json))).toHaveLength(1);
  });
  it('takes rules and preferences that are not there as none', () => {
    const { rules: _, preferences: __, ...rest } = handWorkedProblem();
    expect(readProblem(rest).rules.travel).toEqual({ perSeat: 0, perHour: 0 });
  });
  it('names every fault at once, each with its path', () => {
    const faults = faultsWith((d) => {
      d.format = 'something else';
      d.executives[1]!.unit = 'West';
      d.executives[2]!.id = 'ana';
      Object.assign(d.executives[3]!.levels, { charm: 2 });
      d.cohorts[0]!.minSeats = 4;
      d.cohorts[1]!.mode = 'HYBRID';
      d.cohorts[2]!.weeks = [1.5];
      d.strategies[0]!.weight = -1;
      d.rules['apart'] = [['ana']];
      d.rules['locked'] = [{ executive: 'nobody', cohort: 'steer' }];
      d.rules['budgt'] = 3;
      d.preferences['shares'] = [{ attribute: 'mood', max: 1.2, weight: 1 }];
    });
    expect(new Set(faults.map((each) => each.split(' ')[0]))).toEqual(
      new Set([
        '$.cohorts[0]',
        '$.cohorts[1].mode',
        '$.cohorts[2].weeks[0]',
        '$.executives[1].unit',
        '$.executives[2].id',
        '$.executives[3].levels["charm"]',
        '$.format',
        '$.preferences.shares[0].attribute',
        '$.preferences.shares[0].max',
        '$.rules.apart[0]',
        '$.rules.budgt',
        '$.rules.locked[0].executive',
        '$.strategies[0].weight',
      ]),
    );
  });
  it('notes a missing list, record and number once', () => {
    expect(faultsWith((d) => delete (d as Partial<Document>).executives)).toEqual([
      '$.executives A list is expected here, not nothing.',
    ]);
    expect(faultsWith((d) => (d.cohorts[0] = null as never))).toEqual([
      '$.cohorts[0] An object is expected here, not nothing.',
    ]);
    expect(faultsWith((d) => (d.cohorts[0]!.maxSeats = '3' as never))).toEqual([
      '$.cohorts[0].maxSeats A number is expected here, not text.',
    ]);
  });
  it('lets managers and completed programs be outside the problem', () => {
    expect(
      faultsWith((d) => {
        Object.assign(d.executives[0]!, { manager: 'the chair', completedPrograms: ['an old one'] });
      }),
    ).toEqual([]);
  });
});

describe('readPlacementsOf', () => {
  it('refuses placements of others', () => {
    const problem = readProblem(handWorkedProblem());
    const solution = {
      placements: [
        { executive: 'eva', cohort: 'steer' },
        { executive: 'ana', cohort: 'lead' },
      ],
    };
    expect(faultsOf(() => readPlacementsOf(solution, problem))).toEqual([
      '$.placements[0].executive There is no executive "eva".',
      '$.placements[1].cohort There is no cohort "lead".',
    ]);
  });
});
