import type { RandomGenerator } from '@alidade/statistics';
import { seededRandom } from '@alidade/statistics';

export interface RandomSize {
  readonly executives: number;
  readonly cohorts: number;
}

/** How many times more problems are tried by `npm run test:cohorts`. */
export const MANY = process.env['COHORT_PROBLEMS'] === undefined ? 1 : 10;

const LEVELS = ['L1', 'L2', 'L3'];
const CAPABILITIES = ['K0', 'K1', 'K2', 'K3'];
const UNITS = ['U0', 'U1', 'U2'];
const LOCATIONS = [
  { id: 'W', utcOffset: -5 },
  { id: 'M', utcOffset: 1 },
  { id: 'E', utcOffset: 8 },
];

/** A problem of any kind: each rule and preference is there in about every second one; some have no plan. */
export function randomCohortProblem(seed: number, size: RandomSize) {
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[random.index(list.length)]!;
  const sometimes = (share: number) => random.fraction() < share;
  const cohorts = Array.from({ length: size.cohorts }, (_, c) => randomCohort(random, c, size));
  const executives = Array.from({ length: size.executives }, (_, i) => randomExecutive(random, i, size));
  const person = () => pick(executives).id;
  const pair = () => {
    const a = person();
    const b = person();
    return a === b ? [] : [[a, b]];
  };
  const placement = () => ({ executive: person(), cohort: pick(cohorts).id });
  const few = <T>(share: number, make: () => T) => (sometimes(share) ? [make()] : []);
  return {
    format: 'alidade-cohort-problem/1',
    name: `random ${seed}`,
    capabilities: CAPABILITIES,
    leadershipLevels: LEVELS,
    functions: ['F0', 'F1', 'F2'],
    units: UNITS,
    locations: LOCATIONS,
    strategies: ['S0', 'S1'].map((id) => ({
      id,
      weight: 0.2 + random.index(8) / 10,
      requirements: CAPABILITIES.filter(() => sometimes(0.7)).map((capability) => ({
        capability,
        weight: 1 + random.index(3) / 2,
        required: {
          L1: 2 + random.index(20) / 10,
          L2: 3 + random.index(20) / 10,
          L3: 3 + random.index(20) / 10,
        },
      })),
    })),
    programs: ['P0', 'P1'].map((id) => ({
      id,
      develops: CAPABILITIES.filter(() => sometimes(0.6)).map((capability) => ({
        capability,
        gain: 0.3 + random.index(12) / 10,
        ceiling: 4 + random.index(10) / 10,
      })),
    })),
    cohorts,
    executives,
    rules: {
      apart: few(0.5, pair).flat(),
      together: few(0.4, pair).flat(),
      locked: few(0.25, placement),
      forbidden: few(0.5, placement),
      ...(sometimes(0.5) ? { maxPerUnitPerCohort: 1 + random.index(3) } : {}),
      ...(sometimes(0.5) ? { maxUnitAbsence: random.index(8) / 10 } : {}),
      ...(sometimes(0.5) ? { budget: random.index(size.executives * 60) } : {}),
      ...(sometimes(0.5) ? { maxVirtualHours: 2 + random.index(6) } : {}),
      travel: { perSeat: 10, perHour: 4 },
    },
    preferences: randomPreferences(random, executives, cohorts),
  };
}

function randomCohort(random: RandomGenerator, c: number, size: RandomSize) {
  const minSeats = random.index(Math.max(2, Math.ceil(size.executives / (size.cohorts + 1))));
  const first = random.index(4);
  return {
    id: `C${c}`,
    program: `P${random.index(2)}`,
    mode: random.index(2) === 0 ? 'ON_SITE' : 'VIRTUAL',
    location: LOCATIONS[random.index(3)]!.id,
    language: random.index(4) === 0 ? 'fr' : 'en',
    weeks: [first, first + 1 + random.index(2)],
    minSeats,
    maxSeats: minSeats + 1 + random.index(Math.max(2, Math.ceil(size.executives / size.cohorts))),
    leadershipLevels: LEVELS.filter((_, k) => k === c % 3 || random.index(3) > 0),
    seatCost: 20 + random.index(40),
    fixedCost: random.index(50),
    mustRun: random.index(12) === 0,
  };
}

function randomExecutive(random: RandomGenerator, i: number, size: RandomSize) {
  const levels = Object.fromEntries(
    CAPABILITIES.filter(() => random.index(6) > 0).map((id) => [id, 1 + random.index(30) / 10]),
  );
  const manager = random.index(size.executives);
  return {
    id: `E${i}`,
    leadershipLevel: LEVELS[random.index(3)]!,
    unit: UNITS[random.index(3)]!,
    function: `F${random.index(3)}`,
    location: LOCATIONS[random.index(3)]!.id,
    languages: random.index(3) === 0 ? ['en', 'fr'] : ['en'],
    levels,
    unavailableWeeks: random.index(4) === 0 ? [random.index(6)] : [],
    completedPrograms: random.index(6) === 0 ? ['P0'] : [],
    mandatory: random.index(Math.max(12, size.executives)) === 0,
    ...(random.index(3) > 0 ? { gender: random.index(2) === 0 ? 'F' : 'M' } : {}),
    ...(manager === i || random.index(2) === 0 ? {} : { manager: `E${manager}` }),
  };
}

function randomPreferences(
  random: RandomGenerator,
  executives: readonly { readonly id: string }[],
  cohorts: readonly { readonly id: string }[],
) {
  const sometimes = () => random.index(2) === 0;
  const previous = executives
    .filter(() => random.index(2) === 0)
    .map(({ id }) => ({ executive: id, cohort: cohorts[random.index(cohorts.length)]!.id }));
  return {
    shares: [
      ...(sometimes() ? [{ attribute: 'gender', value: 'F', min: 0.3, max: 0.6, weight: 0.25 }] : []),
      ...(sometimes() ? [{ attribute: 'function', max: 0.4, weight: 0.2 }] : []),
      ...(sometimes() ? [{ attribute: 'location', min: 0.2, max: 0.7, weight: 0.15 }] : []),
      ...(sometimes() ? [{ attribute: 'leadershipLevel', max: 0.6, weight: 0.1 }] : []),
    ],
    notAlone: sometimes() ? [{ attribute: 'location', weight: 0.3 }] : [],
    ...(sometimes() ? { similarStart: { tolerance: 0.2, weight: 0.2 } } : {}),
    ...(sometimes() ? { fairSeats: { low: 0.8, high: 1.3, weight: 0.15 } } : {}),
    ...(sometimes() ? { stability: { previous, weight: 0.2 } } : {}),
  };
}
