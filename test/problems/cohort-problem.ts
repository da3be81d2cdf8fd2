/**
 * A problem small enough to be worked by hand: four executives, two cohorts of one program and one of another.
 * Strategy weight 2, one requirement of weight 1.5 for "vision" (required 4) and one of weight 1 for "rigor" (required 3).
 */
export const handWorkedProblem = () => ({
  format: 'alidade-cohort-problem/1',
  name: 'worked by hand',
  capabilities: ['vision', 'rigor'],
  leadershipLevels: ['Director', 'Vice President'],
  functions: ['Sales', 'Finance'],
  units: ['North', 'South'],
  locations: [
    { id: 'Zurich', utcOffset: 1 },
    { id: 'Auckland', utcOffset: 12 },
    { id: 'Honolulu', utcOffset: -10 },
  ],
  strategies: [
    {
      id: 'grow',
      weight: 2,
      requirements: [
        { capability: 'vision', weight: 1.5, required: { Director: 4, 'Vice President': 5 } },
        { capability: 'rigor', required: { Director: 3 } },
      ],
    },
  ],
  programs: [
    { id: 'lead', develops: [{ capability: 'vision', gain: 1, ceiling: 4.5 }] },
    { id: 'steer', develops: [{ capability: 'rigor', gain: 0.5, ceiling: 5 }] },
  ],
  cohorts: [
    cohort('lead-zurich'),
    cohort('lead-virtual', {
      mode: 'VIRTUAL',
      location: 'Auckland',
      weeks: [12, 13],
      seatCost: 3,
      fixedCost: 0,
    }),
    cohort('steer', { program: 'steer', weeks: [11, 12], leadershipLevels: ['Director'] }),
  ],
  executives: [
    executive('ana', { levels: { vision: 2.5, rigor: 2 }, gender: 'F' }),
    executive('ben', { levels: { vision: 3.8, rigor: 3.5 }, manager: 'ana', location: 'Honolulu' }),
    executive('cem', { levels: { rigor: 2.8 }, unit: 'South', function: 'Finance' }),
    executive('dia', {
      leadershipLevel: 'Vice President',
      levels: { vision: 4 },
      unit: 'South',
      gender: 'F',
    }),
  ],
  rules: {
    apart: [] as string[][],
    together: [] as string[][],
    locked: [] as { executive: string; cohort: string }[],
    forbidden: [] as { executive: string; cohort: string }[],
    travel: { perSeat: 10, perHour: 4 },
  } as Record<string, unknown>,
  preferences: {} as Record<string, unknown>,
});

const cohort = (id: string, over: Record<string, unknown> = {}) => ({
  id,
  program: 'lead',
  mode: 'ON_SITE',
  location: 'Zurich',
  language: 'en',
  weeks: [10, 11],
  minSeats: 1,
  maxSeats: 3,
  leadershipLevels: ['Director', 'Vice President'],
  seatCost: 5,
  fixedCost: 20,
  ...over,
});

const executive = (id: string, over: Record<string, unknown> = {}) => ({
  id,
  leadershipLevel: 'Director',
  unit: 'North',
  function: 'Sales',
  location: 'Zurich',
  languages: ['en'],
  levels: {} as Record<string, number>,
  unavailableWeeks: [] as number[],
  completedPrograms: [] as string[],
  ...over,
});

export const placements = (seats: Readonly<Record<string, string>>) =>
  Object.entries(seats).map(([name, where]) => ({ executive: name, cohort: where }));
