import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Program } from '../support/program.js';

const PAGE = `query Page($after: String) { executives(first: 2, after: $after) {
  edges { cursor node { person { name } } }
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount } }`;

describe('a list that can grow', () => {
  let program: Program;
  beforeAll(async () => {
    program = await Program.start();
  });
  afterAll(() => program[Symbol.asyncDispose]());

  async function organizationOf(names: readonly string[]) {
    const org = await program.organization();
    for (const name of names) {
      // oxlint-disable-next-line no-await-in-loop
      await org.executive(name);
    }
    return org.designer();
  }

  it('is walked page by page, each knowing what lies before and behind it and how long the list is', async () => {
    const token = await organizationOf(['Ana', 'Bo', 'Cy', 'Di', 'Eve']);
    const seen: unknown[] = [];
    let after: string | null = null;
    for (let page = 0; page < 3; page += 1) {
      // oxlint-disable-next-line no-await-in-loop
      const { data, codes } = await program.as(token, PAGE, { after });
      expect(codes).toEqual([]);
      const { edges, pageInfo, totalCount } = data.executives;
      seen.push([
        edges.map(({ node }: any) => node.person.name),
        pageInfo.hasPreviousPage,
        pageInfo.hasNextPage,
      ]);
      expect(totalCount).toBe(5);
      expect(pageInfo.startCursor).toBe(edges[0].cursor);
      expect(pageInfo.endCursor).toBe(edges.at(-1).cursor);
      after = pageInfo.endCursor;
    }
    expect(seen).toEqual([
      [['Ana', 'Bo'], false, true],
      [['Cy', 'Di'], true, true],
      [['Eve'], true, false],
    ]);
  });

  it('has no cursors when it is empty', async () => {
    const { data } = await program.as(await organizationOf([]), PAGE);
    expect(data.executives).toEqual({
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
      totalCount: 0,
    });
  });

  it('is counted only for whoever asks how long it is, and only as far as they may see', async () => {
    const token = await organizationOf(['Ana', 'Bo']);
    const statements = (fields: string) =>
      program.countQueries(() => program.as(token, `{ executives { ${fields} } }`));
    const without = await statements('edges { cursor }');
    expect(await statements('edges { cursor } totalCount')).toBe(without + 1);
    const elsewhere = await organizationOf(['Zoe']);
    expect((await program.as(elsewhere, '{ executives { totalCount } }')).data.executives.totalCount).toBe(1);
  });
});
