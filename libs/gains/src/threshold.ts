/** Sums of decimals miss by less than this what they would be by hand. */
const TOLERANCE = 1e-9;

export const reaches = (value: number, threshold: number): boolean => value >= threshold - TOLERANCE;

export const exceeds = (value: number, threshold: number): boolean => value > threshold + TOLERANCE;
