import type { Logger } from '@nestjs/common';
import { UseCaseError } from '@alidade/errors';
import { databaseFault } from './database-fault.js';

/** All that a client is told of an accident; the log says more under the correlation id. */
export const INTERNAL = 'Something went wrong on our side. Tell us the correlation id if it happens again.';

/** A failure that is an answer; null for an accident. */
export function expectedError(cause: Error): UseCaseError | null {
  return cause instanceof UseCaseError ? cause : databaseFault(cause);
}

/** An accident is an error; that something we depend on is away is a warning; any other expected failure is no news. */
export function logFailure(logger: Logger, error: Error, correlationId: string): void {
  if (!(error instanceof UseCaseError)) logger.error({ correlationId, err: error }, 'accident');
  else if (error.code === 'SERVICE_UNAVAILABLE') logger.warn({ correlationId, err: error }, 'unavailable');
}
