import { TOLERANCE } from './checks.js';

/** part / whole; null when the whole is nothing, so that no rounding error is read as a reliability. */
export const shareOfVariance = (part: number, whole: number): number | null =>
  whole > TOLERANCE ? part / whole : null;
