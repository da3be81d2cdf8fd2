/**
 * What both kinds of cohort problems to measure with have in common, and the realistic kind: managers in their own unit,
 * levels that hang on the person, places and units of unequal size, a budget for about two thirds of the seats, every
 * rule and every preference.
 */
export const LEVELS = ['L1', 'L2', 'L3', 'L4'];
export const LOCATIONS = [
  { id: 'NA', utcOffset: -5 },
  { id: 'LATAM', utcOffset: -3 },
  { id: 'EMEA', utcOffset: 1 },
  { id: 'IN', utcOffset: 5 },
  { id: 'APAC', utcOffset: 8 },
];
export const FUNCTIONS = [
  'Finance',
  'HR',
  'IT',
  'Legal',
  'Marketing',
  'Operations',
  'R&D',
  'Sales',
  'Strategy',
];
export const PREFERENCES = {
  shares: [
    { attribute: 'gender', value: 'F', min: 0.25, max: 0.6, weight: 0.25 },
    { attribute: 'function', max: 0.34, weight: 0.15 },
    { attribute: 'location', max: 0.7, weight: 0.15 },
    { attribute: 'leadershipLevel', max: 0.75, weight: 0.1 },
  ],
  notAlone: [{ attribute: 'location', weight: 0.3 }],
  similarStart: { tolerance: 0.3, weight: 0.02 },
  fairSeats: { low: 0.8, high: 1.3, weight: 0.15 },
};
const LANGUAGES = { NA: 'es', LATAM: 'es', EMEA: 'de', IN: 'fr', APAC: 'zh' };
/** Levels a program is open to, as often as they come. */
const OPEN_TO = [[0], [0], [0, 1], [0, 1, 2], [1, 2, 3], [2, 3], [2, 3], [0, 1, 2, 3], [0, 1, 2, 3]];

export const round = (value, digits) => Number(value.toFixed(digits));
export const clamp = (value, low, high) => Math.min(high, Math.max(low, value));
export const number = (prefix, k, width) => `${prefix}${String(k).padStart(width, '0')}`;
export const numbered = (prefix, count, width) =>
  Array.from({ length: count }, (_, k) => number(prefix, k, width));

/** Chance by kinds: [−1, 1] in a bell of twelve draws, an index by weights, one of a list, some of a list. */
export function chance(random) {
  const between = (low, high) => low + random.fraction() * (high - low);
  const whole = (low, high) => low + random.index(high - low + 1);
  const bell = () => Array.from({ length: 12 }, () => random.fraction()).reduce((a, b) => a + b, 0) - 6;
  const pick = (list) => list[random.index(list.length)];
  const byWeight = (weights) => {
    let left = random.fraction() * weights.reduce((a, b) => a + b, 0);
    return Math.max(
      0,
      weights.findIndex((weight) => (left -= weight) < 0),
    );
  };
  const some = (list, count) => {
    const rest = [...list];
    return Array.from(
      { length: Math.min(count, rest.length) },
      () => rest.splice(random.index(rest.length), 1)[0],
    );
  };
  return { random, between, whole, bell, pick, byWeight, some, often: (share) => random.fraction() < share };
}

/** The manager of each: somebody of the next level in the own unit, where there is one, for most. */
export function giveManagers(executives, { pick, often }) {
  const at = new Map();
  for (const each of executives) {
    const key = `${each.unit} ${each.leadershipLevel}`;
    at.set(key, [...(at.get(key) ?? []), each.id]);
  }
  for (const each of executives) {
    const level = LEVELS.indexOf(each.leadershipLevel);
    const above = LEVELS.slice(level + 1)
      .map((name) => at.get(`${each.unit} ${name}`))
      .find((list) => list !== undefined);
    if (above && often(0.97)) each.manager = pick(above);
  }
}

export function realisticProblem(random, { executives: people, cohorts: count }) {
  const draw = chance(random);
  const { between, whole, bell, pick, byWeight, some, often } = draw;
  const capabilities = numbered('K', 24, 2);
  const units = numbered('U', Math.max(6, Math.round(Math.sqrt(people) / 2.1)), 3);
  const unitWeights = units.map(() => between(0.4, 2));
  const placeWeights = LOCATIONS.map(() => between(0.15, 1.6));
  const shares = Array.from({ length: 5 }, () => between(0.5, 1.5));
  const total = shares.reduce((a, b) => a + b, 0);
  const strategies = shares.map((share, s) => ({
    id: `S${s}`,
    weight: round(share / total, 3),
    requirements: some(capabilities, whole(6, 9)).map((capability) => {
      const base = between(2.5, 3.6);
      return {
        capability,
        weight: 1,
        required: Object.fromEntries(
          LEVELS.map((level, l) => [level, round(clamp(base + l * between(0.15, 0.5), 1, 5), 1)]),
        ),
      };
    }),
  }));
  const programs = Array.from({ length: Math.max(6, Math.round(2 * Math.sqrt(count))) }, (_, p) => ({
    id: `P${p}`,
    develops: some(capabilities, whole(4, 7)).map((capability) => ({
      capability,
      gain: pick([0.5, 1, 1, 1.5, 2]),
      ceiling: pick([3, 3.5, 4, 4.5, 5]),
    })),
  }));
  const openTo = programs.map(() => (count < 8 ? [0, 1, 2, 3] : pick(OPEN_TO)));
  const perCohort = people / count;
  const cohorts = Array.from({ length: count }, (_, c) => {
    const p = c < programs.length ? c : random.index(programs.length);
    const virtual = often(0.5);
    const meetings = whole(2, 4);
    const first = whole(2, 50 - 4 * (meetings - 1));
    const maxSeats = whole(Math.round(perCohort * 0.8), Math.round(perCohort * 1.2));
    const place = pick(LOCATIONS).id;
    return {
      id: number('C', c, 4),
      program: programs[p].id,
      mode: virtual ? 'VIRTUAL' : 'ON_SITE',
      location: place,
      language: often(0.92) ? 'en' : LANGUAGES[place],
      weeks: Array.from({ length: meetings }, (_m, k) => first + 4 * k),
      minSeats: Math.round(maxSeats * 0.58),
      maxSeats,
      leadershipLevels: openTo[p].map((l) => LEVELS[l]),
      seatCost: virtual ? whole(12, 30) : whole(45, 85),
      fixedCost: whole(110, 290),
    };
  });
  const executives = Array.from({ length: people }, (_, i) => {
    const level = byWeight([0.55, 0.27, 0.13, 0.05]);
    const mean = 2.55 + 0.27 * level + 0.45 * bell();
    const place = LOCATIONS[byWeight(placeWeights)].id;
    const english = often(0.96);
    const gone = Array.from({ length: pick([0, 0, 0, 1, 1, 1, 2, 2, 3]) }, () => whole(1, 50));
    return {
      id: number('E', i, 5),
      leadershipLevel: LEVELS[level],
      unit: units[byWeight(unitWeights)],
      function: pick(FUNCTIONS),
      location: place,
      gender: often(0.01) ? 'X' : often(0.29) ? 'F' : 'M',
      languages: english ? (often(0.3) ? ['en', LANGUAGES[place]] : ['en']) : [LANGUAGES[place]],
      levels: Object.fromEntries(
        capabilities.map((id) => [id, clamp(Math.round(2 * (mean + 0.62 * bell())) / 2, 1, 5)]),
      ),
      unavailableWeeks: [...new Set(gone.flatMap((week) => [week, week + 1]))],
      completedPrograms: often(0.25) ? [pick(programs).id] : [],
      mandatory: often(0.02),
    };
  });
  giveManagers(executives, draw);
  const problem = {
    format: 'alidade-cohort-problem/1',
    name: `realistic ${people}×${count}`,
    capabilities,
    leadershipLevels: LEVELS,
    functions: FUNCTIONS,
    units,
    locations: LOCATIONS,
    strategies,
    programs,
    cohorts,
    executives,
    rules: {
      apart: [],
      together: [],
      locked: [],
      forbidden: [],
      maxPerUnitPerCohort: Math.max(3, Math.ceil((1.2 * perCohort) / units.length)),
      maxUnitAbsence: count < 8 ? 0.5 : 0.25,
      budget: Math.round(
        cohorts.reduce((sum, { seatCost, fixedCost, maxSeats, mode }) => {
          const travel = mode === 'ON_SITE' ? 18 : 0;
          return sum + fixedCost + (seatCost + travel) * maxSeats;
        }, 0) * between(0.55, 0.75),
      ),
      travel: { perSeat: 10, perHour: 4 },
      maxVirtualHours: 4,
    },
    preferences: PREFERENCES,
  };
  addPairsAndLocks(problem, draw);
  return { problem, optimum: null };
}

const mayTake = (executive, cohort) =>
  cohort.leadershipLevels.includes(executive.leadershipLevel) &&
  executive.languages.includes(cohort.language) &&
  !executive.completedPrograms.includes(cohort.program) &&
  !cohort.weeks.some((week) => executive.unavailableWeeks.includes(week)) &&
  (cohort.mode === 'ON_SITE' || cohort.location === executive.location);

/** One in a hundred apart, fewer together or locked; who must sit may sit in several cohorts. */
function addPairsAndLocks(problem, draw) {
  const { executives, cohorts, rules } = problem;
  const people = executives.length;
  const choices = (executive) => cohorts.filter((cohort) => mayTake(executive, cohort));
  for (const each of executives) if (each.mandatory && choices(each).length < 2) each.mandatory = false;
  const fresh = nobodyTwice(executives, draw);
  for (let k = 0; k < Math.ceil(people / 100); k++) rules.apart.push([fresh().id, fresh().id]);
  for (let k = 0; k < Math.floor(people / 150); k++) {
    const [a, b] = [fresh(), fresh()];
    if (a.manager !== b.id && b.manager !== a.id) rules.together.push([a.id, b.id]);
  }
  const crowded = new Set();
  for (let k = 0; k < Math.ceil(people / 100); k++) addLock(problem, fresh(), { draw, crowded });
}

function nobodyTwice(executives, { pick }) {
  const used = new Set();
  return () => {
    for (;;) {
      const each = pick(executives);
      if (used.has(each.id) || each.mandatory) continue;
      used.add(each.id);
      return each;
    }
  };
}

/** Locks somebody into a cohort that many others may take too, so that it can reach its minimum. */
function addLock({ executives, cohorts, rules }, executive, { draw, crowded }) {
  const open = cohorts.filter((cohort) => mayTake(executive, cohort) && !crowded.has(cohort.id));
  if (open.length === 0) return;
  const cohort = draw.pick(open);
  const eligible = executives.filter((other) => mayTake(other, cohort)).length;
  if (eligible < 2 * cohort.maxSeats) return;
  crowded.add(cohort.id);
  rules.locked.push({ executive: executive.id, cohort: cohort.id });
}
