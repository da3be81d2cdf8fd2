import { Catch, Logger } from '@nestjs/common';
import type { ArgumentsHost } from '@nestjs/common';
import type { GqlContextType, GqlExceptionFilter } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isNativeError } from 'node:util/types';
import { expectedError, httpAnswer } from './failures.js';

/** Every failure of a route leaves as `{code, message}`; what GraphQL throws is formatted there. */
@Catch()
export class ErrorFilter implements GqlExceptionFilter {
  private readonly logger = new Logger('HTTP');

  catch(thrown: unknown, host: ArgumentsHost): Error | undefined {
    const error = isNativeError(thrown) ? thrown : new Error('Something that is no Error was thrown');
    if (host.getType<GqlContextType>() === 'graphql') return expectedError(error) ?? error;
    const http = host.switchToHttp();
    const { status, body } = httpAnswer(error, http.getRequest<FastifyRequest>().id, this.logger);
    const reply = http.getResponse<FastifyReply>();
    if (!reply.sent) void reply.status(status).send(body);
    return undefined; // Nest takes a returned error of a route for one that nobody has answered yet.
  }
}
