import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import autocannon from 'autocannon';
import { request as send } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { Program } from '../support/program.js';

const MEGABYTE = 1024 * 1024;
const GOOD = '{ viewer { person { id } } }';

interface Answer {
  readonly status: number | undefined;
  readonly body: any;
}

const graphql = (token: string) => ({
  method: 'POST' as const,
  body: JSON.stringify({ query: GOOD }),
  headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
});

async function read(response: IncomingMessage): Promise<Answer> {
  let text = '';
  for await (const chunk of response) text += String(chunk);
  return { status: response.statusCode, body: JSON.parse(text) };
}

describe('what is sent', () => {
  let program: Program;
  let token: string;
  let home: string;
  beforeAll(async () => {
    program = await Program.start();
    token = await (await program.organization()).designer();
    await program.app.listen(0, '127.0.0.1');
    home = await program.app.getUrl();
  });
  afterAll(() => program[Symbol.asyncDispose]());

  /** Sends so many megabytes without waiting for an answer. @returns the answer, and how many were taken off our hands */
  function upload(path: string, megabytes: number, headers: Record<string, string | number>) {
    return new Promise<Answer & { readonly sent: number }>((resolve, reject) => {
      let sent = 0;
      const call = send(home + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
      });
      call.on('error', reject);
      call.on(
        'response',
        (response) => void read(response).then((answer) => resolve({ ...answer, sent }), reject),
      );
      const chunk = Buffer.alloc(MEGABYTE, ' ');
      const next = (): void => {
        for (; sent < megabytes; sent += 1) if (!call.write(chunk)) return void (sent += 1);
        call.end();
      };
      call.on('drain', next);
      next();
    });
  }

  it.each([
    ['announced', { 'content-length': 200 * MEGABYTE }],
    ['in pieces', { 'transfer-encoding': 'chunked' }],
  ])(
    'is at most one megabyte: 200 MB, %s, are answered early and in the form of GraphQL',
    async (_how, headers) => {
      const before = process.memoryUsage().rss;
      const { status, body, sent } = await upload('/graphql', 200, headers);
      expect(status).toBe(413);
      expect(body.data).toBeUndefined();
      expect(body.errors).toEqual([
        {
          message: expect.stringMatching(/larger than 1 MB/),
          extensions: { code: 'INVALID_INPUT', fields: [] },
        },
      ]);
      expect(sent).toBeLessThan(50);
      expect(process.memoryUsage().rss - before).toBeLessThan(150 * MEGABYTE);
    },
  );

  it('is at most one megabyte elsewhere too', async () => {
    const { status, body } = await upload('/auth/sign-out', 3, { 'content-length': 3 * MEGABYTE });
    expect(status).toBe(413);
    expect(body).toEqual({ code: 'INVALID_INPUT', message: expect.stringMatching(/larger than 1 MB/) });
  });

  it('leaves nobody waiting: a client that goes on sending is cut off', async () => {
    const call = send(`${home}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': 200 * MEGABYTE },
    });
    const started = Date.now();
    const ended = new Promise((resolve) => call.on('close', resolve));
    call.on('error', () => undefined);
    call.write('{');
    const trickle = setInterval(() => call.write(' '), 200);
    await ended;
    clearInterval(trickle);
    expect(Date.now() - started).toBeLessThan(15_000);
  }, 20_000);

  it.each([
    ['a body that is no JSON', '{"query": ', 'application/json', /not valid JSON/],
    ['an empty body', '', 'application/json', /body/],
    ['another kind of content', 'query=x', 'text/plain', /application\/json/],
  ])('gets a sentence that helps for %s', async (_what, body, type, sentence) => {
    const response = await fetch(`${home}/graphql`, {
      method: 'POST',
      body,
      headers: { 'content-type': type },
    });
    const { errors }: any = await response.json();
    expect(response.status).toBe(400);
    expect(errors[0].message).toMatch(sentence);
    expect(errors[0].extensions.code).toBe('INVALID_INPUT');
  });

  it.each([
    ['30 deep', `${'{ x '.repeat(30)}${'}'.repeat(30)}`, /30 levels; at most 10/],
    [
      '50 aliases',
      `{ ${Array.from({ length: 50 }, (_, i) => `a${i}: __typename`).join(' ')} }`,
      /50 aliases; at most 15/,
    ],
  ])('gets a sentence that helps for a query %s', async (_what, query, sentence) => {
    const response = await fetch(`${home}/graphql`, {
      method: 'POST',
      body: JSON.stringify({ query }),
      headers: { 'content-type': 'application/json' },
    });
    const { errors }: any = await response.json();
    expect(errors.map((error: any) => error.message).join()).toMatch(sentence);
    expect(new Set(errors.map((error: any) => error.extensions.code))).toEqual(new Set(['INVALID_INPUT']));
  });

  it('comes back with headers that keep a browser from harm', async () => {
    for (const path of ['/graphql', '/health/live', '/nothing']) {
      // oxlint-disable-next-line no-await-in-loop
      const { headers } = await fetch(home + path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toBe("frame-ancestors 'none'");
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('strict-transport-security')).toBeNull();
    }
  });

  it('comes back with HSTS where browsers come over TLS', async () => {
    await using secure = await Program.start({ environment: { PUBLIC_URL: 'https://alidade.example' } });
    await secure.app.listen(0, '127.0.0.1');
    const { headers } = await fetch(`${await secure.app.getUrl()}/health/live`);
    expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/);
  });
});

describe('how often it is sent', () => {
  let program: Program;
  let home: string;
  beforeAll(async () => {
    program = await Program.start({ environment: { RATE_LIMIT: '50' } });
    await program.app.listen(0, '127.0.0.1');
    home = await program.app.getUrl();
  });
  afterAll(() => program[Symbol.asyncDispose]());

  /** @returns how many were answered 429 */
  async function limitedOf(amount: number, path: string, options: Partial<autocannon.Options> = {}) {
    const { statusCodeStats } = await autocannon({ url: home + path, amount, connections: 10, ...options });
    return (statusCodeStats as Record<string, { count: number }>)['429']?.count ?? 0;
  }

  it('is not limited for whoever keeps to the rate, and beyond it is in the form of GraphQL', async () => {
    const org = await program.organization();
    const [known, fresh] = [await org.designer(), await org.designer()];
    expect(await limitedOf(500, '/graphql', graphql(known))).toBe(0);
    let refused = await fetch(`${home}/graphql`, graphql(fresh));
    // A slow machine does not reach the limit within the first windows.
    for (let flood = 0; flood < 5 && refused.status !== 429; flood += 1) {
      // oxlint-disable-next-line no-await-in-loop
      await limitedOf(700, '/graphql');
      // oxlint-disable-next-line no-await-in-loop
      refused = await fetch(`${home}/graphql`, graphql(await org.designer()));
    }
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toEqual({
      errors: [{ message: expect.stringMatching(/Try again in/), extensions: { code: 'RATE_LIMITED' } }],
    });
    expect((await fetch(`${home}/graphql`, graphql(known))).status).toBe(200);
  }, 90_000);

  it('is limited more strictly where people sign in, and never for whoever looks after the process', async () => {
    expect(await limitedOf(120, '/auth/callback')).toBe(20);
    expect(await (await fetch(`${home}/auth/callback`)).json()).toEqual({
      code: 'RATE_LIMITED',
      message: expect.stringMatching(/Try again in/),
    });
    expect(await limitedOf(700, '/health/live')).toBe(0);
  }, 30_000);
});
