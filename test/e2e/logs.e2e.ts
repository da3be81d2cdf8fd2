import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Browser } from '../support/browser.js';
import { CollectedLog } from '../support/collected-log.js';
import { freePort } from '../support/free-port.js';
import { Program } from '../support/program.js';
import type { TestOrganization } from '../support/organization.js';

const LEVELS = 'query Levels { organization { leadershipLevels { id } } }';
const idOf = (response: Response) => response.headers.get('x-correlation-id');

describe('the log', () => {
  const collected = new CollectedLog();
  let program: Program;
  let org: TestOrganization;
  let token: string;
  let home: string;
  beforeAll(async () => {
    const port = await freePort();
    program = await Program.start({ port }, collected.log);
    await program.app.listen(port, '127.0.0.1');
    home = `http://127.0.0.1:${port}`;
    org = await program.organization('Duarte Industries');
    token = await org.administrator();
  });
  afterAll(() => program[Symbol.asyncDispose]());

  const graphql = (query: string, more: { headers?: object; variables?: object } = {}) =>
    fetch(`${home}/graphql`, {
      method: 'POST',
      body: JSON.stringify({ query, variables: more.variables }),
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...more.headers },
    });
  const ended = (correlationId: string | null) =>
    collected.named('request').filter((line) => line['correlationId'] === correlationId);

  /** While a table is away, reading it is an accident. */
  async function withoutLevels<T>(work: () => Promise<T>): Promise<T> {
    await program.owner.query('ALTER TABLE leadership_level RENAME TO elsewhere');
    try {
      return await work();
    } finally {
      await program.owner.query('ALTER TABLE elsewhere RENAME TO leadership_level');
    }
  }

  it('has one line per request, which says what was asked and how it went', async () => {
    const response = await graphql(LEVELS);
    const { pid: _pid, time, ms, ...line } = ended(idOf(response))[0] ?? {};
    expect(ended(idOf(response))).toHaveLength(1);
    expect(line).toEqual({
      level: 'info',
      msg: 'request',
      method: 'POST',
      route: '/graphql',
      status: 200,
      correlationId: idOf(response),
      organizationId: org.organizationId,
      operationName: 'Levels',
    });
    expect(ms).toBeGreaterThan(0);
    expect(Date.parse(time)).toBeLessThanOrEqual(Date.now());
  });

  it.each([
    ['an answer', () => graphql(LEVELS)],
    ['a refused document', () => graphql('{ nothing }')],
    ['a body that is too large', () => graphql(`{ a } #${'x'.repeat(1024 * 1024)}`)],
    ['an address where nothing is', () => fetch(`${home}/nothing`)],
    ['a way that is forbidden', () => fetch(`${home}/auth/callback?code=x`)],
    ['the local identity provider', () => fetch(`${home}/local-identity/.well-known/openid-configuration`)],
  ])('can be found by the correlation id of %s', async (_what, send) => {
    const response = await send();
    await response.text();
    expect(idOf(response)).toMatch(/^[\da-f-]{36}$/);
    expect(ended(idOf(response))).toHaveLength(1);
  });

  it('takes the correlation id of the request when it can do no harm', async () => {
    for (const [own, answered] of [
      ['order-17.a_b', /^order-17\.a_b$/],
      ['ana@example.org', /^[\da-f-]{36}$/],
      ['x'.repeat(129), /^[\da-f-]{36}$/],
    ] as const)
      // oxlint-disable-next-line no-await-in-loop
      expect(idOf(await graphql(LEVELS, { headers: { 'x-correlation-id': own } }))).toMatch(answered);
  });

  it('has the cause of what the client is only told the correlation id of', async () => {
    const response = await withoutLevels(() => graphql(LEVELS));
    const { errors }: any = await response.json();
    expect(errors[0].extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', correlationId: idOf(response) });
    expect(JSON.stringify(errors)).not.toContain('leadership_level');
    const causes = collected.named('accident').filter((line) => line['correlationId'] === idOf(response));
    expect(causes).toHaveLength(1);
    expect(causes[0]).toMatchObject({
      level: 'error',
      err: { type: 'QueryFailedError', code: '42P01', message: expect.stringContaining('leadership_level') },
    });
    expect(causes[0]?.['err'].stack[0]).toMatch(/^at /);
  });

  it('has nothing about people, whatever they send and whatever goes wrong', async () => {
    const planted = {
      name: 'Ottoline Quellmalz',
      mail: 'ottoline.quellmalz@example.org',
      variable: 'Zwetschgenkuchen',
      secret: 'ald_00000000000000000000000000000000_Streuselkuchenstreuselkuchenstreuselkuchen'.slice(0, 80),
    };
    const { token: own } = await org.executive(planted.name);
    const ask = async (query: string, variables: object = {}) => {
      for (const authorization of [`Bearer ${own}`, `Bearer ${planted.secret}`, `Bearer ${planted.mail}`])
        // oxlint-disable-next-line no-await-in-loop
        await (await graphql(query, { variables, headers: { authorization } })).text();
    };
    await ask('{ viewer { person { name } } }');
    await ask(`{ executives(search: "${planted.variable}") { totalCount } }`);
    await ask('query ($a: String) { executives(after: $a) { totalCount edges { cursor } } }', {
      a: planted.variable,
    });
    await ask('query ($a: Int) { executives(first: $a) { totalCount } }', { a: planted.variable });
    await ask('query ($id: ID!) { executive(id: $id) { id } }', { id: planted.variable });
    await ask(`{ ${planted.variable} }`);
    await ask(`{ "${planted.name}`);
    await withoutLevels(() => ask(LEVELS, { a: planted.name }));
    const cursor = Buffer.from(JSON.stringify([planted.name, planted.variable])).toString('base64url');
    await ask(`{ executives(after: "${cursor}") { edges { cursor } } }`);
    const browser = new Browser(home);
    const form = await browser.open('/auth/sign-in?organization=duarte-industries');
    await browser.submit(form, { email: planted.mail });
    const cookie = browser.cookie('alidade') ?? '';
    expect(cookie).toMatch(/^als_/);
    await browser.open('/auth/sign-out', { method: 'POST' });
    for (const path of [
      `/auth/callback?code=${planted.variable}&state=${planted.secret}`,
      `/${encodeURIComponent(planted.mail)}/${planted.variable}`,
      `/auth/sign-in?organization=${encodeURIComponent(planted.name)}`,
    ])
      // oxlint-disable-next-line no-await-in-loop
      await fetch(home + path, { headers: { cookie: `alidade=${planted.secret}`, referer: planted.mail } });
    await fetch(`${home}/graphql`, {
      method: 'POST',
      body: `{"query": "${planted.name}`,
      headers: { 'content-type': 'application/json' },
    });

    expect(collected.named('request').length).toBeGreaterThan(30);
    expect(collected.named('accident').length).toBeGreaterThan(0);
    const secrets = [
      ...Object.values(planted),
      'Ottoline',
      'Quellmalz',
      own,
      cookie,
      cookie.slice(37),
      '127.0.0.1',
    ];
    expect(secrets.filter((text) => collected.text.includes(text))).toEqual([]);
  });
});
