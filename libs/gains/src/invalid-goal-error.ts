/** A goal that cannot be meant, such as a target that is the baseline, or figures that are not those of a goal. */
export class InvalidGoalError extends RangeError {
  override readonly name = 'InvalidGoalError';
}
