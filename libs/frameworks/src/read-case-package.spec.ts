import { describe, expect, it } from '@jest/globals';
import {
  child,
  frameworkOf,
  item,
  packageOf,
  rubricFor,
  sitePackage,
} from '../../../test/frameworks/case-packages.js';

const codes = (...items: object[]) => frameworkOf(packageOf(items)).capabilities.map(({ code }) => code);
const anchorsFor = (...rubrics: object[]) =>
  frameworkOf(packageOf([item('a')], [], { CFRubrics: rubrics })).capabilities[0]!.anchors;

describe('readCasePackage', () => {
  it('reads names, definitions, codes, kinds, the tree and the anchors of a package', () => {
    const framework = frameworkOf(sitePackage());
    expect(framework).toMatchObject({ title: 'Site leadership', creator: 'Alidade' });
    const code = new Map(framework.capabilities.map((each) => [each.identifier, each.code]));
    const tree = framework.capabilities.map((each) => [
      code.get(each.parentIdentifier ?? '') ?? null,
      each.position,
      each.code,
      each.anchors.length,
    ]);
    expect(tree).toEqual([
      [null, 1, 'DIR', 0],
      ['DIR', 1, 'DIR.1', 5],
      ['DIR', 2, 'DIR.2', 5],
      ['DIR', 3, 'DIR.3', 5],
      [null, 2, 'PEO', 0],
      ['PEO', 10, 'PEO.1', 5],
      ['PEO', 20, 'PEO.2', 5],
      ['PEO', 30, 'PEO.3', 5],
    ]);
    const choosing = framework.capabilities[2]!;
    expect(choosing).toMatchObject({ name: 'Choosing', kind: 'Capability' });
    expect(choosing.definition).toMatch(/^Says what the site will not do/);
    expect(choosing.anchors[3]).toEqual({
      level: 4,
      name: 'Leading',
      description: 'Refuses good ideas openly because better ones need the people.',
    });
  });

  it('keeps the other fields of items and document', () => {
    const { capabilities, source } = frameworkOf(sitePackage());
    expect(source).toMatchObject({ version: '1.2', adoptionStatus: 'Adopted', subject: ['Leadership'] });
    expect(capabilities[1]!.source).toMatchObject({
      alternativeLabel: 'Foresight',
      conceptKeywords: ['market', 'foresight'],
      notes: 'Observed in planning rounds.',
      statusStartDate: '2026-03-01',
    });
    expect(capabilities[5]!.source.educationLevel).toEqual(['Site manager', 'Department head']);
  });

  it('is plain JSON, zero without a sign', () => {
    const links = [child('a', 'doc', { sequenceNumber: -0 })];
    const framework = frameworkOf(packageOf([item('a')], links, { CFDefinitions: {} }));
    expect(JSON.parse(JSON.stringify(framework))).toStrictEqual(framework);
  });
});

describe('readCasePackage is lenient', () => {
  it('makes a short code from the identifier, the same each time and in any company', () => {
    const [first, second] = codes(item('a'), item('b'));
    expect(first).toMatch(/^C-[0-9A-Z]{6}$/);
    expect(codes(item('b'), item('x'), item('a'))).toEqual([second, expect.any(String), first]);
  });
  it('lengthens a made code that another capability has', () => {
    const [made] = frameworkOf(packageOf([item('a')])).capabilities.map(({ code }) => code);
    const [longer] = frameworkOf(packageOf([item('a'), item('b', { humanCodingScheme: made })])).capabilities;
    expect(longer!.code).toHaveLength(made!.length + 1);
  });
  it('tells two made codes apart that would be the same', () => {
    const made = codes(
      item('0b5e3c1a-0000-4000-8000-000000005916'),
      item('0b5e3c1a-0000-4000-8000-000000024432'),
    );
    expect(made).toEqual(['C-ER2XGM', expect.stringMatching(/^C-ER2XGM.$/)]);
  });
  it('shortens the statement at a word where the short name is missing', () => {
    const statement = `${'word '.repeat(15)}and-a-word-that-is-cut`;
    const [capability] = frameworkOf(packageOf([item('a', { fullStatement: statement })])).capabilities;
    expect(capability!.name).toBe(`${'word '.repeat(15).trim()}…`);
    expect(capability!.definition).toBe(statement);
  });
  it('takes the short name as the definition where there is no statement', () => {
    const [capability] = frameworkOf(
      packageOf([{ identifier: 'a', abbreviatedStatement: 'Vision' }]),
    ).capabilities;
    expect(capability).toMatchObject({ name: 'Vision', definition: 'Vision' });
  });
  it('orders siblings by sequence number, text or number, and those without one last', () => {
    const { capabilities } = frameworkOf(
      packageOf(
        [item('a'), item('b'), item('c'), item('d')],
        [
          child('b', 'doc', { sequenceNumber: '10' }),
          child('c', 'doc', { sequenceNumber: 9 }),
          child('d', 'doc', { sequenceNumber: '' }),
        ],
      ),
    );
    expect(capabilities.map(({ position }) => position)).toEqual([3, 2, 1, 4]);
  });
  it('keeps sequence numbers with gaps where each sibling has its own', () => {
    const numbers = [child('a', 'doc', { sequenceNumber: 20 }), child('b', 'doc', { sequenceNumber: 10 })];
    const { capabilities } = frameworkOf(packageOf([item('a'), item('b')], numbers));
    expect(capabilities.map(({ position }) => position)).toEqual([20, 10]);
  });
  it('takes the first parent of several and keeps the others', () => {
    const links = [child('c', 'a'), child('c', 'b')];
    const { capabilities, associations } = frameworkOf(packageOf([item('a'), item('b'), item('c')], links));
    expect(capabilities[2]!.parentIdentifier).toBe(capabilities[0]!.identifier);
    expect(associations.map(({ destinationNodeURI }) => destinationNodeURI.title)).toContain('About b');
  });
  it('finds the ends of an association by URI too, and reads "Is Child Of"', () => {
    const { capabilities } = frameworkOf(
      packageOf(
        [item('a', { uri: 'https://x.example/a' }), { uri: 'https://x.example/b c', fullStatement: 'B' }],
        [
          {
            associationType: 'Is Child Of',
            originNodeURI: 'https://x.example/b c',
            destinationNodeURI: { uri: 'https://x.example/a' },
          },
        ],
      ),
    );
    expect(capabilities[1]!.parentIdentifier).toBe(capabilities[0]!.identifier);
  });
  it('keeps associations that lead out of the package, with whatever identifier', () => {
    const away = { ...child('a', 'elsewhere'), associationType: 'exactMatchOf' };
    const [match] = frameworkOf(packageOf([item('a')], [away])).associations;
    expect(match!.destinationNodeURI.identifier).toBe('elsewhere');
  });
  it('makes a UUID of another identifier and keeps the original in the URI', () => {
    const uri = 'https://server/CFItems/00000000-0000-0000-0000-000000000001';
    const [capability] = frameworkOf(
      packageOf([item('00000000-0000-0000-0000-000000000001', { uri })]),
    ).capabilities;
    expect(capability!.identifier).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5/);
    expect(capability!.uri).toBe(uri);
  });
  it('takes single values for lists, old names, nulls and times without a zone', () => {
    const [capability] = frameworkOf(
      packageOf([
        item('a', {
          educationalLevel: '06,07',
          conceptKeywords: 'ratio|rate',
          notes: null,
          lastChangeDateTime: '2017-05-25T18:05:33',
          CFItemTypeURI: { title: 'Cluster', uri: 'https://x.example/type' },
          somethingElse: { of: 'their own' },
        }),
      ]),
    ).capabilities;
    expect(capability).toMatchObject({ kind: 'Cluster', lastChangeDateTime: '2017-05-25T18:05:33+00:00' });
    expect(Object.keys(capability!.source).toSorted()).toEqual([
      'CFItemTypeURI',
      'conceptKeywords',
      'educationLevel',
    ]);
    expect(capability!.source).toMatchObject({
      educationLevel: ['06', '07'],
      conceptKeywords: ['ratio', 'rate'],
    });
  });
  it('takes the publisher for a missing creator', () => {
    const json = { CFDocument: { title: 'T', publisher: 'P' }, CFItems: [item('a')] };
    expect(frameworkOf(json).creator).toBe('P');
  });
  it('fills what definitions have to have and leave out', () => {
    const { definitions } = frameworkOf(
      packageOf([item('a')], [], {
        CFDefinitions: { CFItemTypes: [{ title: 'Cluster', description: null }] },
      }),
    );
    expect(definitions!.CFItemTypes).toMatchObject([{ description: 'Cluster', hierarchyCode: '1' }]);
  });
});

describe('the anchors of a capability', () => {
  it('take the level from the score before the position, and from the place in the list without either', () => {
    expect(anchorsFor(rubricFor('a', [{ score: '5', position: 1, quality: 'Top' }]))).toEqual([
      { level: 5, name: 'Top', description: '' },
    ]);
    expect(anchorsFor(rubricFor('a', [{ position: 2 }, { position: 1 }])).map(({ level }) => level)).toEqual([
      1, 2,
    ]);
    expect(anchorsFor(rubricFor('a', [{ quality: 'Low' }, { description: 'Well' }]))).toEqual([
      { level: 1, name: 'Low', description: '' },
      { level: 2, name: 'Basic', description: 'Well' },
    ]);
  });
  it('come from the first criterion with levels', () => {
    const anchors = anchorsFor(
      rubricFor('a', []),
      rubricFor('a', [{ score: 3, quality: 'First' }]),
      rubricFor('a', [{ score: 90, quality: 'Other scale' }]),
    );
    expect(anchors.map(({ name }) => name)).toEqual(['First']);
  });
  it('do not come from a rubric that is for no item', () => {
    expect(anchorsFor({ CFRubricCriteria: [{ CFRubricCriterionLevels: [{ score: 40 }] }] })).toEqual([]);
  });
});
