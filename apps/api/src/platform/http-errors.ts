import { Logger } from '@nestjs/common';
import type { UseCaseError } from '@alidade/errors';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { expectedError, INTERNAL, logFailure } from './failures.js';
import { errorCodeOf, HTTP_STATUS } from './http-status.js';

type Refusal = Error & { readonly statusCode?: number };

const logger = new Logger('HTTP');

/** Every failure of a route outside Nest leaves as `{code, message}` too; an error may name a status of its own. */
export async function httpErrors(
  error: Refusal,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  request.raw.resume(); // What still comes is let pass, or the client would not read the answer while it sends.
  const failure = expectedError(error);
  const status = failure
    ? HTTP_STATUS[failure.code]
    : (error.statusCode ?? HTTP_STATUS.INTERNAL_SERVER_ERROR);
  if (failure || status >= 500) logFailure(logger, failure ?? error, request.id);
  reply.code(failure ? (error.statusCode ?? status) : status);
  await reply.send(failure ? tell(failure) : refusal(error, status, request.id));
}

const tell = ({ code, message }: UseCaseError): object => ({ code, message });

const refusal = ({ message }: Error, status: number, correlationId: string): object =>
  status < 500
    ? { code: errorCodeOf(status), message }
    : { code: 'INTERNAL_SERVER_ERROR', message: INTERNAL, correlationId };
