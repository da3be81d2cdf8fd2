// Readiness overview of the whole organization over HTTP, side by side with test/bench/bare-overview.mjs.
//   npm run bench [-- --executives 240] [--seconds 5] [--rounds 5]
import autocannon from 'autocannon';
import { execFile, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs, promisify } from 'node:util';

const { values } = parseArgs({
  options: {
    executives: { type: 'string', default: '240' },
    seconds: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '5' },
    connections: { type: 'string', default: '20' },
  },
});
const STRATEGIES = 12;
const OVERVIEW = `{ strategies(status: APPROVED) { title readiness {
  readyNow readySoon developing insufficientEvidence meanReadiness meanCoverage
  gaps(first: 5) { capability { code } belowRequired assessed meanGap priority }
} } }`;

const data = await mkdtemp(path.join(tmpdir(), 'alidade-bench-'));
const port = await freePort();
const env = {
  ...process.env,
  ALIDADE_DATA: data,
  PORT: String(port),
  LOG_LEVEL: 'error',
  // One token asks for all of it.
  RATE_LIMIT: '100000',
};
const log = (line) => process.stderr.write(`${line}\n`);

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

async function ask(token, query, variables = {}) {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  const { errors } = JSON.parse(text);
  if (errors) throw new Error(JSON.stringify(errors));
  return text;
}

/** The demo's statements, and as many more as make twelve, that need what the first one needs. */
async function makeTwelve(token) {
  const { data: before } = JSON.parse(
    await ask(
      token,
      '{ strategies(status: APPROVED) { requirements { capability { id } requiredLevel weight critical leadershipLevel { id } } } }',
    ),
  );
  const requirements = before.strategies[0].requirements.map(({ capability, leadershipLevel, ...need }) => ({
    ...need,
    capabilityId: capability.id,
    leadershipLevelId: leadershipLevel?.id ?? null,
  }));
  for (let n = before.strategies.length; n < STRATEGIES; n += 1) {
    const made = await ask(
      token,
      'mutation Create($input: CreateStrategyInput!) { createStrategy(input: $input) { id version } }',
      {
        input: {
          title: `Strategy ${n}`,
          narrative: 'For the benchmark',
          weight: 1,
          effectiveFrom: '2020-01-01',
        },
      },
    );
    const { id, version } = JSON.parse(made).data.createStrategy;
    const set = await ask(
      token,
      'mutation Set($input: SetRequirementsInput!) { setRequirements(input: $input) { version } }',
      { input: { strategyId: id, expectedVersion: version, requirements } },
    );
    const expectedVersion = JSON.parse(set).data.setRequirements.version;
    await ask(
      token,
      'mutation Approve($id: ID!, $expectedVersion: Int!) { approveStrategy(id: $id, expectedVersion: $expectedVersion) { id } }',
      { id, expectedVersion },
    );
  }
}

async function fire(url, options) {
  const { requests, latency, non2xx, errors } = await autocannon({
    url,
    method: 'POST',
    connections: Number(values.connections),
    duration: Number(values.seconds),
    ...options,
  });
  if (non2xx > 0 || errors > 0) throw new Error(`${url}: ${non2xx} refused, ${errors} failed`);
  return { perSecond: requests.average, p50: latency.p50, p99: latency.p99 };
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

const product = { process: undefined };
try {
  log(`Making ${values.executives} executives …`);
  await alidade('demo', '--executives', values.executives);
  product.process = spawn(process.execPath, ['bin/alidade.mjs', 'start'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const chunk of product.process.stdout) if (String(chunk).includes('Alidade is at')) break;
  const token = await alidade('token', '--person', 'martin.oberholzer@tarnholm.example');
  await makeTwelve(token);

  const [, organization] = /^ald_([\da-f]{32})_/.exec(token);
  const ORGANIZATION = organization.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const [, , , databasePort] = (await readFile(path.join(data, 'postgres/postmaster.pid'), 'utf8')).split(
    '\n',
  );
  const secret = await readFile(path.join(data, 'app-secret'), 'utf8');
  const DATABASE_URL = `postgres://alidade_app:${secret}@127.0.0.1:${databasePort}/alidade`;
  const DAY = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Zurich' }).format(new Date());
  const bare = fork('test/bench/bare-overview.mjs', { env: { ...env, DATABASE_URL, ORGANIZATION, DAY } });
  const [{ port: barePort }] = await once(bare, 'message');
  const bareUrl = `http://127.0.0.1:${barePort}/`;

  log('Waiting until the worker has worked the new strategies in …');
  const body = JSON.stringify({ query: OVERVIEW });
  let answer = '';
  for (let tries = 0; tries < 600; tries += 1) {
    answer = await ask(token, OVERVIEW);
    if (JSON.parse(answer).data.strategies.every(({ readiness }) => readiness?.readyNow > 0)) break;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const bareAnswer = await (await fetch(bareUrl, { method: 'POST', body })).text();
  log(
    answer === bareAnswer
      ? `Both answer the same ${answer.length} bytes.`
      : `They differ:\n${answer}\n${bareAnswer}`,
  );
  if (answer !== bareAnswer) process.exitCode = 1;

  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const rounds = [];
  for (let round = 0; round < Number(values.rounds); round += 1) {
    const ours = await fire(`http://127.0.0.1:${port}/graphql`, { headers, body });
    const theirs = await fire(bareUrl, { headers, body });
    rounds.push({ ours, theirs, ratio: ours.perSecond / theirs.perSecond });
    log(
      `round ${round + 1}: ${ours.perSecond} against ${theirs.perSecond} a second, p99 ${ours.p99} and ${theirs.p99} ms`,
    );
  }
  const of = (pick) => median(rounds.map(pick));
  console.log(
    JSON.stringify({
      executives: Number(values.executives),
      strategies: STRATEGIES,
      perSecond: of(({ ours }) => ours.perSecond),
      barePerSecond: of(({ theirs }) => theirs.perSecond),
      ratio: Number(of(({ ratio }) => ratio).toFixed(3)),
      p50: of(({ ours }) => ours.p50),
      p99: of(({ ours }) => ours.p99),
    }),
  );
  bare.disconnect();
} finally {
  if (product.process) {
    product.process.kill('SIGTERM');
    await once(product.process, 'exit');
  }
  await rm(data, { recursive: true, force: true });
}
