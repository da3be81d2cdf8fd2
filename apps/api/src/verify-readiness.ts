import 'reflect-metadata';
import { createDataSource, OF_LONG_WORK } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { parseArgs } from 'node:util';
import { readEnv } from './platform/env.js';
import { reportVerification } from './readiness/facts/report-verification.js';

/** What `alidade verify readiness` runs. Exit code 0 only when all that is kept is right. */
const { values } = parseArgs({
  options: { organization: { type: 'string' }, days: { type: 'string' }, seed: { type: 'string' } },
});
const { organization = null, days, seed } = values;
const db = createDataSource(readEnv().DATABASE_URL, 2, OF_LONG_WORK);
try {
  await db.initialize();
  const isRight = await reportVerification(
    db,
    { organization, days: Number(days), seed: Number(seed) },
    {
      print: (line) => process.stdout.write(`${line}\n`),
      progress: (line) => process.stderr.write(`${line}\n`),
    },
  );
  process.exitCode = isRight ? 0 : 1;
} catch (error) {
  if (!(error instanceof UseCaseError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  if (db.isInitialized) await db.destroy();
}
