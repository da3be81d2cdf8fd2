import { Catch, Injectable, Logger } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { httpAnswer } from '../platform/failures.js';
import { escaped, PAGE_POLICY, plainPage } from '../platform/plain-page.js';
import { SessionCookies } from './session-cookie.js';

/** Signing in is what people do in a browser: what goes wrong there is a page they can go on from. */
@Catch(Error)
@Injectable()
export class SignInFailures implements ExceptionFilter<Error> {
  private readonly logger = new Logger('Sign-in');

  constructor(private readonly cookies: SessionCookies) {}

  catch(error: Error, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (reply.sent) return;
    const { status, body } = httpAnswer(error, request.id, this.logger);
    reply.status(status);
    if (!request.headers.accept?.includes('text/html')) return void reply.send(body);
    const organization = this.cookies.takeDeparture(request, reply)?.organization ?? null;
    reply.headers({ 'content-security-policy': PAGE_POLICY, 'cache-control': 'no-store' });
    void reply.type('text/html; charset=utf-8').send(failurePage(body, organization));
  }
}

function failurePage(body: Readonly<Record<string, unknown>>, organization: string | null): string {
  const wish = organization === null ? '' : `?organization=${encodeURIComponent(organization)}`;
  const { correlationId: id } = body;
  const reference = typeof id === 'string' ? `\n<p>Correlation id: ${escaped(id)}</p>` : '';
  return plainPage(
    'You are not signed in',
    `<p>${escaped(String(body['message']))}</p>${reference}\n<p><a href="/auth/sign-in${escaped(wish)}">Sign in again</a></p>`,
  );
}
