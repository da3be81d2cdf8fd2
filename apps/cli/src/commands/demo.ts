import { Child } from '../child.js';
import { read, wholeNumber } from '../command-line.js';
import type { Command } from '../command-line.js';
import { insertPlans } from '../demo/plan-rows.js';
import { jobsDone } from '../demo/jobs-done.js';
import { loadDemo, SMALL_DEMO, today } from '../demo/load-demo.js';
import { processEnvironment, WORKER } from '../process-environment.js';
import { progress } from '../progress.js';
import { withDatabase } from '../with-database.js';

export const demo: Command = {
  name: ['demo'],
  form: 'demo [--executives 240] [--seed 1]',
  purpose: 'A synthetic organization with people, direction, assessments, programs and goals.',
  async run(words) {
    const { values } = read(words, {
      executives: { type: 'string', default: String(SMALL_DEMO.executives) },
      seed: { type: 'string', default: String(SMALL_DEMO.seed) },
    });
    const executives = wholeNumber('executives', values.executives, { min: 40, max: 100_000 });
    const seed = wholeNumber('seed', values.seed, { min: 0, max: 2 ** 31 });
    await withDatabase(async ({ owner }, database) => {
      const size = { executives, seed, today: today() };
      progress(`Making ${executives} executives …`);
      const loaded = await loadDemo(owner, size, progress);
      const { id, name, slug } = loaded.organization;
      progress('Releasing rounds and working out readiness …');
      const worker = new Child(WORKER, await processEnvironment(database));
      try {
        const began = Date.now();
        await jobsDone(owner, id, {
          tell: (done, all) => progress(`${done} of ${all} jobs done (${secondsSince(began)} s)`),
        });
      } finally {
        await worker.stop();
      }
      await insertPlans(owner, loaded);
      process.stdout.write(`Created ${name}. Sign in at /auth/sign-in?organization=${slug}\n`);
    });
  },
};

const secondsSince = (moment: number): number => Math.round((Date.now() - moment) / 1000);
