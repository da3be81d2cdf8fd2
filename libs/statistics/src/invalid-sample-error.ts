/** What was handed to a statistic cannot be a sample of it: not a number, off its range, or of unequal lengths. */
export class InvalidSampleError extends RangeError {
  override readonly name = 'InvalidSampleError';
}
