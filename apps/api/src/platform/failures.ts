import type { Logger } from '@nestjs/common';
import { HttpException } from '@nestjs/common';
import { UseCaseError } from '@alidade/errors';
import { databaseFault } from './database-fault.js';
import { errorCodeOf, HTTP_STATUS } from './http-status.js';

/** All that a client is told of an accident; the log says more under the correlation id. */
export const INTERNAL = 'Something went wrong on our side. Tell us the correlation id if it happens again.';
const NOTHING_HERE = 'There is nothing at this address.';

/** What Fastify and its plugins throw; an expected failure may also name a status of its own. */
export type Refusal = Error & { readonly code?: string; readonly statusCode?: number };

/** In place of what Fastify says of a body it does not read. */
const SENTENCES: Readonly<Record<string, string>> = {
  FST_ERR_CTP_BODY_TOO_LARGE:
    'The body is larger than 1 MB. Send less at a time; files go to POST /imports/….',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'The body is empty. Send one JSON object.',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'The body is not as long as its Content-Length says.',
  FST_ERR_CTP_INVALID_JSON_BODY: 'The body is not valid JSON.',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'The content type must be application/json.',
};

/** A sentence of ours for a request that is refused before anything looks at what it asks; of others none. */
export const sentenceOf = ({ code = '' }: Refusal): string | undefined => SENTENCES[code];

/** A failure that is an answer; null for an accident. */
export function expectedError(cause: Error): UseCaseError | null {
  return cause instanceof UseCaseError ? cause : databaseFault(cause);
}

/** An accident is an error; that something we depend on is away is a warning; any other expected failure is no news. */
export function logFailure(logger: Logger, error: Error, correlationId: string): void {
  if (!(error instanceof UseCaseError)) logger.error({ correlationId, err: error }, 'accident');
  else if (error.code === 'SERVICE_UNAVAILABLE') logger.warn({ correlationId, err: error }, 'unavailable');
}

interface HttpAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What a route answers to a failure, `{code, message}`; logs it when it is news. */
export function httpAnswer(error: Refusal, correlationId: string, logger: Logger): HttpAnswer {
  const failure = expectedError(error);
  if (failure) {
    logFailure(logger, failure, correlationId);
    const { code, message, fields } = failure;
    const status = error.statusCode ?? HTTP_STATUS[code];
    return { status, body: { code, message, ...(fields && { fields }) } };
  }
  const status = statusOf(error);
  if (status >= 500) {
    logFailure(logger, error, correlationId);
    return { status, body: { code: 'INTERNAL_SERVER_ERROR', message: INTERNAL, correlationId } };
  }
  // Nest repeats the address, which may hold a secret.
  const message =
    status === HTTP_STATUS.NOT_FOUND ? NOTHING_HERE : (sentenceOf(causeOf(error)) ?? error.message);
  return { status, body: { code: errorCodeOf(status), message } };
}

/** Nest wraps what Fastify throws. */
const causeOf = (error: Error): Refusal => (error.cause instanceof Error ? error.cause : error);

function statusOf(error: Refusal): number {
  if (error instanceof HttpException) return error.getStatus();
  return error.statusCode ?? HTTP_STATUS.INTERNAL_SERVER_ERROR;
}
