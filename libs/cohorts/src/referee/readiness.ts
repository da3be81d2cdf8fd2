import type { Executive, Strategy } from '../document/problem.js';

/** READY_NOW begins here, of 0..100. */
const READY_NOW_FROM = 90;
const MINIMUM_COVERAGE = 0.8;
const CRITICAL_MARGIN = 0.5;
const EQUAL = 1e-9;

/** What one seat makes of a level; the level itself where it changes nothing. */
export type LevelAfter = (capability: string, level: number) => number;

export interface StrategyReadiness {
  /** 0..100. */
  readonly readiness: number;
  readonly readyNow: boolean;
}

/**
 * Readiness of an executive for a strategy with levels as a seat would leave them: 100 · Σ w·a / Σ w over the assessed
 * requirements, a = clamp((level − 1) / (required − 1), 0, 1); READY_NOW from 90, unless a critical capability is more
 * than half a level short.
 *
 * @returns null when nothing is required of them or less than 0.8 of the weight is assessed
 */
export function readinessFor(
  strategy: Strategy,
  { leadershipLevel, levels }: Executive,
  after: LevelAfter = (_, level) => level,
): StrategyReadiness | null {
  let [all, assessed, attained] = [0, 0, 0];
  let capped = false;
  for (const { capability, weight, required: byLevel, critical } of strategy.requirements) {
    const required = byLevel.get(leadershipLevel);
    if (required === undefined) continue;
    all += weight;
    const level = levels.get(capability);
    if (level === undefined) continue;
    const expected = after(capability, level);
    assessed += weight;
    attained += weight * attainment(expected, required);
    if (critical && expected < required - CRITICAL_MARGIN - EQUAL) capped = true;
  }
  if (assessed <= 0 || assessed < MINIMUM_COVERAGE * all - EQUAL) return null;
  const readiness = (100 * attained) / assessed;
  return { readiness, readyNow: !capped && readiness >= READY_NOW_FROM - EQUAL };
}

const attainment = (level: number, required: number): number =>
  required <= 1 ? 1 : Math.min(1, Math.max(0, (level - 1) / (required - 1)));
