import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { GrantableRole } from '@alidade/access';
import { Person, Unit } from '@alidade/database';
import {
  ANA,
  BO,
  countsOf,
  csvOf,
  postingsOf,
  recordOf,
  RUI,
  takeIn,
  TODAY,
} from '../support/people-file.js';
import type { PeopleRow } from '../support/people-file.js';
import type { TestOrganization } from '../support/organization.js';
import { Program } from '../support/program.js';
import { importWhen, upload } from '../support/upload.js';
import { TestWorker } from '../support/worker.js';

describe('a file of people', () => {
  let program: Program;
  let org: TestOrganization;
  beforeAll(async () => {
    program = await Program.start();
  });
  beforeEach(async () => {
    org = await program.organization();
    await org.level('Director');
    await org.level('President');
  });
  afterAll(() => program[Symbol.asyncDispose]());

  const take = (rows: readonly PeopleRow[], today = TODAY) => takeIn(org, csvOf(rows), today);

  const send = async (token: string, path: string, file: string) => {
    const { status, body } = await upload(program, token, path, { file });
    expect(status).toBe(202);
    return importWhen(program, token, body.importId);
  };
  const statusFor = async (token: string | null) =>
    (await upload(program, token, 'people', { file: csvOf([RUI]) })).status;

  describe('brings', () => {
    it('people with all that a row states, the manager in whatever line, units where they are absent', async () => {
      expect(await take([ANA, BO, RUI])).toEqual(countsOf(3, 0, 0));
      expect(await recordOf(org, '100')).toMatchObject({
        name: 'Ana Duarte',
        email: 'ana.duarte@example.org',
        title: 'Head of Planning',
        function: 'Operations',
        location: 'Porto',
        time_zone: 'Europe/Lisbon',
        languages: ['pt', 'en'],
        gender: 'female',
        joined_on: '2020-02-01',
        left_on: null,
        unavailable: ['2026-05-04/2026-05-05', '2026-07-01/2026-07-15'],
      });
      expect(await postingsOf(org, '100')).toEqual(['2020-02-01..infinity Planning Director 200']);
      expect(await postingsOf(org, '200')).toEqual(['-infinity..infinity Operations President -']);
      expect(await postingsOf(org, '300')).toEqual(['-infinity..infinity Sales - -']);
      const { data } = await program.as(
        await org.designer(),
        '{ organization { units(asOf: "1999-01-01") { name parent { name } } } executives { edges { node { person { name } } } } }',
      );
      expect(data.organization.units).toEqual([
        { name: 'Operations', parent: null },
        { name: 'Planning', parent: { name: 'Supply chain' } },
        { name: 'Sales', parent: null },
        { name: 'Supply chain', parent: { name: 'Operations' } },
      ]);
      expect(data.executives.edges.map(({ node }: any) => node.person.name)).toEqual([
        'Ana Duarte',
        'Bo Lind',
      ]);
    });

    it('nothing the second time, in any order of rows and columns, and leaves who is absent as they are', async () => {
      await take([ANA, BO, RUI]);
      const reordered = [RUI, BO, ANA].map((row) => Object.fromEntries(Object.entries(row).toReversed()));
      expect(await take(reordered, '2026-04-01')).toEqual(countsOf(0, 0, 3));
      expect(await take([BO], '2026-04-01')).toEqual(countsOf(0, 0, 1));
      expect(await postingsOf(org, '100')).toEqual(['2020-02-01..infinity Planning Director 200']);
      expect(await org.within((tx) => tx.countBy(Unit, { organizationId: org.organizationId }))).toBe(4);
    });

    it('what changed and only that: an empty cell leaves what is on record', async () => {
      await take([ANA, BO]);
      const changed = {
        ...ANA,
        name: 'Ana Duarte Reis',
        title: '',
        function: '',
        gender: '',
        languages: '',
        unavailable: '2026-05-04/2026-05-05',
      };
      expect(await take([changed, BO])).toEqual(countsOf(0, 1, 1));
      expect(await recordOf(org, '100')).toMatchObject({
        name: 'Ana Duarte Reis',
        title: 'Head of Planning',
        function: 'Operations',
        gender: 'female',
        languages: ['pt', 'en'],
        unavailable: ['2026-05-04/2026-05-05'],
      });
      expect(await take([{ ...ANA, unavailable: ';' }])).toEqual(countsOf(0, 1, 0));
      expect((await recordOf(org, '100')).unavailable).toBeNull();
    });

    it('a unit in whatever spelling of its name, and where it stands on the day of the import', async () => {
      const operations = await org.unit('Operations');
      const planning = await org.unit('Planning', operations);
      const sales = await org.unit('Sales');
      const move = `mutation { moveUnit(unitId: "${planning.id}", parentId: "${sales.id}", on: "2026-01-01") { id } }`;
      expect((await program.as(await org.designer(), move)).codes).toEqual([]);
      await take([{ ...RUI, unit: 'SALES/planning ' }]);
      expect(await postingsOf(org, '300')).toEqual(['-infinity..infinity Planning - -']);
      expect(await org.within((tx) => tx.countBy(Unit, { organizationId: org.organizationId }))).toBe(3);
    });

    it('the person the command line made, known by the address, who gets the external id', async () => {
      const { personId } = await org.person('Ana', [], 'ana.duarte@example.org');
      expect(await take([ANA, BO])).toEqual(countsOf(1, 1, 0));
      expect((await recordOf(org, '100')).id).toBe(personId);
      expect(await postingsOf(org, '100')).toEqual(['2020-02-01..infinity Planning Director 200']);
    });

    it('two people who have swapped their addresses', async () => {
      await take([BO, RUI]);
      expect(
        await take([
          { ...BO, email: RUI.email },
          { ...RUI, email: BO.email },
        ]),
      ).toEqual(countsOf(0, 2, 0));
      expect((await recordOf(org, '200')).email).toBe('rui@example.org');
    });
  });

  describe('over HTTP', () => {
    let worker: TestWorker;
    beforeAll(async () => {
      worker = await TestWorker.start(program);
    });
    afterAll(() => worker.stop());

    it('is taken in by the worker; a dry run tells the same and changes nothing', async () => {
      const token = await org.administrator();
      const file = csvOf([ANA, BO, RUI]);
      const people = () => org.within((tx) => tx.countBy(Person, { organizationId: org.organizationId }));
      const before = await people();
      const dry = await send(token, 'people?dryRun=true', file);
      expect(dry).toMatchObject({ status: 'SUCCEEDED', dryRun: true, rows: 3, created: 3 });
      expect(await people()).toBe(before);
      expect(await send(token, 'people', file)).toMatchObject({ status: 'SUCCEEDED', rows: 3, created: 3 });
      expect(await people()).toBe(before + 3);
      expect(await send(token, 'people', file)).toMatchObject({ status: 'SUCCEEDED', unchanged: 3 });
      const faulty = await send(token, 'people', csvOf([ANA, { ...RUI, email: 'none' }]));
      expect(faulty).toMatchObject({
        status: 'REJECTED',
        faultCount: 1,
        faults: [{ line: 3, column: 'email' }],
      });
    });

    it('is for those who edit the whole directory', async () => {
      const unit = await org.unit();
      expect(await statusFor(null)).toBe(401);
      expect(await statusFor(await org.tokenOf([GrantableRole.ExecutiveViewer]))).toBe(403);
      expect(await statusFor(await org.tokenOf([GrantableRole.Administrator], [unit]))).toBe(403);
      expect(await statusFor(await org.designer())).toBe(202);
    });
  });
});
