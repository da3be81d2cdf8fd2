import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  capabilityRow,
  exported,
  frameworkOf,
  schemaFaults,
  sitePackage,
} from '../../../test/frameworks/case-packages.js';
import {
  CAPABILITY_COLUMNS,
  capabilityRowFaults,
  emptyFramework,
  frameworkWithRows,
  InvalidBaseUriError,
  writeCasePackage,
} from './index.js';
import type { CapabilityFramework, LevelAnchor } from './index.js';

const BASE = 'https://alidade.example/ims/case/v1p0';

/** Rows of cells in the order of the columns; an empty one says nothing. */
function rowsOf(lines: readonly (readonly string[])[]) {
  return lines.map((values, index) =>
    capabilityRow(
      index + 2,
      Object.fromEntries(CAPABILITY_COLUMNS.map((column, i) => [column, values[i]?.trim() || null])),
    ),
  );
}

const byCode = (framework: CapabilityFramework, code: string) =>
  framework.capabilities.find((capability) => capability.code === code)!;
const othersOf = ({ capabilities }: CapabilityFramework) =>
  capabilities.filter(({ code }) => code !== 'DIR.1');
const fixture = sitePackage();
const before = frameworkOf(fixture);
const levelsOf = (json: any) => json.CFRubrics[0].CFRubricCriteria[0].CFRubricCriterionLevels;
/** The anchors that arrive when a capability is exported with these. */
const withAnchors = (code: string, anchors: readonly LevelAnchor[]) => {
  const capabilities = before.capabilities.map((each) => (each.code === code ? { ...each, anchors } : each));
  const written = exported({ ...before, capabilities });
  expect(schemaFaults(written)).toEqual([]);
  return byCode(frameworkOf(written), code).anchors;
};

const line = (code: string, parent: string, ...levels: string[]) => {
  const { name, definition } = byCode(before, code);
  return rowsOf([[code, name, definition, parent, ...levels]]);
};

/** Without what a package has and rows do not: addresses, and a definition in any case. */
const contentOf = ({ capabilities }: CapabilityFramework) =>
  capabilities.map((each) => ({ ...each, uri: null, definition: each.definition || each.name }));

describe('a framework from CSV', () => {
  const base = emptyFramework({
    id: '3f0c9a52-6f7e-4c0e-9f57-0c7a3c1b2d4e',
    title: 'Sales leadership',
    creator: 'Example AG',
    lastChangeDateTime: '2026-03-01T00:00:00+00:00',
  });
  const rows = [
    ['S', 'Selling'],
    ['S.1', 'Pricing', 'Sets prices that hold.', 'S', 'Asks', '', 'Knows', '', 'Shapes'],
  ];
  const framework = frameworkWithRows(base, rowsOf(rows), '2026-03-02T00:00:00+00:00');

  it('is written strictly, with the same identifiers and addresses each time', () => {
    const written = exported(framework);
    expect(schemaFaults(written)).toEqual([]);
    expect(written).toEqual(
      writeCasePackage(frameworkWithRows(base, rowsOf(rows), '2026-03-02T00:00:00+00:00'), BASE),
    );
    expect(written.CFDocument.identifier).toBe('3f0c9a52-6f7e-4c0e-9f57-0c7a3c1b2d4e');
    const [, pricing] = written.CFItems;
    expect(pricing!.uri).toBe(`${BASE}/CFItems/${pricing!.identifier}`);
  });
  it('is read again with the same capabilities', () => {
    expect(contentOf(frameworkOf(exported(framework)))).toEqual(contentOf(framework));
  });
  it('whatever its rows are, as long as they have no faults', () => {
    const cell = fc.string({ maxLength: 12, unit: 'grapheme' });
    const row = fc.tuple(
      cell,
      cell,
      fc.option(fc.nat(), { nil: null }),
      fc.array(cell, { minLength: 5, maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 10 }), (list) => {
        const lines = list.map(([name, definition, parent, levels], index) => {
          const above = parent === null || index === 0 ? '' : `K${parent % index}`;
          return [`K${index}`, `N${name}`, definition, above, ...levels];
        });
        const parsed = rowsOf(lines);
        expect(capabilityRowFaults(parsed, new Map())).toEqual([]);
        const made = frameworkWithRows(base, parsed, '2026-03-02T00:00:00+00:00');
        const written = exported(made);
        expect(schemaFaults(written)).toEqual([]);
        const again = frameworkOf(written);
        expect(frameworkOf(exported(again))).toStrictEqual(again);
        expect(again.capabilities.map(({ anchors }) => anchors)).toEqual(
          made.capabilities.map(({ anchors }) => anchors),
        );
      }),
      { numRuns: 200 },
    );
  });
});

describe('a CASE framework that was changed', () => {
  const time = '2026-05-01T00:00:00+00:00';

  it('is written with the new parent and the new anchors, and the rest as it came', () => {
    const after = frameworkWithRows(before, line('DIR.1', 'PEO', 'One'), time);
    const written = exported(after);
    expect(schemaFaults(written)).toEqual([]);
    const again = frameworkOf(written);
    const { anchors } = byCode(before, 'DIR.1');
    expect(byCode(again, 'DIR.1')).toMatchObject({
      parentIdentifier: byCode(before, 'PEO').identifier,
      position: 31,
      anchors: [{ level: 1, name: 'Beginning', description: 'One' }, ...anchors.slice(1)],
    });
    expect(othersOf(again)).toEqual(othersOf(before));
    expect(again.associations).toHaveLength(before.associations.length);
    expect(again.definitions).toEqual(before.definitions);
  });
  it('keeps the records of levels, and the time of those that did not change', () => {
    const after = exported(frameworkWithRows(before, line('DIR.1', 'DIR', 'One'), time));
    const [first, ...rest] = levelsOf(fixture);
    expect(levelsOf(after)).toEqual([{ ...first, description: 'One', lastChangeDateTime: time }, ...rest]);
  });
  it('gains and loses levels with its anchors', () => {
    const anchors = [
      { level: 2, name: 'Two', description: '' },
      { level: 4, name: 'Leading', description: 'Four' },
    ];
    expect(withAnchors('DIR.1', anchors)).toEqual(anchors);
    expect(withAnchors('DIR', anchors)).toEqual(anchors);
    expect(withAnchors('DIR.1', [])).toEqual([]);
  });
  it('has a statement for every item, also where no definition was given', () => {
    const base = emptyFramework({ id: 'x', title: 'T', creator: 'C', lastChangeDateTime: time });
    const { CFItems } = exported(frameworkWithRows(base, rowsOf([['A', 'Pricing']]), time));
    expect(CFItems[0].fullStatement).toBe('Pricing');
  });
  it('leaves out what belonged to a capability that is gone', () => {
    const capabilities = before.capabilities.filter(({ code }) => code !== 'PEO.2');
    const written = exported({ ...before, capabilities });
    expect(schemaFaults(written)).toEqual([]);
    expect(frameworkOf(written).capabilities).toEqual(capabilities);
    expect(written.CFRubrics).toHaveLength(5);
  });
  it('drops second parents that a new parent would close a circle with', () => {
    const { identifier } = byCode(before, 'DIR');
    const target = byCode(before, 'PEO').identifier;
    const second = { ...fixture.CFAssociations[0], identifier: '886313e1-3b8a-5372-9b90-0c9aee199e5d' };
    const link = { ...second, destinationNodeURI: { ...second.destinationNodeURI, identifier: target } };
    const json = { ...fixture, CFAssociations: [...fixture.CFAssociations, link] };
    expect(link.originNodeURI.identifier).toBe(identifier);
    const after = frameworkWithRows(frameworkOf(json), line('PEO', 'DIR'), time);
    expect(byCode(frameworkOf(exported(after)), 'PEO').parentIdentifier).toBe(identifier);
  });
});

describe('writeCasePackage', () => {
  it.each([
    '',
    'alidade.example',
    'ftp://a.example',
    'https://',
    'https://a.example/x?y',
    'https://a b.example',
  ])('refuses "%s" as the base of addresses', (baseUri) => {
    expect(() => writeCasePackage(frameworkOf(sitePackage()), baseUri)).toThrow(InvalidBaseUriError);
  });
});
