import { describe, expect, it } from '@jest/globals';
import { capabilityRow as row, linkedRow as linked } from '../../../test/frameworks/case-packages.js';
import { emptyFramework, frameworkWithRows, UnknownParentCodeError } from './index.js';
import type { Capability, CapabilityFramework } from './index.js';

const TIME = '2026-03-01T00:00:00+00:00';
const find = ({ capabilities }: CapabilityFramework, code: string): Capability =>
  capabilities.find((each) => each.code === code)!;

describe('frameworkWithRows', () => {
  const empty = emptyFramework({ id: 'any key', title: 'T', creator: 'C', lastChangeDateTime: TIME });
  const rows = [
    linked(2, 'B', 'A'),
    linked(3, 'A', null),
    row(4, { code: 'C', name: 'C', parent_code: 'A', level_2: 'x' }),
  ];
  const framework = frameworkWithRows(empty, rows, TIME);

  it('puts capabilities under their parents in the order of the file', () => {
    const { identifier } = find(framework, 'A');
    expect(
      framework.capabilities.map(({ code, parentIdentifier, position }) => [
        code,
        parentIdentifier,
        position,
      ]),
    ).toEqual([
      ['B', identifier, 1],
      ['A', null, 1],
      ['C', identifier, 2],
    ]);
    expect(find(framework, 'C').anchors).toEqual([{ level: 2, name: 'Basic', description: 'x' }]);
  });
  it('gives identifiers that depend on the framework and the code alone', () => {
    const alone = frameworkWithRows(empty, [linked(9, 'C', null)], '2027-01-01T00:00:00Z');
    expect(find(alone, 'C').identifier).toBe(find(framework, 'C').identifier);
    const elsewhere = emptyFramework({ id: 'other key', title: 'T', creator: 'C', lastChangeDateTime: TIME });
    expect(find(frameworkWithRows(elsewhere, rows, TIME), 'C').identifier).not.toBe(
      find(framework, 'C').identifier,
    );
  });
  it('gives the very same framework for the same rows, also with fields in another order', () => {
    expect(frameworkWithRows(framework, rows, '2027-01-01T00:00:00Z')).toBe(framework);
    const reversed = (value: any): any => {
      if (Array.isArray(value)) return value.map(reversed);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([key, inner]) => [key, reversed(inner)]),
      );
    };
    const stored = reversed(framework) as CapabilityFramework;
    expect(frameworkWithRows(stored, rows, '2027-01-01T00:00:00Z')).toBe(stored);
  });
  it('changes only what a row says', () => {
    const later = '2027-01-01T00:00:00Z';
    const after = frameworkWithRows(framework, [row(2, { code: 'C', name: 'New', level_4: 'y' })], later);
    expect(find(after, 'C')).toEqual({
      ...find(framework, 'C'),
      name: 'New',
      anchors: [
        { level: 2, name: 'Basic', description: 'x' },
        { level: 4, name: 'Advanced', description: 'y' },
      ],
      lastChangeDateTime: later,
    });
    expect(after.lastChangeDateTime).toBe(later);
    expect(find(after, 'B')).toBe(find(framework, 'B'));
  });
  it('puts a capability that moves after its new siblings, and leaves the others where they are', () => {
    const more = frameworkWithRows(framework, [linked(2, 'D', 'B')], TIME);
    const after = frameworkWithRows(more, [linked(2, 'C', 'B')], TIME);
    expect(find(after, 'C')).toMatchObject({ parentIdentifier: find(after, 'B').identifier, position: 2 });
    expect(find(after, 'B').position).toBe(1);
  });
  it('does not give a new capability the identifier of one that lost the code', () => {
    const renamed = {
      ...framework,
      capabilities: framework.capabilities.map((each) => (each.code === 'C' ? { ...each, code: 'D' } : each)),
    };
    const after = frameworkWithRows(renamed, [linked(2, 'C', null)], TIME);
    expect(new Set(after.capabilities.map(({ identifier }) => identifier)).size).toBe(4);
  });
  it('throws for a parent that is not there', () => {
    expect(() => frameworkWithRows(framework, [linked(2, 'Z', 'nowhere')], TIME)).toThrow(
      UnknownParentCodeError,
    );
  });
});
