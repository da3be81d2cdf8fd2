import { Organization } from '@alidade/database';
import type { DataSource } from 'typeorm';
import { Child } from '../child.js';
import { read, wholeNumber } from '../command-line.js';
import type { Command } from '../command-line.js';
import { insertGoals } from '../demo/goal-rows.js';
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
      const loaded = await loadDemo(owner, size);
      progress('Releasing rounds and working out readiness …');
      const worker = new Child(WORKER, await processEnvironment(database));
      try {
        await jobsDone(owner, loaded.ids.organizationId);
      } finally {
        await worker.stop();
      }
      await insertGoals(owner, loaded);
      await insertPlans(owner, loaded);
      const { name, slug } = await organizationOf(owner, loaded.ids.organizationId);
      process.stdout.write(`Created ${name}. Sign in at /auth/sign-in?organization=${slug}\n`);
    });
  },
};

function organizationOf(owner: DataSource, id: string): Promise<Organization> {
  return owner.getRepository(Organization).findOneByOrFail({ id });
}
