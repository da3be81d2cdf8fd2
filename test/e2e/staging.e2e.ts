import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { stageRows } from '../../apps/api/src/imports/staging.js';
import { Program } from '../support/program.js';
import type { TestOrganization } from '../support/organization.js';

const TABLE = {
  name: 'staged_example',
  columns: { code: 'text', level: 'numeric', critical: 'boolean', on_day: 'date', owner_id: 'uuid' },
} as const;

async function* example(count: number) {
  for (let line = 2; line < count + 2; line += 1)
    yield {
      line,
      code: `"{c${line}}, \\ '`,
      level: line === 2 ? null : '2.5',
      critical: line % 2 === 0,
      on_day: '2026-03-31',
      owner_id: '00000000-0000-4000-8000-000000000001',
    };
}

describe('staging the rows of a file', () => {
  let program: Program;
  let org: TestOrganization;
  beforeAll(async () => {
    program = await Program.start();
    org = await program.organization();
  });
  afterAll(() => program[Symbol.asyncDispose]());

  it('keeps every row as it is, in as few statements as batches', async () => {
    const count = await program.countQueries(() =>
      org.within(async (tx) => {
        expect(await stageRows(tx, TABLE, example(4500))).toBe(4500);
        const [all] = await tx.query('SELECT count(*) AS n, max(line) AS last FROM staged_example');
        expect(all).toEqual({ n: 4500, last: 4501 });
        const [first] = await tx.query('SELECT * FROM staged_example WHERE line = 2');
        expect(first).toEqual({
          line: 2,
          code: `"{c2}, \\ '`,
          level: null,
          critical: true,
          on_day: '2026-03-31',
          owner_id: '00000000-0000-4000-8000-000000000001',
        });
      }),
    );
    expect(count).toBeLessThan(12);
  });

  it('is gone when the transaction has ended, on the same connection too', async () => {
    for (let i = 0; i < 12; i += 1) {
      // oxlint-disable-next-line no-await-in-loop
      await org.within((tx) => stageRows(tx, TABLE, example(1)));
    }
    await expect(org.within((tx) => tx.query('SELECT FROM staged_example'))).rejects.toThrow(
      /does not exist/,
    );
  });

  it('takes a file without rows', async () => {
    expect(await org.within((tx) => stageRows(tx, TABLE, example(0)))).toBe(0);
  });

  it('takes only plain names for tables and columns', async () => {
    const tables = [
      { name: 'a; DROP TABLE job', columns: {} },
      { name: 'staged', columns: { 'a"': 'text' } },
    ] as const;
    for (const table of tables) {
      const staging = org.within((tx) => stageRows<string>(tx, table, example(0)));
      // oxlint-disable-next-line no-await-in-loop
      await expect(staging).rejects.toThrow(RangeError);
    }
  });
});
