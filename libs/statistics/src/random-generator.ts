/** A source of chance that repeats itself: the same seed gives the same sequence on any machine. */
export interface RandomGenerator {
  /** The next whole number, 0..2^32 − 1. */
  readonly uint32: () => number;
  /** The next fraction, 0 <= f < 1, in steps of 2^-32. */
  readonly fraction: () => number;
  /** A whole number 0..bound − 1, each as likely; bound 1..2^32, else InvalidSampleError. */
  readonly index: (bound: number) => number;
}
