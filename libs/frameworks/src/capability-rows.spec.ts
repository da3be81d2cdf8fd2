import { describe, expect, it } from '@jest/globals';
import {
  capabilityRow as row,
  linkedRow as linked,
  plainRow,
} from '../../../test/frameworks/case-packages.js';
import { capabilityFromRow, capabilityRowFaults } from './index.js';

const places = (faults: readonly { line: number; column: string }[]) =>
  faults.map(({ line, column }) => `${line} ${column}`);

describe('capabilityFromRow', () => {
  it('reads each column, and null where a cell says nothing', () => {
    const cells = {
      code: 'A.1',
      name: 'Pricing',
      definition: 'Sets prices.',
      parent_code: 'A',
      level_5: 'Shapes',
    };
    expect(capabilityFromRow(plainRow(7, cells))).toEqual({
      capability: {
        line: 7,
        code: 'A.1',
        name: 'Pricing',
        definition: 'Sets prices.',
        parentCode: 'A',
        levels: [{ level: 5, description: 'Shapes' }],
      },
      faults: [],
    });
    expect(row(2, { code: 'A', name: 'A' })).toEqual({
      line: 2,
      code: 'A',
      name: 'A',
      definition: null,
      parentCode: null,
      levels: [],
    });
  });
  it('makes nothing of a row without a code', () => {
    expect(capabilityFromRow(plainRow(3, { name: 'N' }))).toEqual({ capability: null, faults: [] });
  });
  it('refuses a code that is too long for a key', () => {
    expect(places(capabilityFromRow(plainRow(4, { code: 'x'.repeat(101), name: 'N' })).faults)).toEqual([
      '4 code',
    ]);
    expect(capabilityFromRow(plainRow(4, { code: 'x'.repeat(100), name: 'N' })).faults).toEqual([]);
  });
});

describe('capabilityRowFaults', () => {
  it('names both lines of a code used twice', () => {
    expect(capabilityRowFaults([linked(2, 'A', null), linked(5, 'A', null)], new Map())).toEqual([
      { line: 5, column: 'code', message: 'The code "A" is already used on line 2.' },
    ]);
  });
  it('accepts a parent later in the file or known already, and no other', () => {
    const rows = [linked(2, 'B', 'A'), linked(3, 'A', 'K'), linked(4, 'C', 'nowhere')];
    expect(capabilityRowFaults(rows, new Map([['K', null]]))).toEqual([
      {
        line: 4,
        column: 'parent_code',
        message: 'No capability here or in the framework has the code "nowhere".',
      },
    ]);
  });
  it('notes a circle once, at its first row', () => {
    const rows = [
      linked(2, 'X', 'A'),
      linked(3, 'C', 'A'),
      linked(4, 'B', 'C'),
      linked(5, 'A', 'B'),
      linked(6, 'S', 'S'),
    ];
    const faults = capabilityRowFaults(rows, new Map());
    expect(places(faults)).toEqual(['3 parent_code', '6 parent_code']);
    expect(faults[0]!.message).toBe('This makes a circle: "A" is under "B" is under "C" is under "A".');
  });
  it('sees a circle through capabilities that the file does not name', () => {
    const known = new Map([
      ['A', null],
      ['B', 'A'],
    ]);
    expect(places(capabilityRowFaults([linked(2, 'A', 'B')], known))).toEqual(['2 parent_code']);
  });
  it('takes the known parent where the row says none', () => {
    const known = new Map([
      ['A', null],
      ['B', 'A'],
    ]);
    const rows = [linked(2, 'A', 'B'), row(3, { code: 'B', name: 'B' })];
    expect(places(capabilityRowFaults(rows, known))).toEqual(['2 parent_code']);
  });
  it('does not make the children of a faulty row faulty', () => {
    const rows = [row(2, { code: 'A' }), linked(3, 'B', 'A')];
    expect(capabilityRowFaults(rows, new Map())).toEqual([]);
  });
});
