#!/usr/bin/env node
// In a checkout, builds what the sources say has changed, quietly; then runs the command. An image has no sources and is built already.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const DIST = path.join(ROOT, 'dist');
const LOCK = path.join(ROOT, 'dist.lock');
const LOCK_IS_STALE_MS = 120_000;

function filesUnder(directory) {
  return readdirSync(directory, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = path.join(directory, entry.name);
      return entry.isDirectory() ? filesUnder(file) : [file];
    });
}

const SHARED = ['package-lock.json', 'tsconfig.json', 'libs/access'];
/** Each is built when something has changed that it reads. */
const PARTS = [
  {
    stamp: path.join(DIST, 'stamp'),
    sources: [...SHARED, 'tsconfig.build.json', 'nest-cli.json', 'libs', 'apps/api', 'apps/cli'],
    command: ['node_modules/@nestjs/cli/bin/nest.js', 'build', 'api'],
  },
  {
    stamp: path.join(DIST, 'console-stamp'),
    sources: [...SHARED, 'apps/console'],
    command: ['apps/console/build.mjs'],
  },
];

function stampOf(sources) {
  const hash = createHash('sha256').update(process.version.split('.')[0]);
  for (const source of sources.map((name) => path.join(ROOT, name)))
    for (const file of statSync(source).isDirectory() ? filesUnder(source) : [source])
      if (!file.endsWith('.spec.ts')) hash.update(path.relative(ROOT, file)).update(readFileSync(file));
  return hash.digest('hex');
}

/** Those to build, with the stamp that they will have. */
const stale = () =>
  PARTS.map((part) => ({ ...part, current: stampOf(part.sources) })).filter(
    ({ stamp, current }) => !existsSync(stamp) || readFileSync(stamp, 'utf8') !== current,
  );

/** One build at a time: a second command waits for the first one's. */
async function withLock(work) {
  for (;;) {
    try {
      mkdirSync(LOCK);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const age = Date.now() - (statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
      if (age > LOCK_IS_STALE_MS) rmSync(LOCK, { recursive: true, force: true });
      await pause(200);
    }
  }
  try {
    await work();
  } finally {
    rmSync(LOCK, { recursive: true, force: true });
  }
}

async function build({ command, stamp, current }) {
  const child = spawn(process.execPath, command, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  const [said, complained, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  if (status !== 0) throw new Error(`${said}${complained}`);
  writeFileSync(stamp, current);
}

async function buildWhenStale() {
  if (stale().length === 0) return;
  await withLock(async () => {
    const parts = stale();
    if (parts.length > 0 && (process.stderr.isTTY || process.argv[2] === 'start'))
      process.stderr.write('Building …\n');
    mkdirSync(DIST, { recursive: true });
    const built = await Promise.allSettled(parts.map(build));
    const faults = built.filter(({ status }) => status === 'rejected').map(({ reason }) => reason.message);
    if (faults.length === 0) return;
    process.stderr.write(`${faults.join('\n')}\nThe build failed.\n`);
    process.exitCode = 1;
  });
}

if (existsSync(path.join(ROOT, 'tsconfig.build.json'))) await buildWhenStale();
if (process.argv[2] !== 'build' && process.exitCode === undefined)
  await import(pathToFileURL(path.join(DIST, 'apps/cli/src/main.js')).href);
