import { describe, expect, it } from '@jest/globals';
import {
  child,
  coded,
  exported,
  frameworkOf,
  linkedRow,
  packageOf,
  packagesOfOthers,
  rubricFor,
  schemaFaults,
  sitePackage,
} from '../../../test/frameworks/case-packages.js';
import {
  capabilityChanges,
  emptyFramework,
  frameworkWithPackage,
  frameworkWithRows,
  inTreeOrder,
} from './index.js';
import type { CapabilityFramework } from './index.js';

const tree = [coded('A'), coded('B'), coded('C')];
const links = [child('B', 'A', { sequenceNumber: 1 }), child('C', 'A', { sequenceNumber: 2 })];
const before = frameworkOf(packageOf(tree, links, { CFRubrics: [rubricFor('C', [{ description: 'x' }])] }));

const after = (framework: CapabilityFramework, json: unknown): CapabilityFramework => {
  const reading = frameworkWithPackage(framework, frameworkOf(json));
  expect(reading.faults).toEqual([]);
  return reading.framework!;
};
const placesOf = (framework: CapabilityFramework) => {
  const codes = new Map(framework.capabilities.map(({ identifier, code }) => [identifier, code]));
  return inTreeOrder(framework).map(({ code, parentIdentifier, position }) => [
    code,
    codes.get(parentIdentifier ?? '') ?? null,
    position,
  ]);
};
const reordered = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value), (_key, inner) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toReversed())
      : inner,
  );

describe('frameworkWithPackage', () => {
  it.each([['site-leadership.case.json', sitePackage()] as const, ...packagesOfOthers()])(
    'gives the very same framework for %s again, for its export, and for fields in another order',
    (_name, json) => {
      const stored = reordered(frameworkOf(json));
      expect(after(stored, json)).toBe(stored);
      expect(after(stored, exported(stored))).toBe(stored);
    },
  );

  it('gives the very same framework of rows for its export, whose addresses were made', () => {
    const about = { id: 'own', title: 'T', creator: 'C', lastChangeDateTime: '2026-03-01T00:00:00Z' };
    const rows = [linkedRow(2, 'A', null), linkedRow(3, 'B', 'A')];
    const own = frameworkWithRows(emptyFramework(about), rows, about.lastChangeDateTime);
    expect(after(own, exported(own))).toBe(own);
    const json = exported(own);
    json.CFItems[0].abbreviatedStatement = 'Another name';
    const changed = after(own, json);
    expect(capabilityChanges(own, changed, ['A', 'B'])).toEqual({ created: 0, updated: 1, unchanged: 1 });
  });

  it('takes over all that the package says', () => {
    const json = packageOf([...tree, coded('D')], links, {
      CFDocument: { identifier: 'doc', title: 'New', creator: 'C' },
    });
    const changed = after(before, json);
    expect(changed).toEqual(frameworkOf(json));
    expect(capabilityChanges(before, changed, ['A', 'B', 'C', 'D'])).toEqual({
      created: 1,
      updated: 1,
      unchanged: 2,
    });
  });

  it('keeps what the package no longer has, with its anchors and its relations, after its siblings', () => {
    const smaller = packageOf(
      [coded('A'), coded('B'), coded('D')],
      [child('B', 'A', { sequenceNumber: 1 }), child('D', 'A', { sequenceNumber: 2 })],
    );
    const related = frameworkOf(
      packageOf(tree, [...links, child('C', 'B', { associationType: 'isRelatedTo' })], {
        CFRubrics: [rubricFor('C', [{ description: 'x' }])],
      }),
    );
    const changed = after(related, smaller);
    expect(placesOf(changed)).toEqual([
      ['A', null, 1],
      ['B', 'A', 1],
      ['D', 'A', 2],
      ['C', 'A', 3],
    ]);
    expect(changed.capabilities.at(-1)!.anchors).toEqual([{ level: 1, name: 'Awareness', description: 'x' }]);
    expect(changed.associations.map(({ associationType }) => associationType)).toContain('isRelatedTo');
    const json = exported(changed);
    expect(schemaFaults(json)).toEqual([]);
    expect(after(changed, smaller)).toBe(changed);
    expect(after(changed, json)).toBe(changed);
  });

  it('knows a capability by its code when the publisher has given it another identifier', () => {
    const renewed = packageOf([{ ...coded('A'), identifier: 'new A' }, coded('C')], [child('C', 'new A')]);
    const changed = after(before, renewed);
    expect(placesOf(changed)).toEqual([
      ['A', null, 1],
      ['C', 'A', 1],
      ['B', 'A', 2],
    ]);
    expect(capabilityChanges(before, changed, ['A', 'C'])).toEqual({ created: 0, updated: 2, unchanged: 0 });
  });

  it('refuses to give the code of what is kept to another capability that is known', () => {
    const taken = packageOf([{ ...coded('C'), identifier: 'B' }, coded('A')]);
    expect(frameworkWithPackage(before, frameworkOf(taken)).faults).toEqual([
      {
        path: '$.CFItems[0].humanCodingScheme',
        message: 'The code "C" belongs to a capability that this package no longer has and that is kept.',
      },
    ]);
    const swapped = packageOf(
      [{ ...coded('C'), identifier: 'B' }, { ...coded('B'), identifier: 'C' }, coded('A')],
      links,
    );
    expect(after(before, swapped).capabilities).toHaveLength(3);
  });
});

describe('inTreeOrder', () => {
  it('has parents before children and siblings by position, wherever they stand in the file', () => {
    const items = ['A.2', 'B', 'A.1', 'A', 'A.1.1'].map((code) => coded(code));
    const sorted = frameworkOf(
      packageOf(items, [
        child('A.2', 'A', { sequenceNumber: 2 }),
        child('A.1', 'A', { sequenceNumber: 1 }),
        child('A.1.1', 'A.1'),
        child('B', 'doc', { sequenceNumber: 20 }),
        child('A', 'doc', { sequenceNumber: 10 }),
      ]),
    );
    expect(inTreeOrder(sorted).map(({ code }) => code)).toEqual(['A', 'A.1', 'A.1.1', 'A.2', 'B']);
  });
});
