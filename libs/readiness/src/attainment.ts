import { reaches } from './threshold.js';

const LOWEST_LEVEL = 1;
const HIGHEST_LEVEL = 5;

/**
 * How much of what is required somebody has reached: a = clamp((L − 1) / (R − 1), 0, 1); R = 1 gives 1.
 *
 * @param level     L, 1..5, a decimal
 * @param required  R, 1..5, a decimal
 * @returns         0..1
 * @throws RangeError  when either is off the scale
 *
 * Additive value model with capped attributes: Keeney & Raiffa (1976), ch. 3. O(1).
 *
 * @example attainment(3, 4) // => 0.666…
 */
export function attainment(level: number, required: number): number {
  requireLevel(level);
  requireLevel(required);
  return required === LOWEST_LEVEL ? 1 : Math.min((level - LOWEST_LEVEL) / (required - LOWEST_LEVEL), 1);
}

/**
 * How many levels are missing: max(0, R − L).
 *
 * @param level     L, 1..5, a decimal
 * @param required  R, 1..5, a decimal
 * @returns         in levels, 0..4
 * @throws RangeError  when either is off the scale
 *
 * O(1).
 *
 * @example gapOf(2.5, 4) // => 1.5
 */
export function gapOf(level: number, required: number): number {
  requireLevel(level);
  requireLevel(required);
  return Math.max(0, required - level);
}

/**
 * Whether a level is below what is required: L < R − 1e-9, so that the rounding of a mean makes nobody fall short.
 *
 * @param level     L, a decimal
 * @param required  R, a decimal
 *
 * O(1).
 *
 * @example isBelow(3.5, 3.6) // => true
 */
export function isBelow(level: number, required: number): boolean {
  return !reaches(level, required);
}

/** @throws RangeError  when it is off the scale 1..5, or no number */
export function requireLevel(level: number): void {
  if (!(level >= LOWEST_LEVEL && level <= HIGHEST_LEVEL))
    throw new RangeError(`A level lies on ${LOWEST_LEVEL}..${HIGHEST_LEVEL}, got ${level}`);
}
