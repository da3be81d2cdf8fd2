import { Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { httpAnswer } from './failures.js';
import type { Refusal } from './failures.js';

const logger = new Logger('HTTP');

/** For routes outside Nest, as ErrorFilter does for those inside. */
export async function httpErrors(
  error: Refusal,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const { status, body } = httpAnswer(error, request.id, logger);
  await reply.code(status).send(body);
}
