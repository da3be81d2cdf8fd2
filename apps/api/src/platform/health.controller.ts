import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Allow, ANYBODY } from './allow.decorator.js';
import { Readiness } from './readiness.js';

interface Health {
  readonly status: 'live' | 'ready' | 'unavailable';
  /** Why it is unavailable. */
  readonly reason?: string;
}

/** For whoever starts, watches and balances processes. */
@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  /** Never asks the database: a process is not started anew because something else is away. */
  @Get('live')
  @Allow(ANYBODY)
  live(): Health {
    return { status: 'live' };
  }

  @Get('ready')
  @Allow(ANYBODY)
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Health> {
    const reason = await this.readiness.fault();
    if (reason === null) return { status: 'ready' };
    reply.status(503);
    return { status: 'unavailable', reason };
  }
}
