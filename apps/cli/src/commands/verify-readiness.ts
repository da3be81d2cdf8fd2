import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { read, wholeNumber } from '../command-line.js';
import type { Command } from '../command-line.js';
import { processEnvironment, VERIFY_READINESS } from '../process-environment.js';
import { withDatabase } from '../with-database.js';

export const verifyReadiness: Command = {
  name: ['verify', 'readiness'],
  form: 'verify readiness [--organization NAME] [--days 12] [--seed 1]',
  purpose: 'Hold levels, readiness and tallies against the raw history; names the first difference.',
  async run(words) {
    const { values } = read(words, {
      organization: { type: 'string' },
      days: { type: 'string', default: '12' },
      seed: { type: 'string', default: '1' },
    });
    const days = wholeNumber('days', values.days, { min: 1, max: 10_000 });
    const seed = wholeNumber('seed', values.seed, { min: 0, max: 2 ** 31 });
    const { organization } = values;
    const named = organization === undefined ? [] : ['--organization', organization];
    await withDatabase(async (_, database) => {
      const verifying = spawn(
        process.execPath,
        [fileURLToPath(VERIFY_READINESS), '--days', String(days), '--seed', String(seed), ...named],
        { env: await processEnvironment(database), stdio: ['ignore', 'inherit', 'inherit'] },
      );
      const [code] = await once(verifying, 'exit');
      if (code !== 0) process.exitCode = 1;
    });
  },
};
