/** Sums of decimals miss by less than this what they would be by hand; 0.1 + 0.7 must reach 0.8. */
const TOLERANCE = 1e-9;

export function reaches(value: number, threshold: number): boolean {
  return value >= threshold - TOLERANCE;
}
