import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AuditEntry, Capability } from '@alidade/database';
import request from 'supertest';
import {
  coded,
  packagesOfOthers,
  packageOf,
  child,
  rubricFor,
  schemaFaults,
  sitePackage,
} from '../frameworks/case-packages.js';
import { FrameworkKeeper, taken } from '../support/frameworks.js';
import { frameworkImport } from '../../apps/api/src/capabilities/framework.import.js';
import { takeIn } from '../support/import-file.js';
import type { TestOrganization } from '../support/organization.js';
import { Program } from '../support/program.js';
import { upload } from '../support/upload.js';
import { TestWorker } from '../support/worker.js';

const OPM = 'opm-ecq-2006.case.json';
const PUBLISHED = packagesOfOthers().find(([name]) => name === OPM)?.[1] ?? sitePackage();
const codesOf = ({ capabilities }: any): string[] => capabilities.map(({ code }: any) => code);
const anchorsIn = ({ capabilities }: any) => capabilities.flatMap((each: any) => each.anchors).length;
/** The same items each time, under these codes. */
const named = (codes: string[]) =>
  packageOf(
    codes.map((code, i) => ({ ...coded(code), identifier: `item ${i}`, abbreviatedStatement: `N${i}` })),
  );
const countIn = ({ CFItems }: any): number => CFItems.length;

describe('frameworks', () => {
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

  describe('from a CASE package', () => {
    it('are taken in whole: headings, tree, anchors, each parent before its children', async () => {
      expect(await keeper.package(PUBLISHED)).toMatchObject(taken(countIn(PUBLISHED), 0, 0));
      const { title, version, recordedAt, capabilities } = await keeper.framework();
      expect({ title, version }).toEqual({ title: PUBLISHED.CFDocument.title, version: 1 });
      expect(Date.now() - Date.parse(recordedAt)).toBeLessThan(60_000);
      expect(codesOf({ capabilities }).toSorted()).toEqual(
        PUBLISHED.CFItems.map((item: any) => item.humanCodingScheme).toSorted(),
      );
      const codes = codesOf({ capabilities });
      for (const [i, { parent, framework }] of capabilities.entries()) {
        expect(framework).toEqual({ title });
        expect(codes.indexOf(parent?.code)).toBeLessThan(i);
      }
      const levels = PUBLISHED.CFRubrics.flatMap(({ CFRubricCriteria: criteria }: any) =>
        criteria.flatMap((criterion: any) => criterion.CFRubricCriterionLevels),
      );
      const anchors = capabilities.flatMap((each: any) => each.anchors);
      expect(anchors.map((each: any) => each.description).toSorted()).toEqual(
        levels.map((each: any) => each.description).toSorted(),
      );
    });

    it('leave as they came, and change nothing when they come again, from either side', async () => {
      await keeper.package(PUBLISHED);
      const { id } = await keeper.framework();
      const { status, type, body } = await keeper.exported(id);
      expect({ status, type }).toEqual({ status: 200, type: 'application/json' });
      expect(body).toEqual(PUBLISHED);
      expect(schemaFaults(body)).toEqual([]);
      for (const again of [PUBLISHED, body]) {
        // oxlint-disable-next-line no-await-in-loop
        expect(await keeper.package(again)).toMatchObject(taken(0, 0, countIn(PUBLISHED)));
      }
      expect(await keeper.framework()).toMatchObject({ id, version: 1 });
    });

    it('get a version with every change, and answer for the old ones as before', async () => {
      const json = sitePackage();
      await keeper.package(json);
      const before = await keeper.framework();
      const changed = sitePackage();
      changed.CFItems[0].abbreviatedStatement = 'Another name';
      changed.CFRubrics[0].CFRubricCriteria[0].CFRubricCriterionLevels.pop();
      expect(await keeper.package(changed)).toMatchObject(taken(0, 2, countIn(json) - 2));
      const after = await keeper.framework();
      expect(after).toMatchObject({ id: before.id, version: 2 });
      expect(after.capabilities[0]).toMatchObject({ id: before.capabilities[0].id, name: 'Another name' });
      expect(anchorsIn(after)).toBe(anchorsIn(before) - 1);
      expect((await keeper.exported(before.id)).body).toEqual(changed);
      expect((await keeper.exported(before.id, '?version=1')).body).toEqual(json);
      const where = { organizationId: org.organizationId, subjectId: before.id };
      const trail = await org.within((tx) => tx.findBy(AuditEntry, where));
      expect(trail.map(({ action, detail }) => `${action} ${JSON.stringify(detail)}`).toSorted()).toEqual([
        'FRAMEWORK_CHANGED {"version":1}',
        'FRAMEWORK_CHANGED {"version":2}',
      ]);
    });

    it('keep a capability that the package no longer has, since requirements may refer to it', async () => {
      const all = packageOf([coded('A'), coded('B')], [child('B', 'A')], {
        CFRubrics: [rubricFor('B', [{ description: 'Begins.' }])],
      });
      await keeper.package(all);
      const { capabilities: before } = await keeper.framework();
      expect(await keeper.package(packageOf([coded('A'), coded('C')]))).toMatchObject(taken(1, 0, 1));
      const { capabilities: after } = await keeper.framework();
      expect(codesOf({ capabilities: after })).toEqual(['A', 'B', 'C']);
      expect(after[1]).toEqual(before[1]);
      expect(after[1].anchors).toEqual([{ level: 1, name: 'Awareness', description: 'Begins.' }]);
    });

    it('keep the row of a capability when codes are handed on in a circle', async () => {
      await keeper.package(named(['A', 'B', 'C']));
      const ids = new Map((await keeper.framework()).capabilities.map(({ id, name }: any) => [name, id]));
      expect(await keeper.package(named(['B', 'C', 'A']))).toMatchObject(taken(0, 3, 0));
      const { capabilities } = await keeper.framework();
      expect(capabilities.map(({ code, name, id }: any) => [code, name, id])).toEqual([
        ['B', 'N0', ids.get('N0')],
        ['C', 'N1', ids.get('N1')],
        ['A', 'N2', ids.get('N2')],
      ]);
    });

    it('wait for each other, also when an organization has none yet', async () => {
      const by = await org.person('Ana Duarte');
      const text = JSON.stringify(named(['A', 'B']));
      const both = [1, 2].map(() => takeIn(org, frameworkImport, { text, today: '2026-11-24', by }));
      const created = (await Promise.all(both)).map((counts) => counts.created);
      expect([Math.min(...created), Math.max(...created)]).toEqual([0, 2]);
    });

    it('change nothing in a dry run, which tells what would have changed', async () => {
      expect(await keeper.package(PUBLISHED, '?dryRun=true')).toMatchObject(taken(countIn(PUBLISHED), 0, 0));
      expect(await keeper.frameworks()).toEqual([]);
    });

    it('are refused whole with every fault by line, place and reason', async () => {
      const json = packageOf([coded('A'), coded('A', { identifier: 'other' }), {}], [child('B', 'A')]);
      const { status, faults, faultCount } = await keeper.package(json);
      const found = faults.map(({ line, column, message }: any) => [
        JSON.stringify(json, null, 2).split('\n')[line - 1]!.trim(),
        column,
        message,
      ]);
      expect({ status, faultCount }).toEqual({ status: 'REJECTED', faultCount: 3 });
      expect(found).toEqual([
        [
          '"humanCodingScheme": "A"',
          '$.CFItems[1].humanCodingScheme',
          'The code "A" is already used at $.CFItems[0].humanCodingScheme.',
        ],
        ['{}', '$.CFItems[2]', expect.stringMatching(/neither a fullStatement nor/)],
        [
          expect.stringMatching(/originNodeURI/),
          '$.CFAssociations[0].originNodeURI',
          expect.stringMatching(/B/),
        ],
      ]);
      expect(await keeper.frameworks()).toEqual([]);
    });

    it.each([
      ['', 1, /^This file is not JSON: /],
      ['{\n"CFDocument": {},\n"CFItems": [}', expect.any(Number), /^This file is not JSON: /],
      ['[]', 1, /^A CASE package is an object with a CFDocument, not a list\.$/],
    ])('are refused in a file of %j', async (file, line, message) => {
      const { status, faults } = await keeper.package(file);
      expect({ status, first: faults[0] }).toEqual({
        status: 'REJECTED',
        first: { line, column: file === '[]' ? '$' : null, message: expect.stringMatching(message) },
      });
    });
  });

  it('are for everybody of the organization to read and export, and for nobody else', async () => {
    await keeper.package(sitePackage());
    const { id, capabilities } = await keeper.framework();
    const anybody = await org.tokenOf([]);
    const get = (path: string, token?: string) => {
      const call = request(program.app.getHttpServer()).get(path);
      return token === undefined ? call : call.set('authorization', `Bearer ${token}`);
    };
    expect((await get(`/frameworks/${id}/case`, anybody)).status).toBe(200);
    expect((await get(`/frameworks/${id}/case`)).status).toBe(401);

    const elsewhere = await FrameworkKeeper.of(program, await program.organization());
    expect(await elsewhere.frameworks()).toEqual([]);
    expect(await elsewhere.exported(id)).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    expect(await elsewhere.package(sitePackage())).toMatchObject(taken(capabilities.length, 0, 0));
    expect((await elsewhere.framework()).id).not.toBe(id);

    for (const path of [crypto.randomUUID(), 'own']) {
      // oxlint-disable-next-line no-await-in-loop
      expect((await keeper.exported(path)).status).toBe(404);
    }
    expect((await keeper.exported(id, '?version=2')).status).toBe(404);
    expect(await keeper.exported(id, '?version=0')).toMatchObject({
      status: 400,
      body: { code: 'INVALID_INPUT' },
    });
  });

  it('are changed by those who keep capabilities only', async () => {
    const wrong = [await org.administrator(), await org.tokenOf(['DESIGNER'], [await org.unit()])];
    for (const token of wrong)
      for (const kind of ['capabilities', 'framework']) {
        // oxlint-disable-next-line no-await-in-loop
        const { status, body } = await upload(program, token, kind, { file: 'code,name\nA,A' });
        expect({ status, code: body.code }).toEqual({ status: 403, code: 'FORBIDDEN' });
      }
  });

  it('keep their capabilities in as many places as there are, 1 the first', async () => {
    await keeper.package(PUBLISHED);
    const { organizationId } = org;
    const rows = await org.within((tx) =>
      tx.find(Capability, { where: { organizationId }, order: { position: 'ASC' } }),
    );
    expect(rows.map(({ position }) => position)).toEqual(rows.map((_, i) => i + 1));
  });
});
