/**
 * Cohort problems to measure with. Planted: everybody has a home cohort that is their best seat, the homes break no rule
 * and pay no penalty, so Σ of the best seats is reached and nothing can be worth more: the optimum is known. Realistic:
 * levels, places and languages as they come, a budget for about two thirds of the seats, every rule and preference.
 */
const LEVELS = ['L1', 'L2', 'L3', 'L4'];
const LOCATIONS = [
  { id: 'Americas', utcOffset: -5 },
  { id: 'Europe', utcOffset: 1 },
  { id: 'India', utcOffset: 5.5 },
  { id: 'Asia', utcOffset: 8 },
];
const FUNCTIONS = ['Finance', 'Operations', 'Sales', 'Technology', 'People'];
const CAPABILITIES = Array.from({ length: 16 }, (_, k) => `K${k}`);
const tenths = (value) => Math.round(value * 10) / 10;

function common(name, random, { executives, cohorts }) {
  const programs = Array.from({ length: Math.max(2, Math.ceil(cohorts / 4)) }, (_, p) => ({
    id: `P${p}`,
    develops: CAPABILITIES.filter((_c, k) => (k * 7 + p * 3) % 4 === p % 4).map((capability) => ({
      capability,
      gain: tenths(0.4 + random.fraction()),
      ceiling: 4.5,
    })),
  }));
  return {
    format: 'alidade-cohort-problem/1',
    name,
    capabilities: CAPABILITIES,
    leadershipLevels: LEVELS,
    functions: FUNCTIONS,
    units: Array.from({ length: Math.max(4, Math.round(executives / 40)) }, (_, u) => `U${u}`),
    locations: LOCATIONS,
    strategies: Array.from({ length: 4 }, (_, s) => ({
      id: `S${s}`,
      weight: tenths(0.2 + random.fraction() * 0.4),
      requirements: CAPABILITIES.filter(() => random.fraction() < 0.45).map((capability) => {
        const base = 2.6 + random.fraction();
        return {
          capability,
          required: Object.fromEntries(LEVELS.map((level, l) => [level, tenths(base + 0.4 * l)])),
        };
      }),
    })),
    programs,
  };
}

export function realisticProblem(random, size) {
  const name = `realistic ${size.executives}×${size.cohorts}`;
  const problem = common(name, random, size);
  const pick = (list) => list[random.index(list.length)];
  const perCohort = size.executives / size.cohorts;
  problem.cohorts = Array.from({ length: size.cohorts }, (_, c) => {
    const first = 2 + random.index(30);
    const maxSeats = Math.max(4, Math.round(perCohort * (0.8 + random.fraction() * 0.5)));
    const level = random.index(3);
    return {
      id: `C${c}`,
      program: pick(problem.programs).id,
      mode: random.index(3) === 0 ? 'VIRTUAL' : 'ON_SITE',
      location: pick(LOCATIONS).id,
      language: 'en',
      weeks: [first, first + 4, first + 8],
      minSeats: Math.ceil(maxSeats * 0.6),
      maxSeats,
      leadershipLevels: LEVELS.slice(level, level + 2),
      seatCost: 40 + random.index(40),
      fixedCost: 100 + random.index(200),
    };
  });
  problem.executives = Array.from({ length: size.executives }, (_, i) => {
    const first = 1 + random.index(44);
    const manager = random.index(size.executives);
    return {
      id: `E${i}`,
      leadershipLevel: pick(LEVELS),
      unit: pick(problem.units),
      function: pick(FUNCTIONS),
      location: pick(LOCATIONS).id,
      gender: random.fraction() < 0.38 ? 'F' : 'M',
      languages: random.index(12) === 0 ? ['fr'] : ['en'],
      levels: Object.fromEntries(CAPABILITIES.map((id) => [id, tenths(1.5 + random.fraction() * 2.5)])),
      unavailableWeeks: random.index(2) === 0 ? [first, first + 1] : [],
      completedPrograms: random.index(3) === 0 ? [pick(problem.programs).id] : [],
      ...(manager === i ? {} : { manager: `E${manager}` }),
    };
  });
  problem.rules = {
    apart: [['E0', 'E1']],
    together: [['E2', 'E3']],
    maxPerUnitPerCohort: Math.max(3, Math.ceil(perCohort / 6)),
    maxUnitAbsence: 0.3,
    budget: Math.round(size.executives * 50),
    travel: { perSeat: 10, perHour: 4 },
    maxVirtualHours: 5,
  };
  problem.preferences = PREFERENCES;
  return { problem, optimum: null };
}

const PREFERENCES = {
  shares: [
    { attribute: 'gender', value: 'F', min: 0.25, max: 0.6, weight: 0.25 },
    { attribute: 'function', max: 0.34, weight: 0.15 },
    { attribute: 'location', max: 0.7, weight: 0.15 },
  ],
  notAlone: [{ attribute: 'location', weight: 0.3 }],
  similarStart: { tolerance: 0.3, weight: 0.02 },
  fairSeats: { low: 0.8, high: 1.3, weight: 0.15 },
};

/** One capability a program; who is at home in it lacks that one most, so no other seat is worth as much. */
export function plantedProblem(random, size) {
  const problem = common(`planted ${size.executives}×${size.cohorts}`, random, size);
  const seats = Math.floor(size.executives / size.cohorts);
  problem.capabilities = problem.programs.map(({ id }) => `K-${id}`);
  problem.programs = problem.programs.map(({ id }) => ({
    id,
    develops: [{ capability: `K-${id}`, gain: 1, ceiling: 5 }],
  }));
  problem.strategies = [
    {
      id: 'S0',
      weight: 1,
      requirements: problem.capabilities.map((capability) => ({
        capability,
        required: Object.fromEntries(LEVELS.map((level) => [level, 4])),
      })),
    },
  ];
  problem.cohorts = Array.from({ length: size.cohorts }, (_, c) => ({
    id: `C${c}`,
    program: problem.programs[c % problem.programs.length].id,
    mode: 'ON_SITE',
    location: LOCATIONS[c % 4].id,
    language: 'en',
    weeks: [3 * (c % 12), 3 * (c % 12) + 1],
    minSeats: Math.ceil(seats * 0.7),
    maxSeats: seats,
    leadershipLevels: LEVELS,
    seatCost: 50,
    fixedCost: 0,
  }));
  let optimum = 0;
  problem.executives = Array.from({ length: seats * size.cohorts }, (_, i) => {
    const home = problem.cohorts[i % size.cohorts];
    const gap = tenths(0.5 + random.fraction() * 0.5);
    optimum += gap;
    const levels = problem.programs.map(({ id }) => [
      `K-${id}`,
      id === home.program ? tenths(4 - gap) : tenths(4 - random.fraction() * gap),
    ]);
    return {
      id: `E${i}`,
      leadershipLevel: LEVELS[random.index(4)],
      unit: problem.units[Math.floor(i / size.cohorts) % problem.units.length],
      function: FUNCTIONS[random.index(5)],
      location: home.location,
      languages: ['en'],
      levels: Object.fromEntries(levels),
      unavailableWeeks: [0, 1, 2]
        .map((k) => 3 * ((i + 1 + k * 5) % 12))
        .filter((week) => !home.weeks.includes(week)),
    };
  });
  problem.rules = {
    maxPerUnitPerCohort: Math.ceil(seats / problem.units.length),
    budget: 50 * seats * size.cohorts,
    travel: { perSeat: 10, perHour: 4 },
  };
  problem.preferences = {};
  return { problem, optimum };
}
