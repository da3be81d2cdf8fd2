#!/usr/bin/env node
// In a checkout, builds what the sources say has changed, quietly; then runs the command. An image has no sources and is built already.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const DIST = path.join(ROOT, 'dist');
const STAMP = path.join(DIST, 'stamp');
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

/** Of everything the build reads. */
function stampOfSources() {
  const sources = ['apps', 'libs'].flatMap((name) => filesUnder(path.join(ROOT, name)));
  const settings = ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'nest-cli.json'];
  const hash = createHash('sha256').update(process.version.split('.')[0]);
  for (const file of [...settings.map((name) => path.join(ROOT, name)), ...sources])
    if (!file.endsWith('.spec.ts')) hash.update(path.relative(ROOT, file)).update(readFileSync(file));
  return hash.digest('hex');
}

const isFresh = (stamp) => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp;

/** One build at a time: a second command waits for the first one's. */
function withLock(work) {
  for (;;) {
    try {
      mkdirSync(LOCK);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const age = Date.now() - (statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
      if (age > LOCK_IS_STALE_MS) rmSync(LOCK, { recursive: true, force: true });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
  try {
    work();
  } finally {
    rmSync(LOCK, { recursive: true, force: true });
  }
}

function buildWhenStale() {
  const stamp = stampOfSources();
  if (isFresh(stamp)) return;
  withLock(() => {
    if (isFresh(stamp)) return;
    if (process.stderr.isTTY || process.argv[2] === 'start') process.stderr.write('Building …\n');
    const nest = path.join(ROOT, 'node_modules/@nestjs/cli/bin/nest.js');
    const built = spawnSync(process.execPath, [nest, 'build', 'api'], { cwd: ROOT, encoding: 'utf8' });
    if (built.status !== 0) {
      process.stderr.write(`${built.stdout}${built.stderr}\nThe build failed.\n`);
      process.exit(1);
    }
    writeFileSync(STAMP, stamp);
  });
}

if (existsSync(path.join(ROOT, 'tsconfig.build.json'))) buildWhenStale();
if (process.argv[2] !== 'build') await import(pathToFileURL(path.join(DIST, 'apps/cli/src/main.js')).href);
