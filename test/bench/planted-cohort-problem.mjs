import {
  chance,
  FUNCTIONS,
  giveManagers,
  LEVELS,
  LOCATIONS,
  number,
  numbered,
  PREFERENCES,
  round,
} from './cohort-problems.mjs';

const GAP = 5;
const MEAN = 2.8;

/**
 * A problem whose best plan is known: it is made from the plan. Each program p has a price and each executive a worth of
 * their own; a seat at home is worth price + own worth, any other seat at most that, and who has no home at most the
 * price. By those prices no plan is worth more than Σ of the homes, and the homes break no rule and pay no penalty.
 */
export function plantedProblem(random, { executives: people, cohorts: count }) {
  const draw = chance(random);
  const { between, whole, pick, often } = draw;
  const programCount = Math.min(count, Math.max(6, Math.round(2 * Math.sqrt(count))));
  const capabilities = numbered('K', programCount + Math.max(16, Math.ceil(1.3 * programCount)), 2);
  const units = numbered('U', Math.max(8, Math.round(Math.sqrt(people) / 2.1)), 3);
  const programs = Array.from({ length: programCount }, (_, p) => ({
    id: `P${p}`,
    develops: [{ capability: capabilities[p], gain: 4, ceiling: 5 }],
  }));
  const prices = programs.map(() => round(between(0.2, 0.9), 1));
  const openTo = programs.map(() => pick([LEVELS.slice(0, 2), LEVELS.slice(1), LEVELS, LEVELS]));
  const perCohort = (0.94 * people) / count;
  const cohorts = Array.from({ length: count }, (_, c) => {
    const p = c % programCount;
    const maxSeats = whole(Math.round(perCohort * 0.8), Math.round(perCohort * 1.2));
    const first = whole(1, 40);
    return {
      id: number('C', c, 4),
      program: programs[p].id,
      mode: 'ON_SITE',
      location: LOCATIONS[random.index(5)].id,
      language: 'en',
      weeks: [first, first + 4, first + 8],
      minSeats: Math.round(maxSeats * 0.68),
      maxSeats,
      leadershipLevels: openTo[p],
      seatCost: whole(20, 80),
      fixedCost: 0,
    };
  });
  const maxPerUnitPerCohort = Math.max(3, Math.ceil(perCohort / units.length));
  const executives = [];
  const homes = [];
  let optimum = 0;
  const add = (home, traits) => {
    const p = home === null ? -1 : home % programCount;
    const own = home === null ? 0 : round(between(0.3, 1.6), 1);
    const worth = programs.map((_, q) => {
      if (q === p) return round(prices[p] + own, 1);
      const slack = often(0.25) ? 0 : round(between(0, 1), 1);
      return round(Math.max(0, prices[q] + own - slack), 1);
    });
    if (p >= 0) optimum += worth[p];
    homes.push(home);
    executives.push({
      id: number('E', executives.length, 5),
      ...traits,
      languages: often(0.7) ? ['en'] : ['en', pick(['es', 'fr', 'de'])],
      levels: levelsOf(capabilities, worth, draw),
      unavailableWeeks: awayBut(home === null ? [] : cohorts[home].weeks, draw),
      completedPrograms: often(0.13)
        ? [pick(programs).id].filter((id) => home === null || id !== cohorts[home].program)
        : [],
      mandatory: false,
    });
  };
  cohorts.forEach((cohort, c) =>
    membersOf(cohort, units, maxPerUnitPerCohort, draw).forEach((traits) => add(c, traits)),
  );
  while (executives.length < people)
    add(null, {
      leadershipLevel: pick(LEVELS),
      unit: pick(units),
      function: pick(FUNCTIONS),
      location: pick(LOCATIONS).id,
      gender: often(0.33) ? 'F' : 'M',
    });
  giveManagers(executives, draw);
  const homeOf = new Map(executives.map(({ id }, i) => [id, homes[i]]));
  for (const each of executives)
    if (homeOf.get(each.id) !== null && homeOf.get(each.id) === homeOf.get(each.manager)) delete each.manager;
  const problem = {
    format: 'alidade-cohort-problem/1',
    name: `planted ${people}×${count}`,
    capabilities,
    leadershipLevels: LEVELS,
    functions: FUNCTIONS,
    units,
    locations: LOCATIONS,
    strategies: [
      {
        id: 'S0',
        weight: 1,
        requirements: programs.map((_, p) => ({
          capability: capabilities[p],
          weight: 1,
          required: Object.fromEntries(LEVELS.map((level) => [level, GAP])),
        })),
      },
    ],
    programs,
    cohorts,
    executives: shuffled(executives, random),
    rules: {
      ...pairsOf(executives, homes, draw),
      locked: [],
      forbidden: [],
      maxPerUnitPerCohort,
      maxUnitAbsence: absenceOf(executives, homes, cohorts),
      budget: Math.ceil(1.03 * costOf(executives, homes, cohorts)),
      travel: { perSeat: 10, perHour: 4 },
      maxVirtualHours: 4,
    },
    preferences: { ...PREFERENCES, fairSeats: { low: 0, high: 10, weight: 0.15 } },
  };
  const plan = executives.flatMap(({ id }, i) =>
    homes[i] === null ? [] : [{ executive: id, cohort: cohorts[homes[i]].id }],
  );
  return { problem, optimum: round(optimum, 1), plan };
}

/** Members whose mix pays no penalty: two places, a third of each gender's share, functions in turn, no unit too often. */
function membersOf(cohort, units, most, { random, pick, some }) {
  const levels = cohort.leadershipLevels;
  const [a, b, c] = [
    cohort.location,
    ...some(
      LOCATIONS.map(({ id }) => id).filter((id) => id !== cohort.location),
      2,
    ),
  ];
  const women = Math.ceil(cohort.maxSeats * 0.33);
  const turn = random.index(FUNCTIONS.length);
  const from = new Map();
  return Array.from({ length: cohort.maxSeats }, (_, k) => {
    let unit = pick(units);
    while ((from.get(unit) ?? 0) >= most) unit = pick(units);
    from.set(unit, (from.get(unit) ?? 0) + 1);
    return {
      leadershipLevel: levels[(k + turn) % levels.length],
      unit,
      function: FUNCTIONS[(k * 4 + turn) % FUNCTIONS.length],
      location: k % 5 < 3 ? a : k % 5 === 3 ? b : c,
      gender: k < women ? 'F' : 'M',
    };
  });
}

/** Levels that leave the worth to gain, and others that bring everybody to the same mean. */
function levelsOf(capabilities, worth, { random }) {
  const tenths = worth.map((points) => Math.round(10 * (GAP - points)));
  let left = Math.round(10 * MEAN * capabilities.length) - tenths.reduce((a, b) => a + b, 0);
  const others = capabilities.length - worth.length;
  for (let k = others; k > 0; k--) {
    const level = Math.round(left / k) + (k > 1 ? random.index(19) - 9 : 0);
    const lowest = Math.max(10, left - 50 * (k - 1));
    const highest = Math.min(50, left - 10 * (k - 1));
    tenths.push(Math.min(highest, Math.max(lowest, level)));
    left -= tenths.at(-1);
  }
  return Object.fromEntries(capabilities.map((id, k) => [id, tenths[k] / 10]));
}

const awayBut = (weeks, { whole, pick }) =>
  Array.from({ length: pick([0, 0, 1, 1, 2]) }, () => whole(1, 50)).filter((week) => !weeks.includes(week));

function shuffled(list, random) {
  const result = [...list];
  for (let k = result.length - 1; k > 0; k--) {
    const other = random.index(k + 1);
    [result[k], result[other]] = [result[other], result[k]];
  }
  return result;
}

function pairsOf(executives, homes, { random }) {
  const pairs = { apart: [], together: [] };
  for (let k = 0; k < executives.length / 100; k++) {
    const [i, j] = [random.index(executives.length), random.index(executives.length)];
    if (homes[i] !== homes[j]) pairs.apart.push([executives[i].id, executives[j].id]);
    else if (i !== j && homes[i] !== null) pairs.together.push([executives[i].id, executives[j].id]);
  }
  for (let k = 0; k < executives.length / 75; k++) {
    const i = random.index(executives.length - 1);
    const [x, y] = [executives[i], executives[i + 1]];
    if (homes[i] !== null && homes[i] === homes[i + 1] && x.manager !== y.id && y.manager !== x.id)
      pairs.together.push([x.id, y.id]);
  }
  return pairs;
}

const count = (map, key) => map.set(key, (map.get(key) ?? 0) + 1);

function absenceOf(executives, homes, cohorts) {
  const [sizes, away] = [new Map(), new Map()];
  executives.forEach(({ unit }, i) => {
    count(sizes, unit);
    if (homes[i] !== null) for (const week of cohorts[homes[i]].weeks) count(away, `${unit} ${week}`);
  });
  const most = Math.max(...[...away].map(([key, people]) => people / sizes.get(key.split(' ')[0])));
  return Math.min(1, round(most + 0.01, 2));
}

function costOf(executives, homes, cohorts) {
  const offset = new Map(LOCATIONS.map(({ id, utcOffset }) => [id, utcOffset]));
  return executives.reduce((sum, { location }, i) => {
    if (homes[i] === null) return sum;
    const { seatCost, location: place } = cohorts[homes[i]];
    const apart = Math.abs(offset.get(place) - offset.get(location));
    return sum + seatCost + (place === location ? 0 : 10 + 4 * Math.min(apart, 24 - apart));
  }, 0);
}
