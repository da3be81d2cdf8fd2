// How long it takes to put levels, readiness and tallies right after a change, and how much memory that needs: the built
// rebuild on an embedded PostgreSQL in an empty data folder. `npm run bench:readiness [-- EXECUTIVES]`; 20,000 when not given.
import {
  createDataSource,
  inOrganization,
  OF_LONG_WORK,
  provision,
  ReadSession,
  registerOrganization,
} from '../../dist/libs/database/src/index.js';
import { startPostgres } from '../../dist/libs/embedded-postgres/src/index.js';
import { workInCauses } from '../../dist/apps/api/src/readiness/facts/work-in-causes.js';
import { readinessDifferences } from '../../dist/apps/api/src/readiness/facts/readiness-differences.js';
import { readinessChanges } from '../../dist/apps/api/src/readiness/comparison/comparison.queries.js';
import { outlookOf } from '../../dist/apps/api/src/readiness/outlook/outlook.queries.js';
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const EXECUTIVES = Number(process.argv[2] ?? 20_000);
const CAPABILITIES = 60;
const STRATEGIES = 12;
const ROUND_DAYS = ['2024-03-31', '2024-09-30', '2025-03-31', '2025-09-30', '2026-03-31', '2026-09-30'];

const LEVELS = ['Manager', 'Director', 'Vice President', 'President'];

const data = await mkdtemp(path.join(tmpdir(), 'alidade-bench-'));
const server = await startPostgres(path.join(data, 'postgres'));
const urls = await provision(server.url, 'bench', { owner: 'bench', app: 'bench' });
const owner = await createDataSource(urls.owner, 2, OF_LONG_WORK).initialize();
await owner.runMigrations();
const db = await createDataSource(urls.app, 4, OF_LONG_WORK).initialize();

/** Units of 40 three deep, each executive assessed in 10 capabilities in each round, 12 statements with 8 requirements each. */
async function organizationOf(name, executives) {
  const units = Math.ceil(executives / 40);
  const id = await registerOrganization(owner, { name, leadershipLevels: LEVELS }, async (_tx, own) => own);
  await inOrganization(owner, { organizationId: id }, async (tx) => {
    const run = (sql, ...more) => tx.query(sql, [id, ...more]);
    await run(
      `CREATE TEMPORARY TABLE u ON COMMIT DROP AS SELECT i, gen_random_uuid() AS id,
         CASE WHEN i < ${Math.ceil(units / 60)} THEN NULL WHEN i < ${Math.ceil(units / 6)} THEN i % ${Math.ceil(units / 60)} ELSE i % ${Math.ceil(units / 6)} END AS above FROM generate_series(0, ${units - 1}) AS i WHERE $1::uuid IS NOT NULL`,
    );
    await run(`INSERT INTO unit (organization_id, id, name) SELECT $1, id, 'Unit ' || i FROM u`);
    await run(
      `INSERT INTO unit_placement (organization_id, unit_id, parent_id) SELECT $1, u.id, p.id FROM u LEFT JOIN u AS p ON p.i = u.above`,
    );
    await run(
      `INSERT INTO unit_ancestor (organization_id, unit_id, ancestor_id, depth)
       WITH RECURSIVE chain AS (SELECT i, i AS up, 0 AS depth FROM u UNION ALL
         SELECT chain.i, u.above, depth + 1 FROM chain JOIN u ON u.i = chain.up WHERE u.above IS NOT NULL)
       SELECT $1, a.id, b.id, depth FROM chain JOIN u AS a ON a.i = chain.i JOIN u AS b ON b.i = chain.up`,
    );
    await run(
      `CREATE TEMPORARY TABLE e ON COMMIT DROP AS SELECT i, gen_random_uuid() AS id, gen_random_uuid() AS person_id
       FROM generate_series(0, $2::int - 1) AS i WHERE $1::uuid IS NOT NULL`,
      executives,
    );
    await run(`INSERT INTO person (organization_id, id) SELECT $1, person_id FROM e`);
    await run(`INSERT INTO executive (organization_id, id, person_id) SELECT $1, id, person_id FROM e`);
    await run(
      `INSERT INTO posting (organization_id, person_id, unit_id, leadership_level_id, valid_from)
       SELECT $1, e.person_id, u.id, level.id, date '2015-01-01' + (e.i * 7) % 3000
       FROM e JOIN u ON u.i = e.i % ${units}
       JOIN leadership_level AS level ON level.organization_id = $1 AND level.rank = 1 + (e.i / 3) % 4`,
    );
    await run(
      `WITH f AS (INSERT INTO framework (organization_id, identifier, title) VALUES ($1, 'bench', 'Bench') RETURNING id)
       INSERT INTO capability (organization_id, framework_id, code, name, definition, position)
       SELECT $1, f.id, 'c' || i, 'Capability ' || i, '', i FROM f, generate_series(0, ${CAPABILITIES - 1}) AS i`,
    );
    await run(
      `INSERT INTO level_evidence (organization_id, executive_id, capability_id, source, level, standard_error, evidence_on, rationale)
       SELECT $1, e.id, capability.id, 'MULTI_RATER', 1 + (e.i * 13 + k * 7 + r.n * 3) % 33 / 8.0, 0.3, r.day, 'bench'
       FROM e CROSS JOIN unnest($2::date[]) WITH ORDINALITY AS r (day, n) CROSS JOIN generate_series(0, 9) AS k
       JOIN capability ON capability.organization_id = $1 AND capability.position = k`,
      ROUND_DAYS,
    );
    await run(
      `INSERT INTO strategy (organization_id, kind, title, status) SELECT $1, 'STRATEGY', 'Strategy ' || i, 'APPROVED'
       FROM generate_series(1, ${STRATEGIES}) AS i`,
    );
    await run(
      `INSERT INTO strategy_version (organization_id, strategy_id, number, narrative, weight, valid_from, approved_at)
       SELECT $1, id, 1, '', 1, '2024-01-01', now() FROM strategy WHERE organization_id = $1`,
    );
    // Eight for all levels and eight that replace them for the highest, all in capabilities that somebody is assessed in.
    await run(
      `INSERT INTO requirement (organization_id, strategy_version_id, capability_id, leadership_level_id, required_level, weight, critical)
       SELECT $1, v.id, capability.id, level.id, 3 + k % 4 / 2.0, 1 + k % 3, k = 0
       FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM strategy_version WHERE organization_id = $1) AS v
       CROSS JOIN generate_series(0, 7) AS k
       JOIN capability ON capability.organization_id = $1 AND capability.position = (v.n + k) % 10
       CROSS JOIN (SELECT NULL::uuid AS id UNION ALL SELECT id FROM leadership_level WHERE organization_id = $1 AND rank = 4) AS level`,
    );
  });
  await owner.query('ANALYZE');
  return id;
}

const forgetPeak = () => writeFile('/proc/self/clear_refs', '5').catch(() => undefined);

/** Linux only: elsewhere the memory is not told. */
async function peak() {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  return kilobytes ? `${Math.round(Number(kilobytes) / 1024)} MB` : 'not known here';
}

/** Seconds of processor time that this process and the server have used, on Linux: what counts where others work, too. */
async function processorTime() {
  const { user, system } = process.cpuUsage();
  const [postmaster] = (await readFile(path.join(data, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
  let ticks = 0;
  for (const id of (await readdir('/proc').catch(() => [])).filter((entry) => /^\d+$/.test(entry))) {
    const stat = await readFile(`/proc/${id}/stat`, 'utf8').catch(() => '');
    const [, parent, ...numbers] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (parent === postmaster) ticks += Number(numbers[9]) + Number(numbers[10]);
  }
  return { here: (user + system) / 1e6, server: ticks / 100 };
}

async function measure(what, organizationId, cause) {
  const scope = { organizationId };
  await inOrganization(db, scope, (tx) =>
    tx.query(
      `INSERT INTO readiness_cause (organization_id, valid_from, executive_id, strategy_id, capability_id)
       VALUES ($1, '-infinity', $2, $3, $4)`,
      [organizationId, cause.executiveId ?? null, cause.strategyId ?? null, cause.capabilityId ?? null],
    ),
  );
  await forgetPeak();
  const before = await processorTime();
  const raw = new ReadSession(db, scope, 3_600_000);
  const began = performance.now();
  const worked = await inOrganization(db, scope, (tx) =>
    workInCauses(tx, raw, scope, new AbortController().signal),
  );
  const seconds = (performance.now() - began) / 1000;
  await raw.close();
  const { here, server: there } = await processorTime();
  const used = `${(here - before.here).toFixed(1)} s of processor here, ${(there - before.server).toFixed(1)} s in PostgreSQL`;
  console.log(`  ${what}: ${seconds.toFixed(1)} s (${used}), peak ${await peak()}`, worked);
}

const DESIGNER = {
  today: '2026-11-24',
  permissions: new Map([
    ['READINESS_VIEW', 'ORGANIZATION'],
    ['READINESS_VIEW_NAMED', 'ORGANIZATION'],
  ]),
};

/** What is summed over all people when it is asked for. */
async function measureViews(tx, organizationId, strategyId) {
  const viewer = { ...DESIGNER, organizationId, personId: null };
  const asked = { strategyId, population: null, from: '2026-03-31', to: '2026-10-31', day: '2026-10-31' };
  const views = {
    'what parts two days': readinessChanges,
    'what would help most, and who is just below ready': outlookOf,
  };
  for (const [what, view] of Object.entries(views)) {
    await forgetPeak();
    const began = performance.now();
    await view(tx, viewer, asked);
    console.log(`  ${what}: ${Math.round(performance.now() - began)} ms, peak ${await peak()}`);
  }
}

async function expectRight(organizationId) {
  const scope = { organizationId };
  for (const day of ['2025-12-15', '2026-05-01'])
    await inOrganization(db, scope, async (tx) => {
      for await (const difference of readinessDifferences(tx, scope, day))
        assert.fail(JSON.stringify(difference));
    });
}

try {
  for (const executives of [240, Math.ceil(EXECUTIVES / 10), EXECUTIVES]) {
    const id = await organizationOf(`bench-${executives}`, executives);
    console.log(`${executives} executives`);
    await measure('everything, at first', id, {});
    await owner.query('ANALYZE');
    await measure('everything again, nothing changed', id, {});
    const within = (work) => inOrganization(db, { organizationId: id }, work);
    const [{ id: strategyId }] = await within((tx) => tx.query(`SELECT id FROM strategy LIMIT 1`));
    await inOrganization(owner, { organizationId: id }, (tx) =>
      tx.query(
        `UPDATE requirement SET required_level = 4.75 WHERE organization_id = $1 AND leadership_level_id IS NULL AND critical
           AND strategy_version_id IN (SELECT id FROM strategy_version WHERE strategy_id = $2)`,
        [id, strategyId],
      ),
    );
    await measure('one requirement of one strategy', id, { strategyId });
    const [{ id: executiveId }] = await within((tx) => tx.query(`SELECT id FROM executive LIMIT 1`));
    const [{ capabilityId }] = await within((tx) =>
      tx.query(
        `INSERT INTO level_evidence (organization_id, executive_id, capability_id, source, level, evidence_on, rationale)
         SELECT $1, $2, capability_id, 'PANEL', 5, '2026-10-15', 'bench' FROM level_evidence WHERE executive_id = $2 LIMIT 1
         RETURNING capability_id AS "capabilityId"`,
        [id, executiveId],
      ),
    );
    await measure('one level of one executive', id, { executiveId, capabilityId });
    await within((tx) => measureViews(tx, id, strategyId));
    await expectRight(id);
  }
} finally {
  await db.destroy();
  await owner.destroy();
  await server.discard();
  await rm(data, { recursive: true, force: true });
}
