// Starts the product as a newcomer does, in an empty data folder, asks it the main question over HTTP and checks the answer.
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const LATER_START_WITHIN_MS = 5000;
const data = await mkdtemp(path.join(tmpdir(), 'alidade-smoke-'));
const port = await freePort();
const env = { ...process.env, ALIDADE_DATA: data, PORT: String(port) };
let passed = 0;

async function check(name, work) {
  await work();
  passed += 1;
  console.log(`ok: ${name}`);
}

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

/** Resolves when it has printed where to look; `ended` resolves with its exit code. */
async function start() {
  const npm = spawn('npm', ['start'], { env, stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  const ended = once(npm, 'exit').then(([code]) => code);
  let printed = '';
  for await (const chunk of npm.stdout) {
    printed += chunk;
    if (printed.includes(`Alidade is at http://127.0.0.1:${port}`)) break;
  }
  const running = () => npm.exitCode === null && npm.signalCode === null;
  return { printed, ended, running, interrupt: () => process.kill(-Number(npm.pid), 'SIGINT') };
}

async function ask(token, query) {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  });
  const { data: answer, errors } = await response.json();
  assert.equal(errors, undefined, JSON.stringify(errors));
  return answer;
}

/** The shell of README.md between two of its headings, as a reader pastes it. */
async function pasted(heading) {
  const text = await readFile('README.md', 'utf8');
  const [, section = ''] = text.split(`## ${heading}\n`);
  const blocks = section.split('\n## ')[0].matchAll(/```sh\n([\s\S]*?)```/g);
  const script = ['set -e', ...[...blocks].map(([, block]) => block)].join('\n');
  const { stdout } = await promisify(execFile)('bash', ['-c', script], { env, maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}

/** Answers printed one after the other. */
const answersIn = (text) => text.split(/^(?=\{$)/m).map((answer) => JSON.parse(answer));

const QUESTION = `{
  strategies(status: APPROVED) {
    title requirements { capability { code } requiredLevel }
    readiness { readyNow readyShare meanReadiness gaps { capability { code } priority } }
  }
  executives(first: 5) { totalCount edges { node { person { name } unit { name } leadershipLevel { name } } } }
}`;

/** @returns milliseconds from the command to the first answer */
async function laterStart(token) {
  const began = Date.now();
  product = await start();
  const { executives } = await ask(token, QUESTION);
  const took = Date.now() - began;
  assert.ok(executives.totalCount > 0);
  product.interrupt();
  assert.equal(await product.ended, 0);
  return took;
}

let product;
try {
  product = await start();
  let token = '';
  await check('the first start prints where to look and who can sign in', () => {
    assert.match(product.printed, /sign in at http\S+\/auth\/sign-in\?organization=/);
    assert.match(product.printed, /@/);
  });
  await check('a command works beside it', async () => {
    const [, email] = /^ {2}(\S+@\S+) /m.exec(product.printed);
    token = await alidade('token', '--person', email);
    assert.match(token, /^ald_/);
  });
  await check('it answers the main question', async () => {
    const { strategies, executives } = await ask(token, QUESTION);
    assert.ok(strategies.length > 0 && strategies.every(({ requirements }) => requirements.length > 0));
    assert.ok(executives.totalCount > 0);
    const [first] = strategies;
    assert.ok(first.readiness.readyNow > 0 && first.readiness.readyShare < 1);
    assert.ok(first.readiness.gaps.length > 0);
  });
  await check('the ten requests of the README work as pasted', async () => {
    const answers = answersIn(await pasted('The chain in ten requests'));
    assert.equal(answers.length, 10);
    for (const { data: answer, errors } of answers) {
      assert.equal(errors, undefined, JSON.stringify(errors));
      for (const part of Object.values(answer)) assert.ok(part !== null && (part.length ?? 1) > 0);
    }
  });
  await check('what it keeps of readiness is what the history makes of it', async () => {
    assert.match(await alidade('verify', 'readiness', '--days', '3'), /right on 3 days/);
  });
  await check('Ctrl-C stops all of it cleanly', async () => {
    product.interrupt();
    assert.equal(await product.ended, 0);
    await assert.rejects(fetch(`http://127.0.0.1:${port}/health/live`));
  });
  await check(`a later start keeps the data and answers within ${LATER_START_WITHIN_MS} ms`, async () => {
    // Of two tries: the machine may have been busy with something else.
    const took = [await laterStart(token), await laterStart(token)];
    console.log(`   first answers after ${took.join(' and ')} ms`);
    assert.ok(Math.min(...took) <= LATER_START_WITHIN_MS);
  });
  await check('the migrations go all the way down and up again', async () => {
    for (let stands = ''; !stands.includes('empty');) stands = await alidade('migrate', '--down');
    assert.match(await alidade('migrate'), /stands at/);
  });
  console.log(`${passed} passed, 0 failed`);
} finally {
  // After a failure it still runs.
  if (product?.running()) {
    product.interrupt();
    await product.ended;
  }
  await rm(data, { recursive: true, force: true });
}
