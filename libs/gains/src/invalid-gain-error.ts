/** What was handed over cannot be a measurement of a gain: a mean off the scale, a group twice, a pool of nobody. */
export class InvalidGainError extends RangeError {
  override readonly name = 'InvalidGainError';
}
