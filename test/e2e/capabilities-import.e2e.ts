import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { capabilitiesImport } from '../../apps/api/src/capabilities/capabilities.import.js';
import { coded, packageOf, schemaFaults } from '../frameworks/case-packages.js';
import { CAPABILITIES_HEADER, FrameworkKeeper, taken } from '../support/frameworks.js';
import { takeIn } from '../support/import-file.js';
import type { TestOrganization } from '../support/organization.js';
import { Program } from '../support/program.js';
import { TestWorker } from '../support/worker.js';

const FILE = ['price,Pricing,Sets prices.,market,,Knows,,Sets,', 'market,"Market, all of it",,,,,,,'];
const codesOf = ({ capabilities }: any): string[] => capabilities.map(({ code }: any) => code);
const rowsOf = (size: number, text: string) => [
  'market,Market,,,,,,,',
  ...Array.from({ length: size }, (_, i) => `c-${i},Capability ${i},,market,${text},,,,`),
];

describe("capabilities of the organization's own", () => {
  let program: Program;
  let worker: TestWorker;
  let org: TestOrganization;
  let keeper: FrameworkKeeper;
  beforeAll(async () => {
    program = await Program.start({ environment: { PUBLIC_URL: 'https://alidade.example/' } });
    worker = await TestWorker.start(program);
  });
  afterAll(async () => {
    await worker.stop();
    await program[Symbol.asyncDispose]();
  });
  beforeEach(async () => {
    org = await program.organization();
    keeper = await FrameworkKeeper.of(program, org);
  });

  it('are made by the first file of capabilities, in any order of rows', async () => {
    expect(await keeper.rows(...FILE)).toMatchObject(taken(2, 0, 0));
    expect(await keeper.framework()).toMatchObject({
      title: 'Capabilities',
      version: 1,
      capabilities: [
        { code: 'market', name: 'Market, all of it', definition: '', parent: null, anchors: [] },
        {
          code: 'price',
          name: 'Pricing',
          definition: 'Sets prices.',
          parent: { code: 'market' },
          anchors: [
            { level: 2, name: 'Basic', description: 'Knows' },
            { level: 4, name: 'Advanced', description: 'Sets' },
          ],
        },
      ],
    });
  });

  it('change by what a file says, and by nothing that it leaves out', async () => {
    await keeper.rows(...FILE);
    const before = await keeper.framework();
    expect(await keeper.rows(...FILE)).toMatchObject(taken(0, 0, 2));
    expect(await keeper.framework()).toEqual(before);
    expect(await keeper.rows('sell,Selling,,market,,,,,', 'price,Pricing,,,Begins,,,,')).toMatchObject(
      taken(1, 1, 0),
    );
    const { version, capabilities } = await keeper.framework();
    expect({ version, codes: codesOf({ capabilities }) }).toEqual({
      version: 2,
      codes: ['market', 'price', 'sell'],
    });
    expect(capabilities[1]).toMatchObject({ id: before.capabilities[1].id, definition: 'Sets prices.' });
    expect(capabilities[1].anchors.map(({ level }: any) => level)).toEqual([1, 2, 4]);
  });

  it('leave as a strict CASE package that changes nothing when it comes back, and is known when it does', async () => {
    await keeper.rows(...FILE);
    const before = await keeper.framework();
    const { body } = await keeper.exported(before.id);
    expect(schemaFaults(body)).toEqual([]);
    expect(body.CFDocument.uri).toBe(`https://alidade.example/ims/case/v1p0/CFDocuments/${before.id}`);
    expect(await keeper.package(body)).toMatchObject(taken(0, 0, 2));
    expect(await keeper.framework()).toEqual(before);
    body.CFItems[0].fullStatement = 'Another definition.';
    expect(await keeper.package(body)).toMatchObject(taken(0, 1, 1));
    expect(await keeper.rows(...FILE)).toMatchObject(taken(0, 1, 1));
    expect(await keeper.framework()).toMatchObject({ id: before.id, version: 3 });
  });

  it('are refused whole with every fault by line, column and reason', async () => {
    await keeper.rows('market,Market,,price,,,,,', 'price,Pricing,,,,,,,');
    const before = await keeper.framework();
    const { status, faults } = await keeper.rows(
      'price,Pricing,,market,,,,,',
      ',Nameless,,,,,,,',
      'sell,,,nowhere,,,,,',
      'sell,Selling,,,,,,,',
      `${'x'.repeat(101)},Long,,,,,,,`,
    );
    expect(status).toBe('REJECTED');
    expect(faults.map(({ line, column, message }: any) => [line, column, message])).toEqual([
      [2, 'parent_code', expect.stringMatching(/^This makes a circle: /)],
      [3, 'code', 'code is needed in every row.'],
      [4, 'name', 'name is needed in every row.'],
      [4, 'parent_code', 'No capability here or in the framework has the code "nowhere".'],
      [5, 'code', 'The code "sell" is already used on line 4.'],
      [6, 'code', 'This code is longer than 100 characters.'],
    ]);
    expect(await keeper.framework()).toEqual(before);
  });

  it('share no code: a file that would take one of another framework is refused and both are named', async () => {
    await keeper.rows('A,Own,,,,,,,');
    const { faults } = await keeper.package(packageOf([coded('B'), coded('A')]));
    expect(faults).toEqual([
      {
        line: expect.any(Number),
        column: '$.CFItems[1].humanCodingScheme',
        message:
          'The code "A" of "T" already belongs to "Capabilities"; a code is unique in the organization.',
      },
    ]);
    await keeper.package(packageOf([coded('B')]));
    const refused = await keeper.rows('C,New,,,,,,,', 'B,Taken,,,,,,,');
    expect(refused).toMatchObject({
      status: 'REJECTED',
      faults: [
        {
          line: 3,
          column: 'code',
          message: 'The code "B" belongs to the framework "T", which only its own package changes.',
        },
      ],
    });
    expect((await keeper.frameworks()).map(codesOf)).toEqual([['A'], ['B']]);
  });

  it('of any size are read, and changed, in as many statements of SQL as small ones', async () => {
    const by = await org.person('Ana Duarte');
    const take = (rows: readonly string[]) => {
      const text = [CAPABILITIES_HEADER, ...rows].join('\n');
      return program.countQueries(() => takeIn(org, capabilitiesImport, { text, today: '2026-03-31', by }));
    };
    const read = () => program.countQueries(() => keeper.frameworks());
    await take(['market,Market,,,,,,,']);
    const written = await take(rowsOf(1, 'Knows'));
    const few = await read();
    expect(await take(rowsOf(60, 'Knows'))).toBe(written);
    expect(await take(rowsOf(60, 'Sets'))).toBe(written);
    expect((await keeper.framework()).capabilities).toHaveLength(61);
    expect(await read()).toBe(few);
  });
});
