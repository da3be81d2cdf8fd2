import { Catch, HttpException, Logger } from '@nestjs/common';
import type { ArgumentsHost } from '@nestjs/common';
import type { GqlContextType, GqlExceptionFilter } from '@nestjs/graphql';
import { UseCaseError } from '@alidade/errors';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isNativeError } from 'node:util/types';
import { expectedError, INTERNAL, logFailure } from './failures.js';
import { errorCodeOf, HTTP_STATUS } from './http-status.js';

const NOTHING_HERE = 'There is nothing at this address.';

/** What Fastify and its plugins throw. */
interface Refusal extends Error {
  readonly statusCode?: number;
}

/** Every failure of a route leaves as `{code, message}`; what GraphQL throws is formatted there. */
@Catch()
export class ErrorFilter implements GqlExceptionFilter {
  private readonly logger = new Logger('HTTP');

  catch(thrown: unknown, host: ArgumentsHost): Error | undefined {
    const error = isNativeError(thrown) ? thrown : new Error('Something that is no Error was thrown');
    if (host.getType<GqlContextType>() === 'graphql') return error;
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
    return undefined; // Nest takes a returned error of a route for one that nobody has answered yet.
  }

  private answer(error: Error, { id }: FastifyRequest, reply: FastifyReply): void {
    const failure = expectedError(error);
    const status = failure ? HTTP_STATUS[failure.code] : statusOf(error);
    if (failure || status >= 500) logFailure(this.logger, failure ?? error, id);
    if (reply.sent) return;
    void reply.status(status).send(failure ? tell(failure) : refusal(error, status, id));
  }
}

const tell = ({ code, message, fields }: UseCaseError): object => ({
  code,
  message,
  ...(fields && { fields }),
});

function refusal(error: Error, status: number, correlationId: string): object {
  if (status >= 500) return { code: 'INTERNAL_SERVER_ERROR', message: INTERNAL, correlationId };
  // Nest repeats the address, which may hold a secret.
  return {
    code: errorCodeOf(status),
    message: status === HTTP_STATUS.NOT_FOUND ? NOTHING_HERE : error.message,
  };
}

function statusOf(error: Refusal): number {
  if (error instanceof HttpException) return error.getStatus();
  return error.statusCode ?? HTTP_STATUS.INTERNAL_SERVER_ERROR;
}
