export interface CohortText {
  readonly key: string;
  readonly program: string;
  readonly name: string;
  readonly status: 'PLANNED' | 'OPEN' | 'RUNNING' | 'COMPLETED';
  readonly mode: 'ON_SITE' | 'VIRTUAL';
  readonly location: string | null;
  readonly language: string;
  /** Months from today to the first week, and Mondays of absence counted in weeks from there. */
  readonly startMonths: number;
  readonly weekOffsets: readonly number[];
  /** Indices of the leadership levels, lowest 0; empty: all. */
  readonly levels: readonly number[];
  readonly seatCost: number;
  readonly fixedCost: number;
}

/**
 * The calendar of one year: six cohorts are over, all between the baseline and the follow-up; two began after it;
 * one takes requests; one is planned. None runs while a round that measures it is open.
 */
export const COHORT_TEXTS: readonly CohortText[] = [
  {
    key: 'service-1',
    program: 'winning-with-service',
    name: 'Winning with Service, Linz',
    status: 'COMPLETED',
    mode: 'ON_SITE',
    location: 'Linz',
    language: 'en',
    startMonths: -13.5,
    weekOffsets: [0, 4, 8],
    levels: [],
    seatCost: 6400,
    fixedCost: 48000,
  },
  {
    key: 'transformation-1',
    program: 'leading-transformation',
    name: 'Leading Transformation, Winterthur (in German)',
    status: 'COMPLETED',
    mode: 'ON_SITE',
    location: 'Winterthur',
    language: 'de',
    startMonths: -13.3,
    weekOffsets: [0, 3, 8],
    levels: [],
    seatCost: 5900,
    fixedCost: 52000,
  },
  {
    key: 'service-2',
    program: 'winning-with-service',
    name: 'Winning with Service, Monterrey',
    status: 'COMPLETED',
    mode: 'ON_SITE',
    location: 'Monterrey',
    language: 'en',
    startMonths: -9.6,
    weekOffsets: [0, 4, 8],
    levels: [0, 1, 2],
    seatCost: 6100,
    fixedCost: 45000,
  },
  {
    key: 'digital-1',
    program: 'digital-decisions',
    name: 'Digital Decisions, online',
    status: 'COMPLETED',
    mode: 'VIRTUAL',
    location: null,
    language: 'en',
    startMonths: -9.4,
    weekOffsets: [0, 2, 5, 8],
    levels: [],
    seatCost: 2800,
    fixedCost: 30000,
  },
  {
    key: 'retreat-1',
    program: 'inspiring-leaders',
    name: 'Inspiring Leaders Retreat, Davos',
    status: 'COMPLETED',
    mode: 'ON_SITE',
    location: 'Davos',
    language: 'en',
    startMonths: -9.1,
    weekOffsets: [0, 5],
    levels: [],
    seatCost: 9500,
    fixedCost: 60000,
  },
  {
    key: 'transformation-2',
    program: 'leading-transformation',
    name: 'Leading Transformation, Pune',
    status: 'COMPLETED',
    mode: 'ON_SITE',
    location: 'Pune',
    language: 'en',
    startMonths: -5.7,
    weekOffsets: [0, 4, 9],
    levels: [],
    seatCost: 4800,
    fixedCost: 41000,
  },
  {
    key: 'digital-2',
    program: 'digital-decisions',
    name: 'Digital Decisions, Milwaukee',
    status: 'RUNNING',
    mode: 'ON_SITE',
    location: 'Milwaukee',
    language: 'en',
    startMonths: -1.4,
    weekOffsets: [0, 5, 10],
    levels: [0, 1, 2],
    seatCost: 4200,
    fixedCost: 38000,
  },
  {
    key: 'transformation-3',
    program: 'leading-transformation',
    name: 'Leading Transformation, online',
    status: 'RUNNING',
    mode: 'VIRTUAL',
    location: null,
    language: 'en',
    startMonths: -1.1,
    weekOffsets: [0, 4, 9],
    levels: [],
    seatCost: 2900,
    fixedCost: 33000,
  },
  {
    key: 'service-3',
    program: 'winning-with-service',
    name: 'Winning with Service, Suzhou',
    status: 'OPEN',
    mode: 'ON_SITE',
    location: 'Suzhou',
    language: 'en',
    startMonths: 2,
    weekOffsets: [0, 4, 8],
    levels: [],
    seatCost: 6000,
    fixedCost: 44000,
  },
  {
    key: 'digital-3',
    program: 'digital-decisions',
    name: 'Digital Decisions, Wrocław',
    status: 'PLANNED',
    mode: 'ON_SITE',
    location: 'Wrocław',
    language: 'en',
    startMonths: 4,
    weekOffsets: [0, 5, 10],
    levels: [],
    seatCost: 4000,
    fixedCost: 36000,
  },
];
