import { attainment, requireLevel } from './attainment.js';
import { requireReadinessPolicy } from './readiness-policy.js';
import type { ReadinessPolicy } from './readiness-policy.js';
import { requireRequirement } from './requirement.js';
import type { Requirement } from './requirement.js';
import { reaches } from './threshold.js';

export const ReadinessBand = {
  ReadyNow: 'READY_NOW',
  ReadySoon: 'READY_SOON',
  Developing: 'DEVELOPING',
  InsufficientEvidence: 'INSUFFICIENT_EVIDENCE',
} as const;
export type ReadinessBand = (typeof ReadinessBand)[keyof typeof ReadinessBand];

/** Two-sided 95 % of the normal distribution. */
const NORMAL_95 = 1.96;

/** A level that counts on the day asked. */
export interface CountedLevel {
  /** L, 1..5, a decimal. */
  readonly level: number;
  /** SEM in levels, 0 or more; null when it is not known. */
  readonly standardError: number | null;
}

/** What one requirement adds to readiness. */
export interface ReadinessPart<R extends Requirement = Requirement, L extends CountedLevel = CountedLevel> {
  readonly requirement: R;
  /** null: no level counts, so the requirement is in the coverage only. */
  readonly level: L | null;
  /** 0..1; null without a level. */
  readonly attainment: number | null;
  /** Of the counted weight, 0..1; null without a level, or when there is no number to have a share in. */
  readonly share: number | null;
  /** 100 · share · attainment, in points of readiness; null as `share` is. */
  readonly contribution: number | null;
}

export interface ExecutiveReadiness<
  R extends Requirement = Requirement,
  L extends CountedLevel = CountedLevel,
> {
  /** 0..100; null when evidence is insufficient. */
  readonly value: number | null;
  /** Ends of the 95 % interval, cut at 0 and 100; null without a value, or when any standard error is missing. */
  readonly low: number | null;
  readonly high: number | null;
  readonly band: ReadinessBand;
  /** Share of the required weight on which a level counts, 0..1. */
  readonly coverage: number;
  /** Critical capabilities that by themselves hold the band at DEVELOPING or would; empty when evidence is insufficient. */
  readonly criticalBelow: readonly string[];
  /** One per requirement, in the order given; the contributions add up to `value`. */
  readonly parts: readonly ReadinessPart<R, L>[];
}

/**
 * How ready one executive is for one statement: 100 · Σ w·a / Σ w over the requirements on which a level counts, where
 * attainment a = clamp((L − 1) / (R − 1), 0, 1), so strength in one capability never buys back a gap in another.
 *
 * Coverage = Σ w (counted) / Σ w (all); below `policy.minimumCoverage` the band is INSUFFICIENT_EVIDENCE and there is no number.
 * Bands: READY_NOW from `policy.readyNowFrom`, READY_SOON from `policy.readySoonFrom`, DEVELOPING below; a critical capability
 * with L < R − `policy.criticalMargin` holds the band at DEVELOPING. Interval: value ± 1.96·√Var,
 * Var = Σ (w/Σw)²·(100·SEM/(R − 1))² over the counted, where R = 1 adds 0; its ends are cut at 0 and 100.
 *
 * @param requirements  that apply to the executive, from `requirementsFor`; at most one per capability
 * @param levels        counted level by capability id; a missing key means unknown, never zero; further keys are not read
 * @param policy        thresholds; compared with a tolerance of 1e-9
 * @returns             null when the statement requires nothing of the executive: it is absent from their readiness
 * @throws RangeError   when a level or required level is off the scale, a weight is not positive, a standard error is
 *                      negative, a capability is required twice, or the policy is faulty
 *
 * Additive value model with capped attributes: Keeney & Raiffa (1976), ch. 3. O(requirements).
 *
 * @example
 * // pricing: R 4, w 2, L 3 (a = 2/3); negotiation: R 5, w 1, L 5 (a = 1)
 * // => value 100 · (4/3 + 1) / 3 = 77.7…, coverage 1, band READY_SOON
 */
export function executiveReadiness<R extends Requirement, L extends CountedLevel>(
  requirements: readonly R[],
  levels: ReadonlyMap<string, L>,
  policy: ReadinessPolicy,
): ExecutiveReadiness<R, L> | null {
  requireReadinessPolicy(policy);
  requireEachOnce(requirements);
  if (requirements.length === 0) return null;

  const rows = requirements.map((requirement) => rowOf(requirement, levels.get(requirement.capabilityId)));
  const coverage = weightOf(rows.filter(({ level }) => level !== null)) / weightOf(rows);
  if (coverage === 0 || !reaches(coverage, policy.minimumCoverage)) return withoutNumber(rows, coverage);

  const parts = withShares(rows);
  const value = Math.min(100, sumOf(parts.map(({ contribution }) => contribution ?? 0)));
  const criticalBelow = parts.filter((part) => holdsBack(part, policy)).map(capabilityOf);
  const band = criticalBelow.length > 0 ? ReadinessBand.Developing : bandOf(value, policy);
  return { value, ...intervalAround(value, parts), band, coverage, criticalBelow, parts };
}

interface Row<R, L> {
  readonly requirement: R;
  readonly level: L | null;
  readonly attainment: number | null;
}

function rowOf<R extends Requirement, L extends CountedLevel>(
  requirement: R,
  level: L | undefined,
): Row<R, L> {
  requireRequirement(requirement);
  if (level === undefined) return { requirement, level: null, attainment: null };
  requireLevel(level.level);
  if (level.standardError !== null && !(level.standardError >= 0 && Number.isFinite(level.standardError)))
    throw new RangeError(`A standard error is 0 or more, got ${level.standardError}`);
  return { requirement, level, attainment: attainment(level.level, requirement.requiredLevel) };
}

function withoutNumber<R extends Requirement, L extends CountedLevel>(
  rows: readonly Row<R, L>[],
  coverage: number,
): ExecutiveReadiness<R, L> {
  const parts = rows.map((row) => partOf(row, null));
  const band = ReadinessBand.InsufficientEvidence;
  return { value: null, low: null, high: null, band, coverage, criticalBelow: [], parts };
}

function withShares<R extends Requirement, L extends CountedLevel>(
  rows: readonly Row<R, L>[],
): readonly ReadinessPart<R, L>[] {
  const counted = weightOf(rows.filter(({ level }) => level !== null));
  return rows.map((row) => partOf(row, row.attainment === null ? null : row.requirement.weight / counted));
}

/** Every property by name: this runs a million times where the facts of a large organization are made. */
function partOf<R extends Requirement, L extends CountedLevel>(
  { requirement, level, attainment: reached }: Row<R, L>,
  share: number | null,
): ReadinessPart<R, L> {
  const contribution = share === null || reached === null ? null : 100 * share * reached;
  return { requirement, level, attainment: reached, share, contribution };
}

function bandOf(value: number, policy: ReadinessPolicy): ReadinessBand {
  if (reaches(value, policy.readyNowFrom)) return ReadinessBand.ReadyNow;
  return reaches(value, policy.readySoonFrom) ? ReadinessBand.ReadySoon : ReadinessBand.Developing;
}

function holdsBack({ requirement, level }: ReadinessPart, policy: ReadinessPolicy): boolean {
  if (!requirement.critical || level === null) return false;
  return !reaches(level.level, requirement.requiredLevel - policy.criticalMargin);
}

function intervalAround(
  value: number,
  parts: readonly ReadinessPart[],
): { readonly low: number | null; readonly high: number | null } {
  let variance = 0;
  for (const { requirement, level, share } of parts) {
    if (level === null || share === null) continue;
    if (level.standardError === null) return { low: null, high: null };
    if (requirement.requiredLevel === 1) continue;
    variance += (share * ((100 * level.standardError) / (requirement.requiredLevel - 1))) ** 2;
  }
  const margin = NORMAL_95 * Math.sqrt(variance);
  return { low: Math.max(0, value - margin), high: Math.min(100, value + margin) };
}

function requireEachOnce(requirements: readonly Requirement[]): void {
  const capabilities = new Set(requirements.map(({ capabilityId }) => capabilityId));
  if (capabilities.size < requirements.length)
    throw new RangeError('A capability is required twice; resolve requirements per leadership level first');
}

function capabilityOf({ requirement }: ReadinessPart): string {
  return requirement.capabilityId;
}

function weightOf(rows: readonly { readonly requirement: Requirement }[]): number {
  return sumOf(rows.map(({ requirement }) => requirement.weight));
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
