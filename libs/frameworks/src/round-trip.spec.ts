import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  exported,
  frameworkOf,
  packagesOfOthers,
  schemaFaults,
  sitePackage,
} from '../../../test/frameworks/case-packages.js';
import { readCasePackage } from './index.js';
import type { CapabilityFramework } from './index.js';

const files = [['site-leadership.case.json', sitePackage()] as const, ...packagesOfOthers()];
const complete = files.filter(([name]) => !name.startsWith('opensalt'));

/** What is written is strict, and read again as it was. */
function expectSameAgain(framework: CapabilityFramework): void {
  const written = exported(framework);
  expect(schemaFaults(written)).toEqual([]);
  expect(frameworkOf(written)).toStrictEqual(framework);
}

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const identified = (style: string, index: number) => {
  if (style === 'uuid') return { identifier: `0b5e3c1a-0000-4000-8000-${String(index).padStart(12, '0')}` };
  return style === 'word' ? { identifier: `Item ${index}` } : { uri: `https://x.example/items/n° ${index}` };
};

describe.each(files)('%s', (_name, json) => {
  it('is written strictly, and is the same framework after export and import', () => {
    expect(schemaFaults(exported(frameworkOf(json)))).toEqual([]);
    expectSameAgain(frameworkOf(json));
  });
  it('keeps each item, association, rubric and definition', () => {
    const written = exported(frameworkOf(json));
    expect(written.CFItems).toHaveLength(json.CFItems.length);
    expect(written.CFItems.map(({ uri }: { uri: string }) => uri)).toEqual(
      json.CFItems.map(({ uri }: { uri: string }) => uri),
    );
    const uris = new Set(written.CFAssociations.map(({ uri }: { uri: string }) => uri));
    expect(json.CFAssociations.filter(({ uri }: { uri: string }) => !uris.has(uri))).toEqual([]);
    expect(written.CFRubrics ?? []).toHaveLength((json.CFRubrics ?? []).length);
    expect(Object.keys(written.CFDefinitions ?? {})).toEqual(Object.keys(json.CFDefinitions));
  });
});

describe.each(complete)('%s, which is strict already,', (_name, json) => {
  it('comes out as it went in', () => {
    expect(schemaFaults(json)).toEqual([]);
    expect(exported(frameworkOf(json))).toEqual(json);
  });
});

describe('a package with one value replaced', () => {
  const fixture = sitePackage();
  const paths: (readonly string[])[] = [];
  const collect = (value: unknown, path: readonly string[]): void => {
    paths.push(path);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) collect(inner, [...path, key]);
  };
  collect(fixture, []);
  const withValue = (value: any, path: readonly string[], replacement: unknown): any => {
    const [key, ...rest] = path;
    if (key === undefined) return replacement;
    const copy = Array.isArray(value) ? [...value] : { ...value };
    copy[key] = withValue(copy[key], rest, replacement);
    return copy;
  };
  const replacement = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom<unknown>(undefined, null, '', '7', -1, 3, '2026-01-01', 'a b', 'https://x.example', {}),
    fc.constantFrom(...paths.map((path) => path.reduce<any>((value, key) => value[key], fixture))),
  );
  it('gives faults with paths, or a framework that is written strictly and read again as it was', () => {
    fc.assert(
      fc.property(fc.constantFrom(...paths), replacement, (path, value) => {
        const reading = readCasePackage(JSON.parse(JSON.stringify(withValue(fixture, path, value) ?? null)));
        const unclear = reading.faults.filter(
          ({ path: at, message }) => !at.startsWith('$') || !message.endsWith('.'),
        );
        expect(unclear).toEqual([]);
        expect(reading.faults.length > 0).toBe(reading.framework === null);
        if (reading.framework !== null) expectSameAgain(reading.framework);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a random package', () => {
  const words = fc
    .string({ minLength: 1, maxLength: 120, unit: 'grapheme' })
    .filter((text) => /\S/.test(text));
  const node = fc.record({
    style: fc.constantFrom('uuid', 'word', 'uri'),
    parent: fc.nat(),
    isLinked: fc.boolean(),
    secondParent: maybe(fc.nat()),
    sequenceNumber: maybe(
      fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }).map(String)),
    ),
    fullStatement: words,
    abbreviatedStatement: maybe(words),
    hasCode: fc.boolean(),
    conceptKeywords: maybe(fc.oneof(words, fc.array(words, { maxLength: 3 }))),
    CFItemType: maybe(words),
    lastChangeDateTime: maybe(
      fc.constantFrom('2020-02-29', '2020-02-29T10:11:12', '2020-02-29T10:11:12.5-03:30'),
    ),
    levels: maybe(fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { maxLength: 5 })),
    quality: maybe(words),
    related: maybe(fc.nat()),
  });
  const packageOf = (nodes: readonly (typeof node extends fc.Arbitrary<infer T> ? T : never)[]) => {
    const reference = (index: number) => identified(nodes[index]!.style, index);
    const link = (associationType: string, origin: number, destination: object, more: object = {}) => ({
      associationType,
      originNodeURI: reference(origin),
      destinationNodeURI: destination,
      ...more,
    });
    return {
      CFDocument: { identifier: 'doc', title: 'T', creator: 'C' },
      CFItems: nodes.map(({ style, fullStatement, abbreviatedStatement, hasCode, ...rest }, index) => ({
        ...identified(style, index),
        fullStatement,
        abbreviatedStatement,
        humanCodingScheme: hasCode ? `K${index}` : undefined,
        conceptKeywords: rest.conceptKeywords,
        CFItemType: rest.CFItemType,
        lastChangeDateTime: rest.lastChangeDateTime,
      })),
      CFAssociations: nodes.flatMap(({ parent, isLinked, secondParent, sequenceNumber, related }, index) => {
        const above = index === 0 ? { identifier: 'doc' } : reference(parent % index);
        const second =
          secondParent === undefined || index === 0 ? undefined : reference(secondParent % index);
        return [
          ...(isLinked ? [link('isChildOf', index, above, { sequenceNumber })] : []),
          ...(second === undefined || !isLinked
            ? []
            : [link('isChildOf', index, second, { identifier: `s${index}` })]),
          ...(related === undefined ? [] : [link('isRelatedTo', index, { identifier: `away ${related}` })]),
        ];
      }),
      CFRubrics: nodes.flatMap(({ levels, quality }, index) =>
        levels === undefined
          ? []
          : [
              {
                identifier: `rubric ${index}`,
                CFRubricCriteria: [
                  {
                    CFItemURI: reference(index),
                    CFRubricCriterionLevels: levels.map((score) => ({ score, quality })),
                  },
                ],
              },
            ],
      ),
    };
  };
  it('is read, written strictly and read again as it was', () => {
    fc.assert(
      fc.property(fc.array(node, { minLength: 1, maxLength: 12 }), (nodes) => {
        const framework = frameworkOf(JSON.parse(JSON.stringify(packageOf(nodes))));
        expect(framework.capabilities).toHaveLength(nodes.length);
        expectSameAgain(framework);
      }),
      { numRuns: 300 },
    );
  });
});
