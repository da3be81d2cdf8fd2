import type { Viewer } from '@alidade/access';
import { UseCaseError } from '@alidade/errors';
import type { StrategyType } from '../../direction/direction.types.js';
import type { Loaders } from '../../loaders.js';
import type { PopulationFigures } from './population-figures.queries.js';
import type { ReadinessTrendArgs, StrategyReadinessArgs } from '../readiness.inputs.js';
import type { StrategyReadinessType } from '../readiness.types.js';

const MOST_MONTHS = 120;

const WITHHELD = {
  readyNow: null,
  readySoon: null,
  developing: null,
  insufficientEvidence: null,
  readyShare: null,
  meanReadiness: null,
  meanCoverage: null,
};

/** Figures as the schema shows them. */
function shownFigures(
  strategy: StrategyType,
  { figures, ...about }: PopulationFigures,
): StrategyReadinessType {
  if (figures === null) return { strategy, ...about, suppressed: true, ...WITHHELD, allGaps: [] };
  const { gaps, ...shown } = figures;
  return { strategy, ...shown, ...about, suppressed: false, allGaps: gaps };
}

/** On the day asked for, else the one the statement was asked for, else today. */
export async function readinessOf(
  { today }: Viewer,
  loaders: Loaders,
  strategy: StrategyType,
  { population, asOf }: StrategyReadinessArgs,
): Promise<StrategyReadinessType | null> {
  const day = asOf ?? strategy.day ?? today;
  const asked = { strategyId: strategy.id, population: population ?? null, day };
  const figures = await loaders.strategyReadiness.load(asked);
  return figures && shownFigures(strategy, figures);
}

/** One point per month end on which the statement is in force, the oldest first. */
export async function trendOf(
  loaders: Loaders,
  strategy: StrategyType,
  { population, from, to }: ReadinessTrendArgs,
): Promise<StrategyReadinessType[]> {
  const points = await Promise.all(
    monthEnds(from, to).map((day) =>
      loaders.strategyReadiness.load({ strategyId: strategy.id, population: population ?? null, day }),
    ),
  );
  return points.flatMap((point) => (point === null ? [] : [shownFigures(strategy, point)]));
}

/**
 * The last days of months from one day to another, both included.
 * @throws UseCaseError INVALID_INPUT when they are in the wrong order or too far apart
 */
function monthEnds(from: string, to: string): string[] {
  if (to < from) throw wrongDays(`to must not be before from (${from}).`);
  const [year = 0, month = 0] = from.split('-').map(Number);
  const ends: string[] = [];
  for (let i = 0; i <= MOST_MONTHS; i += 1) {
    // Day 0 of a month is the last of the one before.
    const end = new Date(Date.UTC(year, month + i, 0)).toISOString().slice(0, 10);
    if (end > to) return ends;
    ends.push(end);
  }
  throw wrongDays(`A trend has at most ${MOST_MONTHS} months.`);
}

function wrongDays(message: string): UseCaseError {
  return new UseCaseError('INVALID_INPUT', message, { fields: [{ path: 'to', message }] });
}
