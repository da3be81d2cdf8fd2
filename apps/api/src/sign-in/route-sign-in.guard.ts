import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ALLOW, ANYBODY } from '../platform/allow.decorator.js';
import type { Allowed } from '../platform/allow.decorator.js';
import { Askers } from './askers.js';

/** Finds out who asks before a route that is not for anybody, as GraphQL does for itself; then AllowGuard decides. */
@Injectable()
export class RouteSignInGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly askers: Askers,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    if (execution.getType() !== 'http') return true;
    const allowed = this.reflector.get<Allowed | undefined>(ALLOW, execution.getHandler());
    if (allowed === ANYBODY) return true;
    const http = execution.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const asker = await this.askers.behind(request, http.getResponse<FastifyReply>());
    // A file may take minutes to come in: no connection waits for it. The next read opens a new snapshot.
    await asker.reads.renew();
    Object.assign(request, asker);
    return true;
  }
}
