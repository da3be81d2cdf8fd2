import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { enqueueJob } from '@alidade/database';
import { serveMetrics } from '../../apps/api/src/platform/metrics-server.js';
import { Metrics } from '../../apps/api/src/platform/metrics.js';
import { CollectedLog } from '../support/collected-log.js';
import { Detour } from '../support/detour.js';
import { Program } from '../support/program.js';

describe('what Prometheus is told', () => {
  const { log } = new CollectedLog();
  let detour: Detour;
  let program: Program;
  let metrics: Awaited<ReturnType<typeof serveMetrics>>;
  beforeAll(async () => {
    detour = await Detour.to(process.env['TEST_DATABASE_URL'] ?? '');
    program = await Program.start({ detour: (url) => detour.urlOf(url) }, log);
    const { registry } = program.app.get(Metrics);
    metrics = await serveMetrics(registry, { host: '127.0.0.1', port: 0 }, log);
  });
  afterAll(async () => {
    await metrics.close();
    await program[Symbol.asyncDispose]();
    await detour[Symbol.asyncDispose]();
  });

  const scrape = async (): Promise<string> =>
    (await fetch(`http://127.0.0.1:${metrics.port}/metrics`)).text();

  it('is how long requests take, by route and status, and operations, by first field and code', async () => {
    const org = await program.organization();
    const token = await org.designer();
    await program.as(token, 'query Ana { renamed: viewer { permissions } }');
    await program.as(token, '{ executive(id: "nobody") { id } }');
    await program.as(token, '{ nothing }');
    await fetch(`${await address()}/auth/callback?code=secret`);
    await fetch(`${await address()}/nothing/ana@example.org`);
    const text = await scrape();
    for (const line of [
      'alidade_http_request_duration_seconds_count{method="POST",route="/graphql",status="200"} 3',
      'alidade_http_request_duration_seconds_count{method="GET",route="/auth/callback",status="401"} 1',
      'alidade_http_request_duration_seconds_count{method="GET",route="none",status="404"} 1',
      'alidade_graphql_operation_duration_seconds_count{type="query",field="viewer",code="OK"} 1',
      'alidade_graphql_operation_duration_seconds_count{type="query",field="executive",code="NOT_FOUND"} 1',
    ])
      expect(text).toContain(line);
    expect(text).not.toMatch(/ana|secret|renamed|nobody|nothing/i);
  });

  it('is how the process and its pool are', async () => {
    const runner = program.db.createQueryRunner();
    await runner.connect();
    const text = await scrape();
    await runner.release();
    expect(text).toContain('process_resident_memory_bytes');
    expect(text).toContain('nodejs_eventloop_lag_seconds');
    expect(Number(/alidade_database_connections\{state="in_use"\} (\d+)/.exec(text)?.[1])).toBeGreaterThan(0);
    expect(text).toContain('alidade_database_connections{state="waiting"} 0');
  });

  it('is how many jobs are queued and running, as they are when it asks', async () => {
    expect(await scrape()).not.toMatch(/alidade_jobs\{/);
    const org = await program.organization();
    const enqueue = (key: string) =>
      org.within((tx) => enqueueJob(tx, org.organizationId, { kind: 'TRY', key, personId: null }));
    await enqueue('a');
    await enqueue('b');
    const text = await scrape();
    expect(text).toContain('alidade_jobs{kind="TRY",status="QUEUED"} 2');
    expect(text).toMatch(/alidade_jobs_oldest_seconds\{kind="TRY",status="QUEUED"\} \d/);
    await org.within((tx) => tx.query('DELETE FROM job WHERE organization_id = $1', [org.organizationId]));
    expect(await scrape()).not.toMatch(/alidade_jobs\{/);
  });

  it('comes within two seconds without the database too', async () => {
    detour.hang();
    const started = Date.now();
    const text = await scrape();
    expect(Date.now() - started).toBeLessThan(2000);
    expect(text).toContain('process_resident_memory_bytes');
    await detour.recover();
  });

  it('is at one address only', async () => {
    expect((await fetch(`http://127.0.0.1:${metrics.port}/`)).status).toBe(404);
    expect((await fetch(`${await address()}/metrics`)).status).toBe(404);
  });

  async function address(): Promise<string> {
    if (!program.app.getHttpServer().listening) await program.app.listen(0, '127.0.0.1');
    return program.app.getUrl();
  }
});
