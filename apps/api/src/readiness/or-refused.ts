import { UseCaseError } from '@alidade/errors';

/** A refusal is the answer to those who asked for this, not to the others that a loader reads with it. */
export async function orRefused<T>(answer: Promise<T>): Promise<T | UseCaseError> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof UseCaseError) return error;
    throw error;
  }
}
