import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
const CRUISER = path.join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

/** A file, what it imports, and the rule that must not let it. */
const PLANTED: readonly (readonly [rule: string, from: string, imports: string])[] = [
  ['pure-libs-stay-pure', 'libs/readiness/src/level.ts', '../../database/src/index.js'],
  ['domain-libs-use-only-statistics', 'libs/gains/src/report.ts', '../../readiness/src/index.js'],
  ['statistics-access-and-errors-stand-alone', 'libs/statistics/src/mean.ts', '../../errors/src/index.js'],
  ['libs-know-no-app', 'libs/database/src/job.ts', '../../../apps/api/src/jobs/runner.js'],
  [
    'libs-are-entered-by-the-door',
    'apps/api/src/gains/gains.service.ts',
    '../../../../libs/gains/src/report.js',
  ],
  ['apps-do-not-know-each-other', 'apps/cli/src/token.ts', '../../api/src/jobs/runner.js'],
  ['platform-knows-no-feature', 'apps/api/src/platform/limits.ts', '../directory/directory.service.js'],
  ['services-know-no-graphql', 'apps/api/src/directory/directory.service.ts', '@nestjs/graphql'],
  ['only-the-app-module-knows-resolvers', 'apps/api/src/goals/goals.module.ts', './goals.resolver.js'],
  ['no-cycles', 'apps/api/src/jobs/runner-of-runners.ts', './runner.js'],
];

describe('the boundaries', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'alidade-boundaries-'));
    const write = async (file: string, text: string) => {
      await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
      await writeFile(path.join(folder, file), text);
    };
    await symlink(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
    await write('package.json', JSON.stringify({ dependencies: { '@nestjs/graphql': '*' } }));
    await write('tsconfig.json', '{ "compilerOptions": { "module": "nodenext" } }');
    for (const lib of ['database', 'errors', 'readiness', 'gains', 'statistics'])
      // oxlint-disable-next-line no-await-in-loop
      await write(`libs/${lib}/src/index.ts`, 'export const one = 1;\n');
    await write('apps/api/src/goals/goals.resolver.ts', 'export const one = 1;\n');
    await write('apps/api/src/jobs/runner.ts', `export * from './runner-of-runners.js';\n`);
    for (const [, file, imported] of PLANTED)
      // oxlint-disable-next-line no-await-in-loop
      await write(file, `import * as planted from '${imported}';\nexport const two = planted;\n`);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('let nothing planted against them pass', async () => {
    const rules = path.join(ROOT, '.dependency-cruiser.cjs');
    const report = await new Promise<string>((resolve) => {
      const words = [CRUISER, 'apps', 'libs', '--config', rules, '--output-type', 'json'];
      execFile(process.execPath, words, { cwd: folder, maxBuffer: 64 * 1024 * 1024 }, (_error, out) =>
        resolve(out),
      );
    });
    const { summary } = JSON.parse(report);
    const found = summary.violations.map(({ rule, from }: any) => `${rule.name} ${from}`);
    for (const [rule, file] of PLANTED) expect(found).toContain(`${rule} ${file}`);
  });
});
