import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { UseCaseError } from '@alidade/errors';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, ANYBODY } from '../platform/allow.decorator.js';
import { escaped, PAGE_POLICY, plainPage } from '../platform/plain-page.js';
import { RaterLinksService } from './rater-links.service.js';
import { SessionCookies } from './session-cookie.js';

const SEE_OTHER = 303;
const HEADERS = {
  'content-security-policy': `${PAGE_POLICY}; form-action 'self'`,
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  // The address holds the link.
  'referrer-policy': 'no-referrer',
};

/** How somebody from outside comes in: by the link of a mail, once. */
@Controller('rate')
export class RaterLinksController {
  constructor(
    private readonly links: RaterLinksService,
    private readonly cookies: SessionCookies,
  ) {}

  /** Takes nothing yet: programs that look at mail open every link in it. */
  @Get(':link')
  @Allow(ANYBODY)
  async ask(@Param('link') link: string, @Res() reply: FastifyReply): Promise<void> {
    await reply.status(200).headers(HEADERS).send(welcomePage(link));
  }

  /** From the page: a cookie, and on to the ratings; as JSON: a bearer token for the same. */
  @Post()
  @Allow(ANYBODY)
  async take(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { link }: { readonly link?: unknown } = Object(body);
    const isJson = request.headers['content-type']?.startsWith('application/json') ?? false;
    try {
      const access = await this.links.take(typeof link === 'string' ? link : '');
      if (isJson) return void (await reply.status(200).headers({ 'cache-control': 'no-store' }).send(access));
      this.cookies.setSession(reply, access.token, access.expiresAt.getTime() - Date.now());
      await reply.redirect('/ratings', SEE_OTHER);
    } catch (error) {
      if (isJson || !(error instanceof UseCaseError)) throw error;
      await reply.status(401).headers(HEADERS).send(uselessPage(error.message));
    }
  }
}

const welcomePage = (link: string): string =>
  plainPage(
    'Your ratings',
    `<p>You were asked for your view of how people lead. Before the first answer you read how it will be shown, and to whom.</p>
<form method="post" action="/rate">
<input type="hidden" name="link" value="${escaped(link)}">
<button type="submit" autofocus>Go to my ratings</button>
</form>`,
  );

const uselessPage = (reason: string): string =>
  plainPage('This link opens nothing', `<p>${escaped(reason)}</p>`);
