import { requireWithin } from './checks.js';

const FARTHEST = 8.5;

/**
 * The share of a standard normal population below z.
 *
 * Φ(z) = 1/2 + φ(z)·(z + z³/3 + z⁵/(3·5) + z⁷/(3·5·7) + …)
 *
 * @param z in standard deviations from the mean; beyond ±8.5 the answer is 0 or 1
 * @returns 0..1, to about 1e-13
 * @throws InvalidSampleError when z is not a number
 *
 * Marsaglia (2004), Journal of Statistical Software 11(4). Only + − · / and √, so that it is the same on any machine. O(1).
 *
 * @example normalShareBelow(1.96) // => 0.9750…
 */
export function normalShareBelow(z: number): number {
  requireWithin(z, [-Infinity, Infinity], 'z');
  if (Math.abs(z) >= FARTHEST) return z < 0 ? 0 : 1;
  let sum = 0;
  let term = z;
  for (let divisor = 3; sum + term !== sum; divisor += 2) {
    sum += term;
    term *= (z * z) / divisor;
  }
  return Math.min(1, Math.max(0, 0.5 + sum * normalDensity(z)));
}

/** φ(z) = e^(−z²/2) / √(2π), the power of e as the 1,024th power of a short Taylor series. */
function normalDensity(z: number): number {
  const exponent = (z * z) / -2048;
  let power = 0;
  let term = 1;
  for (let order = 1; power + term !== power; order += 1) {
    power += term;
    term *= exponent / order;
  }
  for (let doubling = 0; doubling < 10; doubling += 1) power *= power;
  return power / Math.sqrt(2 * Math.PI);
}

/**
 * The point below which a share of a standard normal population lies; undoes `normalShareBelow`, by halving.
 *
 * @param share above 0 and below 1
 * @returns     in standard deviations from the mean, −8.5..8.5
 * @throws InvalidSampleError when the share is off ]0, 1[
 *
 * O(1).
 *
 * @example normalQuantile(0.975) // => 1.959…
 */
export function normalQuantile(share: number): number {
  requireWithin(share, [Number.MIN_VALUE, 1 - Number.EPSILON / 2], 'The share');
  let low = -FARTHEST;
  let high = FARTHEST;
  for (let halving = 0; halving < 60; halving += 1) {
    const middle = (low + high) / 2;
    if (normalShareBelow(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
