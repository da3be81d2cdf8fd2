import { describe, expect, it } from '@jest/globals';
import { child, item, packageOf, rubricFor, sitePackage } from '../../../test/frameworks/case-packages.js';
import { readCasePackage } from './index.js';

const faultsOf = (json: unknown) =>
  readCasePackage(json).faults.map(({ path, message }) => `${path} ${message}`);
const pathsOf = (json: unknown) => readCasePackage(json).faults.map(({ path }) => path);
const numberedUuid = (i: number) => `0b5e3c1a-0000-4000-8000-${String(i % 20_000).padStart(12, '0')}`;

describe('readCasePackage names every fault', () => {
  it.each([null, undefined, 'text', 3, [], true])('refuses %p, which is no object', (json) => {
    expect(pathsOf(json)).toEqual(['$']);
  });
  it('a missing CFDocument, and only that where the rest is well', () => {
    const { CFDocument: _, ...rest } = sitePackage();
    expect(pathsOf(rest)).toEqual(['$.CFDocument']);
  });
  it('a missing title and creator', () => {
    expect(pathsOf({ CFDocument: {}, CFItems: [item('a')] })).toEqual([
      '$.CFDocument.title',
      '$.CFDocument.creator',
    ]);
  });
  it('no items', () => {
    expect(pathsOf(packageOf([]))).toEqual(['$.CFItems']);
    expect(pathsOf(packageOf(undefined))).toEqual(['$.CFItems']);
    expect(pathsOf(packageOf({}))).toEqual(['$.CFItems']);
  });
  it('an item that is no object or says nothing', () => {
    expect(faultsOf(packageOf([item('a'), 'b', { identifier: 'c', fullStatement: ' ' }]))).toEqual([
      '$.CFItems[1] An object is expected here, not text.',
      '$.CFItems[2] This item has neither a fullStatement nor an abbreviatedStatement, so nothing says what it is.',
    ]);
  });
  it('identifiers and codes used twice, with the place of the first', () => {
    const items = [
      item('A', { humanCodingScheme: 'X' }),
      item('A', { humanCodingScheme: ' X ' }),
      item('doc', { humanCodingScheme: 'Y' }),
    ];
    expect(faultsOf(packageOf(items))).toEqual([
      '$.CFItems[1].humanCodingScheme The code "X" is already used at $.CFItems[0].humanCodingScheme.',
      expect.stringMatching(/^\$\.CFItems\[1\]\.identifier .* already used at \$\.CFItems\[0\]\.$/),
      expect.stringMatching(/^\$\.CFItems\[2\]\.identifier .* already used at \$\.CFDocument\.$/),
    ]);
  });
  it('an item that has the identifier of the document', () => {
    const uuid = '886313e1-3b8a-5372-9b90-0c9aee199e5d';
    const json = { CFDocument: { identifier: uuid, title: 'T', creator: 'C' }, CFItems: [item(uuid)] };
    expect(pathsOf(json)).toEqual(['$.CFItems[0].identifier']);
  });
  it('a child or parent that is not there, and a missing end', () => {
    const links = [
      child('a', 'nowhere'),
      child('nobody', 'doc'),
      { ...child('a', 'doc'), originNodeURI: null },
    ];
    expect(pathsOf(packageOf([item('a')], links))).toEqual([
      '$.CFAssociations[0].destinationNodeURI',
      '$.CFAssociations[1].originNodeURI',
      '$.CFAssociations[2].originNodeURI',
    ]);
  });
  it('a document that is a child', () => {
    expect(pathsOf(packageOf([item('a')], [child('doc', 'a')]))).toEqual([
      '$.CFAssociations[0].originNodeURI',
    ]);
  });
  it('a type of association that there is not', () => {
    const [fault] = faultsOf(
      packageOf([item('a')], [{ ...child('a', 'doc'), associationType: 'isFriendOf' }]),
    );
    expect(fault).toMatch(
      /^\$\.CFAssociations\[0\]\.associationType "isFriendOf" is no type .* isChildOf, isPeerOf/,
    );
  });
  it('a circle once, with the names of who is in it, also through second parents', () => {
    const links = [child('a', 'doc'), child('b', 'a'), child('c', 'b'), child('a', 'c'), child('d', 'd')];
    const faults = faultsOf(packageOf([item('a'), item('b'), item('c'), item('d')], links));
    expect(faults).toHaveLength(2);
    expect(faults[0]).toMatch(
      /This makes a circle: "About ." is under "About ." is under "About ." is under "About ."\.$/,
    );
    expect(faults[1]).toBe('$.CFAssociations[4] This makes a circle: "About d" is under "About d".');
  });
  it('survives a chain of 20,000', () => {
    const items = Array.from({ length: 20_000 }, (_, i) =>
      item(numberedUuid(i), { humanCodingScheme: `K${i}` }),
    );
    const links = items.map((each, i) => child(each.identifier, numberedUuid(i + 1)));
    expect(faultsOf(packageOf(items, links))).toHaveLength(1);
  });
  it('a rubric for what is not there, a level off the scale, between levels or described twice', () => {
    const rubrics = [
      rubricFor('a', [{ score: 0 }, { score: 2.5 }, { position: 6 }, { score: 3 }, { score: 3 }]),
      rubricFor('z', []),
    ];
    const levels = '$.CFRubrics[0].CFRubricCriteria[0].CFRubricCriterionLevels';
    expect(faultsOf(packageOf([item('a')], [], { CFRubrics: rubrics }))).toEqual([
      '$.CFRubrics[1].CFRubricCriteria[0].CFItemURI This is for "z", which is not in this package.',
      `${levels}[0].score Level 0 is off the scale: levels are whole numbers 1 to 5.`,
      `${levels}[1].score Level 2.5 is off the scale: levels are whole numbers 1 to 5.`,
      `${levels}[2].position Level 6 is off the scale: levels are whole numbers 1 to 5.`,
      `${levels}[4].score Level 3 is already described at ${levels}[3].score.`,
    ]);
  });
  it('identifiers of associations, rubrics, criteria and levels used twice', () => {
    const links = [child('a', 'doc', { identifier: 'x' }), child('b', 'doc', { identifier: 'x' })];
    const levels = [{ identifier: 'l' }, { identifier: 'l' }];
    const json = packageOf([item('a'), item('b')], links, { CFRubrics: [rubricFor('a', levels)] });
    expect(pathsOf(json)).toEqual([
      '$.CFAssociations[1].identifier',
      '$.CFRubrics[0].CFRubricCriteria[0].CFRubricCriterionLevels[1].identifier',
    ]);
  });
  it('with texts of the file cut where they are long', () => {
    const [fault] = faultsOf(packageOf([item('a', { lastChangeDateTime: `${'x'.repeat(5000)}\u0007` })]));
    expect(fault!.length).toBeLessThan(200);
  });
  it('values of the wrong kind', () => {
    const items = [
      item('a', {
        notes: {},
        statusStartDate: '2023-02-30',
        lastChangeDateTime: 'soon',
        licenseURI: {},
        language: 'e\u0000',
        humanCodingScheme: 'x'.repeat(101),
      }),
    ];
    const links = [child('a', 'doc', { sequenceNumber: 'first' })];
    expect(pathsOf(packageOf(items, links, { CFDefinitions: [], CFRubrics: 1 }))).toEqual([
      '$.CFItems[0].humanCodingScheme',
      '$.CFItems[0].lastChangeDateTime',
      '$.CFItems[0].notes',
      '$.CFItems[0].language',
      '$.CFItems[0].licenseURI',
      '$.CFItems[0].statusStartDate',
      '$.CFAssociations[0].sequenceNumber',
      '$.CFRubrics',
      '$.CFDefinitions',
    ]);
  });
  it('every one at once, and gives no framework then', () => {
    const reading = readCasePackage({ CFItems: [{}, { identifier: 'b' }], CFAssociations: [{}] });
    expect(reading.framework).toBeNull();
    expect(reading.faults).toHaveLength(6);
  });
});
