import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ReadinessCause } from '@alidade/database';
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

describe('a file of people dates what changes:', () => {
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

  it('a posting follows another on effective_on, or else on the day of the import', async () => {
    await take([ANA, BO]);
    await take([{ ...ANA, unit: 'Sales', effective_on: '2026-01-01' }, BO]);
    await take([{ ...ANA, unit: 'Sales', leadership_level: 'President' }, BO]);
    const history = [
      '2020-02-01..2026-01-01 Planning Director 200',
      '2026-01-01..2026-03-31 Sales Director 200',
      '2026-03-31..infinity Sales President 200',
    ];
    expect(await postingsOf(org, '100')).toEqual(history);
    // effective_on says nothing where nothing changes.
    const again = { ...ANA, unit: 'Sales', leadership_level: 'President', effective_on: '2021-01-01' };
    expect(await take([again, BO])).toEqual(countsOf(0, 0, 2));
    expect(await postingsOf(org, '100')).toEqual(history);
  });

  it('what changes on the day a posting began is put right in its place', async () => {
    await take([{ ...ANA, manager_external_id: '' }]);
    await take([{ ...ANA, manager_external_id: '', unit: 'Sales', effective_on: '2020-02-01' }]);
    expect(await postingsOf(org, '100')).toEqual(['2020-02-01..infinity Sales Director -']);
  });

  it('an empty level or manager means none, and a file without the column says nothing', async () => {
    await take([ANA, BO]);
    const { leadership_level: _level, manager_external_id: _manager, ...silent } = ANA;
    expect(await take([silent])).toEqual(countsOf(0, 0, 1));
    await take([{ ...ANA, leadership_level: '', manager_external_id: '' }]);
    expect(await postingsOf(org, '100')).toEqual([
      '2020-02-01..2026-03-31 Planning Director 200',
      '2026-03-31..infinity Planning - -',
    ]);
  });

  it('leaving ends the posting, and moves when its day is put right', async () => {
    await take([ANA, BO]);
    expect(await take([{ ...ANA, left_on: '2026-02-01' }])).toEqual(countsOf(0, 1, 0));
    expect(await postingsOf(org, '100')).toEqual(['2020-02-01..2026-02-01 Planning Director 200']);
    expect((await recordOf(org, '100')).left_on).toBe('2026-02-01');
    expect(await take([ANA])).toEqual(countsOf(0, 0, 1));
    // What is said of somebody after they left changes no posting.
    expect(await take([{ ...ANA, unit: 'Sales' }])).toEqual(countsOf(0, 0, 1));
    await take([{ ...ANA, left_on: '2026-03-01' }]);
    expect(await postingsOf(org, '100')).toEqual(['2020-02-01..2026-03-01 Planning Director 200']);
  });

  it('joining after having left begins anew', async () => {
    await take([ANA, BO]);
    await take([{ ...ANA, left_on: '2025-06-01' }]);
    const back = { ...ANA, unit: 'Sales', joined_on: '2026-01-15' };
    expect(await take([back])).toEqual(countsOf(0, 1, 0));
    expect(await take([back])).toEqual(countsOf(0, 0, 1));
    expect(await postingsOf(org, '100')).toEqual([
      '2020-02-01..2025-06-01 Planning Director 200',
      '2026-01-15..infinity Sales Director 200',
    ]);
    expect((await recordOf(org, '100')).left_on).toBeNull();
  });

  it('the first posting moves with the day of joining', async () => {
    await take([{ ...ANA, joined_on: '' }, BO]);
    expect(await take([{ ...ANA, joined_on: '2019-05-01' }])).toEqual(countsOf(0, 1, 0));
    expect(await postingsOf(org, '100')).toEqual(['2019-05-01..infinity Planning Director 200']);
  });

  it('figures of executives are worked out anew from the first day that changes', async () => {
    const { organizationId } = org;
    await take([ANA, BO, RUI]);
    await org.within((tx) => tx.delete(ReadinessCause, { organizationId }));
    await take([
      { ...ANA, unit: 'Sales', effective_on: '2026-01-01' },
      { ...BO, title: 'CEO' },
      { ...RUI, unit: 'Operations' },
    ]);
    const causes = await org.within((tx) => tx.findBy(ReadinessCause, { organizationId }));
    expect(causes).toMatchObject([{ validFrom: '2026-01-01', executiveId: expect.any(String) }]);
  });
});
