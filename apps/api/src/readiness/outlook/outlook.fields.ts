import type { Viewer } from '@alidade/access';
import type { StrategyType } from '../../direction/direction.types.js';
import type { ExecutiveType } from '../../directory/directory.types.js';
import type { Loaders } from '../../loaders.js';
import { readinessOf } from '../executives/executive-readiness.fields.js';
import type { ExecutiveReadinessType } from '../readiness.types.js';
import type { AlmostReadyType, CapabilityLiftType, OutlookArgs } from './outlook.types.js';

const FIRST = 20;

/** On the day asked for, else the one the statement was asked for, else today. */
function outlook(
  { today }: Viewer,
  loaders: Loaders,
  { id: strategyId, day }: StrategyType,
  { population, asOf }: OutlookArgs,
) {
  return loaders.readinessOutlook.load({
    strategyId,
    day: asOf ?? day ?? today,
    population: population ?? null,
  });
}

export async function liftsOf(
  viewer: Viewer,
  loaders: Loaders,
  strategy: StrategyType,
  asked: OutlookArgs,
): Promise<readonly CapabilityLiftType[]> {
  const { lifts } = await outlook(viewer, loaders, strategy, asked);
  return lifts.slice(0, asked.first ?? FIRST);
}

export async function almostReadyOf(
  viewer: Viewer,
  loaders: Loaders,
  strategy: StrategyType,
  asked: OutlookArgs,
): Promise<readonly AlmostReadyType[]> {
  const { almostReady } = await outlook(viewer, loaders, strategy, asked);
  return almostReady.slice(0, asked.first ?? FIRST);
}

export async function executiveOf(
  { executiveId, day }: AlmostReadyType,
  loaders: Loaders,
): Promise<ExecutiveType> {
  const { id, personId } = await loaders.executive.load(executiveId);
  return { id, personId, day };
}

export async function readinessOfOne(
  almostReady: AlmostReadyType,
  viewer: Viewer,
  loaders: Loaders,
): Promise<ExecutiveReadinessType> {
  const executive = await executiveOf(almostReady, loaders);
  const all = await readinessOf(executive, viewer, loaders, almostReady.day);
  const own = all.find(({ strategyId }) => strategyId === almostReady.strategyId);
  if (!own) throw new Error('Somebody almost ready without readiness');
  return own;
}
