// How long the release of a round takes and how much memory it needs, and how fast a ratings file is taken in beside a
// bare COPY of the same rows: the built code on an embedded PostgreSQL in an empty data folder.
// `npm run bench:ratings [-- SUBJECTS]`; 20,000 when not given.
import {
  AssessmentRound,
  createDataSource,
  inOrganization,
  OF_LONG_WORK,
  provision,
  registerOrganization,
} from '../../dist/libs/database/src/index.js';
import { startPostgres } from '../../dist/libs/embedded-postgres/src/index.js';
import { FirstFaults } from '../../dist/apps/api/src/imports/fault-list.js';
import { RatingsImport } from '../../dist/apps/api/src/assessments/ratings/ratings.import.js';
import { releaseSubjects } from '../../dist/apps/api/src/assessments/release/release-subjects.js';
import assert from 'node:assert/strict';
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';

const SUBJECTS = Number(process.argv[2] ?? 20_000);
const CAPABILITIES = 20;
const GROUPS = ['SELF', 'MANAGER', 'PEER', 'PEER', 'PEER', 'DIRECT_REPORT', 'DIRECT_REPORT', 'DIRECT_REPORT'];

const data = await mkdtemp(path.join(tmpdir(), 'alidade-bench-'));
await chmod(data, 0o755);
const server = await startPostgres(path.join(data, 'postgres'));
const urls = await provision(server.url, 'bench', { owner: 'bench', app: 'bench' });
const owner = await createDataSource(urls.owner, 2, OF_LONG_WORK).initialize();
await owner.runMigrations();
const db = await createDataSource(urls.app, 2, OF_LONG_WORK).initialize();

/** An imported round that is open, with subjects whom a file can name by e0, e1 … and capabilities c0, c1 … */
async function roundOf(subjects) {
  const name = `bench-${subjects}-${Math.random()}`;
  const organizationId = await registerOrganization(owner, { name }, async (_tx, own) => own);
  const roundId = await inOrganization(owner, { organizationId }, async (tx) => {
    const run = (sql) => tx.query(sql, [organizationId]);
    await run(
      `INSERT INTO person (organization_id, external_id) SELECT $1, 'e' || i FROM generate_series(0, ${subjects - 1}) i`,
    );
    await run(
      `INSERT INTO executive (organization_id, person_id) SELECT $1, id FROM person WHERE organization_id = $1`,
    );
    await run(
      `INSERT INTO framework (organization_id, identifier, title, version) VALUES ($1, 'own', 'Capabilities', 1)`,
    );
    await run(`INSERT INTO capability (organization_id, framework_id, code, name, definition, position)
      SELECT $1, id, 'c' || i, 'Capability ' || i, '', i + 1 FROM framework, generate_series(0, ${CAPABILITIES - 1}) i WHERE organization_id = $1`);
    const [{ id }] =
      await run(`INSERT INTO assessment_round (organization_id, name, occasion, purpose, status, opens_on, closes_on, imported, policy_version, rater_secret)
      VALUES ($1, 'Round', 'BASELINE', 'READINESS', 'OPEN', '2026-03-01', '2026-03-31', true, 1, '\\x00') RETURNING id`);
    await run(`INSERT INTO round_capability (organization_id, round_id, capability_id, framework_version, position)
      SELECT $1, '${id}', id, 1, position FROM capability WHERE organization_id = $1`);
    await run(
      `INSERT INTO round_subject (organization_id, round_id, executive_id) SELECT $1, '${id}', id FROM executive WHERE organization_id = $1`,
    );
    return id;
  });
  await owner.query('ANALYZE');
  return { organizationId, roundId };
}

/** The rows of a ratings file: every rater answers for every capability, one in ten not observed, one in twenty with a comment. */
function* linesOf(subjects) {
  yield 'subject_external_id,rater,rater_group,capability_code,level,comment\n';
  let chance = 1;
  for (let subject = 0; subject < subjects; subject += 1) {
    let piece = '';
    for (const [rater, group] of GROUPS.entries())
      for (let capability = 0; capability < CAPABILITIES; capability += 1) {
        chance = (Math.imul(chance, 1_103_515_245) + 12_345) & 0x7fffffff;
        const level = chance % 10 === 0 ? 'NOT_OBSERVED' : 1 + ((chance >> 8) % 5);
        piece += `e${subject},r${rater},${group},c${capability},${level},${(chance >> 16) % 20 === 0 ? 'Could listen more before deciding.' : ''}\n`;
      }
    yield piece;
  }
}

/** Linux only. */
const forgetPeak = () => writeFile('/proc/self/clear_refs', '5').catch(() => undefined);
async function peak() {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  return kilobytes ? `${Math.round(Number(kilobytes) / 1024)} MB` : 'not known here';
}

/** @returns seconds */
async function timed(work) {
  globalThis.gc?.();
  await forgetPeak();
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

const rate = (rows, seconds) => Math.round(rows / seconds);

async function importBesideCopy({ organizationId, roundId }, subjects) {
  const rows = subjects * GROUPS.length * CAPABILITIES;
  const file = path.join(data, `${subjects}.csv`);
  await pipeline(Readable.from(linesOf(subjects)), createWriteStream(file));
  await chmod(file, 0o644);
  const admin = await createDataSource(
    Object.assign(new URL(server.url), { pathname: '/bench' }).toString(),
    1,
    OF_LONG_WORK,
  ).initialize();
  await admin.query(
    `CREATE TABLE bare (subject text, rater text, rater_group text, capability_code text, level text, comment text)`,
  );
  const copy = await timed(() => admin.query(`COPY bare FROM '${file}' WITH (FORMAT csv, HEADER)`));
  await admin.query('DROP TABLE bare');
  await admin.destroy();
  const readers = { register: () => undefined };
  const reader = new RatingsImport(readers);
  let counts;
  const own = await timed(() =>
    inOrganization(db, { organizationId }, async (tx) => {
      const faults = new FirstFaults();
      counts = await reader.read(createReadStream(file, { highWaterMark: 1 << 20 }), {
        tx,
        viewer: { organizationId, personId: organizationId, today: '2026-11-24', permissions: new Map() },
        parameters: { roundId },
        faults,
      });
      assert.equal(faults.count, 0);
    }),
  );
  assert.equal(counts.created, rows);
  console.log(
    `  import: ${rows} ratings in ${own.toFixed(1)} s, ${rate(rows, own)}/s, peak ${await peak()}; COPY alone ${copy.toFixed(1)} s, ${rate(rows, copy)}/s; ratio ${(copy / own).toFixed(2)} (goal 0.25)`,
  );
}

async function release({ organizationId, roundId }, subjects) {
  await owner.query('ANALYZE');
  const rows = subjects * GROUPS.length * CAPABILITIES;
  const seconds = await timed(() =>
    inOrganization(db, { organizationId }, async (tx) => {
      await tx.query(
        `UPDATE assessment_round SET status = 'RELEASING', evidence_on = closes_on WHERE organization_id = $1`,
        [organizationId],
      );
      const round = await tx.findOneByOrFail(AssessmentRound, { organizationId, id: roundId });
      assert.equal(await releaseSubjects(tx, round, new AbortController().signal), subjects);
    }),
  );
  console.log(
    `  release: ${rows} ratings in ${seconds.toFixed(1)} s, ${rate(rows, seconds)}/s (goal 100,000), peak ${await peak()}`,
  );
  return seconds / rows;
}

try {
  const costs = [];
  for (const subjects of [Math.ceil(SUBJECTS / 20), SUBJECTS]) {
    console.log(`${subjects} subjects, ${CAPABILITIES} capabilities, ${GROUPS.length} raters`);
    const round = await roundOf(subjects);
    await importBesideCopy(round, subjects);
    costs.push(await release(round, subjects));
  }
  console.log(
    `cost of a rating at ${SUBJECTS} subjects: ${(costs[1] / costs[0]).toFixed(2)} times that at a twentieth (goal 1.3)`,
  );
} finally {
  await db.destroy();
  await owner.destroy();
  await server.discard();
  await rm(data, { recursive: true, force: true });
}
