// How long it takes to take people in from a file, and how much memory the worker needs for it: the product as it is
// started, in an empty data folder, spoken to over HTTP. `npm run bench:import [-- PEOPLE]`; 20,000 when not given.
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const PEOPLE = Number(process.argv[2] ?? 20_000);
const EMAIL = 'admin@example.org';
const LEVELS = ['Manager', 'Director', 'Vice President', 'President'];
const data = await mkdtemp(path.join(tmpdir(), 'alidade-bench-'));
const port = await freePort();
const home = `http://127.0.0.1:${port}`;
const env = {
  ...process.env,
  ALIDADE_DATA: data,
  PORT: String(port),
  METRICS_PORT: '',
  LOG_LEVEL: 'warn',
  // With room to spare garbage is left lying about, and the peak says nothing about what is held.
  NODE_OPTIONS: '--max-old-space-size=128',
};

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: free } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return free;
}

async function alidade(...words) {
  const { stdout } = await promisify(execFile)(process.execPath, ['bin/alidade.mjs', ...words], { env });
  return stdout.trim();
}

async function start() {
  const product = spawn(process.execPath, ['bin/alidade.mjs', 'start'], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(product, 'exit');
  while ((await fetch(home).catch(() => null)) === null) await pause(50);
  return { product, ended };
}

/** A company six managers wide and as deep as it takes, in a tree of units three levels deep. */
function* fileOf(people) {
  yield 'external_id,name,email,title,unit,leadership_level,manager_external_id,function,location,time_zone,languages,gender,joined_on,unavailable\n';
  for (let i = 0; i < people; i += 1) {
    const unit = `Division ${i % 8} / Business ${i % 40} / Team ${i % 400}`;
    const manager = i === 0 ? '' : `E${Math.floor((i - 1) / 6)}`;
    const level = i % 5 === 0 ? LEVELS[(i / 5) % LEVELS.length] : '';
    const joined = `20${String(10 + (i % 15)).padStart(2, '0')}-0${1 + (i % 9)}-01`;
    yield `E${i},Person ${i},person${i}@example.org,Title ${i % 100},${unit},${level},${manager},Function ${i % 12},Site ${i % 30},Europe/Zurich,en;de,${i % 2 ? 'female' : 'male'},${joined},2026-07-0${1 + (i % 9)}/2026-07-20\n`;
  }
}

async function ask(token, query, variables) {
  const response = await fetch(`${home}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data: answer, errors } = await response.json();
  assert.equal(errors, undefined, JSON.stringify(errors));
  return answer;
}

/** @returns what became of it, and the seconds from the first byte sent to the end of the import */
async function take(token, people) {
  const body = [...fileOf(people)].join('');
  const began = performance.now();
  const response = await fetch(`${home}/imports/people`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv', authorization: `Bearer ${token}` },
    body,
  });
  const { importId: id } = await response.json();
  for (;;) {
    const query = 'query ($id: ID!) { importJob(id: $id) { status created updated unchanged faultCount } }';
    const { importJob } = await ask(token, query, { id });
    if (importJob.status !== 'QUEUED' && importJob.status !== 'RUNNING')
      return { ...importJob, seconds: (performance.now() - began) / 1000 };
    await pause(50);
  }
}

/** Linux only: elsewhere the memory is not told. */
async function workerOf({ pid }) {
  for (const id of (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name))) {
    const command = await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '');
    const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
    if (command.includes('worker.js') && status.includes(`PPid:\t${pid}\n`)) return id;
  }
  return null;
}

const forgetPeak = (worker) => worker && writeFile(`/proc/${worker}/clear_refs`, '5').catch(() => undefined);

async function peakOf(worker) {
  const status = worker ? await readFile(`/proc/${worker}/status`, 'utf8') : '';
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  return kilobytes ? `${Math.round(Number(kilobytes) / 1024)} MB` : 'not known here';
}

async function measure(worker, name, token, people) {
  await forgetPeak(worker);
  const { seconds, ...became } = await take(token, people);
  console.log(
    `${name}: ${people} people in ${seconds.toFixed(1)} s, peak of the worker ${await peakOf(worker)}`,
    became,
  );
  assert.equal(became.status, 'SUCCEEDED');
}

const { product, ended } = await start();
try {
  const worker = await workerOf(product);
  for (const [name, people] of [
    ['small', Math.ceil(PEOPLE / 20)],
    ['whole', PEOPLE],
  ]) {
    await alidade('organization', 'create', name, '--admin', EMAIL, '--levels', LEVELS.join(', '));
    const token = await alidade('token', '--person', EMAIL, '--organization', name);
    await measure(worker, 'first', token, people);
    await measure(worker, 'again', token, people);
  }
} finally {
  product.kill('SIGINT');
  await ended;
  await rm(data, { recursive: true, force: true });
}
