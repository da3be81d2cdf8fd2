import { InvalidSampleError } from './invalid-sample-error.js';

/** Two figures closer than this are equal, and a spread or mean square below it is none. */
export const TOLERANCE = 1e-9;

export function requireFinite(values: Iterable<number>, what: string): void {
  for (const value of values) {
    if (!Number.isFinite(value)) throw new InvalidSampleError(`${what} must be finite numbers, got ${value}`);
  }
}

export function requireWholeNumber(value: number, minimum: number, what: string): void {
  if (!Number.isSafeInteger(value) || value < minimum) {
    throw new InvalidSampleError(`${what} must be a whole number of at least ${minimum}, got ${value}`);
  }
}

export function requireWithin(value: number, [low, high]: readonly [number, number], what: string): void {
  if (!(value >= low && value <= high)) {
    throw new InvalidSampleError(`${what} must be within ${low}..${high}, got ${value}`);
  }
}

export function requireSameLength(a: readonly unknown[], b: readonly unknown[], what: string): void {
  if (a.length !== b.length)
    throw new InvalidSampleError(`${what} must pair up, got ${a.length} and ${b.length}`);
}
