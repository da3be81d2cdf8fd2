import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Person, Unit } from '@alidade/database';
import { ANA, BO, csvOf, postingsOf, RUI, takeIn, TODAY } from '../support/people-file.js';
import type { PeopleRow } from '../support/people-file.js';
import type { TestOrganization } from '../support/organization.js';
import { Program } from '../support/program.js';

/** Line and column of a fault. */
const placeOf = (fault: string): string => fault.split(' ').slice(0, 2).join(' ');

describe('a file of people is refused whole, with line, column and reason, for', () => {
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
  const faultsOf = async (rows: readonly PeopleRow[]) => (await take(rows)).faults;

  it('cells that cannot be read, all of them at once', async () => {
    const bad = {
      ...ANA,
      name: '',
      email: 'ana at example',
      unit: 'Operations / / Planning',
      leadership_level: 'Emperor',
      time_zone: 'Mars/Olympus',
      languages: 'en;not a tag',
      joined_on: '2023-02-29',
      left_on: '31.12.2025',
      effective_on: 'soon',
      unavailable: '2026-05-15/2026-05-04',
    };
    const faults = await faultsOf([BO, bad]);
    expect(faults.map(placeOf).toSorted()).toEqual([
      '3 effective_on',
      '3 email',
      '3 joined_on',
      '3 languages',
      '3 leadership_level',
      '3 left_on',
      '3 name',
      '3 time_zone',
      '3 unavailable',
      '3 unit',
    ]);
    expect(faults.join()).toContain('There are: Director, President.');
    expect(await org.within((tx) => tx.countBy(Person, { organizationId: org.organizationId }))).toBe(0);
    expect(await org.within((tx) => tx.countBy(Unit, { organizationId: org.organizationId }))).toBe(0);
  });

  const table: [string, PeopleRow[], string[]][] = [
    ['leaving before joining', [{ ...RUI, joined_on: '2026-02-01', left_on: '2026-02-01' }], ['2 left_on']],
    [
      'one external id on two lines',
      [BO, { ...RUI, external_id: '200' }],
      ['2 external_id', '3 external_id'],
    ],
    ['one address on two lines', [BO, { ...RUI, email: 'BO@example.org' }], ['2 email', '3 email']],
    ['the address of another person on record', [{ ...RUI, email: 'known@example.org' }], ['2 email']],
    ['a manager whom nobody knows', [{ ...RUI, manager_external_id: '999' }], ['2 manager_external_id']],
    ['being one’s own manager', [{ ...RUI, manager_external_id: '300' }], ['2 manager_external_id']],
    [
      'a circle of managers within the file',
      [
        { ...BO, manager_external_id: '300' },
        { ...RUI, manager_external_id: '400' },
        { ...RUI, external_id: '400', email: 'x@example.org', manager_external_id: '200' },
      ],
      ['2 manager_external_id', '3 manager_external_id', '4 manager_external_id'],
    ],
    [
      'a circle of managers with the record',
      [{ ...RUI, external_id: 'boss', email: 'boss@example.org', manager_external_id: 'known' }],
      ['2 manager_external_id'],
    ],
    [
      'a change before the posting on record began',
      [
        {
          external_id: 'known',
          name: 'K',
          email: 'known@example.org',
          unit: 'Sales',
          effective_on: '2024-12-31',
        },
      ],
      ['2 effective_on'],
    ],
    [
      'a change when the person has left',
      [
        {
          external_id: 'known',
          name: 'K',
          email: 'known@example.org',
          unit: 'Sales',
          left_on: '2026-02-01',
          effective_on: '2026-02-01',
        },
      ],
      ['2 effective_on'],
    ],
    [
      'leaving before the posting on record began',
      [
        {
          external_id: 'known',
          name: 'K',
          email: 'known@example.org',
          unit: 'Finance',
          left_on: '2024-06-01',
        },
      ],
      ['2 left_on'],
    ],
    [
      'joining after the first posting ended',
      [
        {
          external_id: 'known',
          name: 'K',
          email: 'known@example.org',
          unit: 'Finance',
          joined_on: '2025-01-01',
        },
      ],
      ['2 joined_on'],
    ],
  ];
  it('the last administrator of the whole organization leaving, however many of some units there are', async () => {
    const ana = { ...RUI, external_id: '1', name: 'Ana Duarte', email: 'ana.duarte@example.org' };
    const bo = { ...RUI, external_id: '2', name: 'Bo Lind', email: 'bo.lind@example.org' };
    for (const { name } of [ana, bo])
      // oxlint-disable-next-line no-await-in-loop
      await org.person(name, ['ADMINISTRATOR']);
    await org.tokenOf(['ADMINISTRATOR'], [await org.unit('Finance')]);
    const leaving = { left_on: '2026-05-01' };
    expect(
      (
        await faultsOf([
          { ...ana, ...leaving },
          { ...bo, ...leaving },
        ])
      ).map(placeOf),
    ).toEqual(['2 left_on', '3 left_on']);
    expect(await faultsOf([{ ...ana, ...leaving }, bo])).toEqual([]);
    const last = await faultsOf([{ ...bo, ...leaving }]);
    expect(last).toEqual([expect.stringMatching(/^2 left_on This is the last administrator/)]);
    expect(await faultsOf([{ ...ana, joined_on: '2026-06-01' }])).toEqual([]);
    expect(await faultsOf([{ ...bo, ...leaving }])).toEqual([]);
  });

  it.each(table)('%s', async (_reason, rows, expected) => {
    await take(
      [{ external_id: 'boss', name: 'B', email: 'boss@example.org', unit: 'Finance' }],
      '2024-01-01',
    );
    const known = {
      external_id: 'known',
      name: 'K',
      email: 'known@example.org',
      manager_external_id: 'boss',
      joined_on: '2023-01-01',
    };
    await take([{ ...known, unit: 'Operations' }], '2024-01-01');
    await take([{ ...known, unit: 'Finance', effective_on: '2025-01-01' }], '2025-01-01');
    const before = await postingsOf(org, 'known');
    const faults = await faultsOf(rows);
    expect(faults.map(placeOf)).toEqual(expected);
    expect(faults.join()).not.toMatch(/example\.org/);
    expect(await postingsOf(org, 'known')).toEqual(before);
  });
});
