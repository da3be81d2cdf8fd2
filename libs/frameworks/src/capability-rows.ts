import { circleInWords, circlesIn } from './circles.js';
import { LONGEST_CODE } from './framework.js';
import { quoted } from './json-node.js';

const LEVEL_COLUMNS = ['level_1', 'level_2', 'level_3', 'level_4', 'level_5'] as const;

/** What a capabilities file may have in its first line, in any order. */
export const CAPABILITY_COLUMNS = ['code', 'name', 'definition', 'parent_code', ...LEVEL_COLUMNS] as const;
/** Of these, what it has to have there and in every row. */
export const REQUIRED_CAPABILITY_COLUMNS = ['code', 'name'] as const;
export type CapabilityColumn = (typeof CAPABILITY_COLUMNS)[number];

/** A row of the file as it is parsed: null where nothing is given, and for columns that the file does not have. */
export interface PlainRow {
  /** Line of the file on which the row begins; the first line, with the names, is 1. */
  readonly line: number;
  readonly cells: Readonly<Record<CapabilityColumn, string | null>>;
}

/** What a row says of a capability; null where it says nothing. */
export interface CapabilityRow {
  readonly line: number;
  readonly code: string;
  readonly name: string;
  readonly definition: string | null;
  readonly parentCode: string | null;
  /** Only levels that are described, lowest first. */
  readonly levels: readonly { readonly level: number; readonly description: string }[];
}

export interface RowFault {
  readonly line: number;
  readonly column: CapabilityColumn;
  readonly message: string;
}

/**
 * One row of a capabilities file as a capability, and what is wrong with the row by itself beyond an empty required
 * cell, which is for the reader of the file to tell.
 *
 * @param row cells without space around them
 * @returns   `capability` is null where the row has no code. With a fault, or an empty name, it serves only for
 *            capabilityRowFaults, so that one faulty row does not make its children faulty. Faults: a code longer
 *            than 100 characters.
 *
 * O(1).
 * @example capabilityFromRow({ line: 2, cells: { code: 'A', name: 'Pricing', … level_5: 'Shapes the market.' } })
 *          // => { capability: { line: 2, code: 'A', …, levels: [{ level: 5, description: 'Shapes the market.' }] }, faults: [] }
 */
export function capabilityFromRow({ line, cells }: PlainRow): {
  readonly capability: CapabilityRow | null;
  readonly faults: readonly RowFault[];
} {
  const { code, name, definition, parent_code: parentCode } = cells;
  if (code === null) return { capability: null, faults: [] };
  const levels = LEVEL_COLUMNS.flatMap((column, index) => {
    const description = cells[column];
    return description === null ? [] : [{ level: index + 1, description }];
  });
  const tooLong: RowFault = {
    line,
    column: 'code',
    message: `This code is longer than ${LONGEST_CODE} characters.`,
  };
  return {
    capability: { line, code, name: name ?? '', definition, parentCode, levels },
    faults: code.length > LONGEST_CODE ? [tooLong] : [],
  };
}

/**
 * What is wrong with the rows of a file taken together: a code used twice, a parent that neither the file nor the
 * framework has, a circle of parents (also through capabilities that the file does not name).
 *
 * @param rows  of the whole file, in its order, those with faults of their own too
 * @param known parent code by code (null: at the top) of the capabilities that are there already
 * @returns     faults in the order of lines; a circle is noted once, at its first row
 *
 * O(rows + known).
 * @example capabilityRowFaults([{ line: 2, code: 'A', parentCode: 'A', … }], new Map())
 *          // => [{ line: 2, column: 'parent_code', message: 'This makes a circle: "A" is under "A".' }]
 */
export function capabilityRowFaults(
  rows: readonly CapabilityRow[],
  known: ReadonlyMap<string, string | null>,
): readonly RowFault[] {
  const lines = new Map<string, number>();
  const parents = new Map<string, string | null>();
  const duplicates = rows.flatMap(({ line, code, parentCode }): RowFault[] => {
    const first = lines.get(code);
    if (first !== undefined) {
      return [
        { line, column: 'code', message: `The code ${quoted(code)} is already used on line ${first}.` },
      ];
    }
    lines.set(code, line);
    parents.set(code, parentCode ?? known.get(code) ?? null);
    return [];
  });
  const orphans = rows.flatMap(({ line, parentCode: parent }): RowFault[] =>
    parent === null || lines.has(parent) || known.has(parent)
      ? []
      : [
          {
            line,
            column: 'parent_code',
            message: `No capability here or in the framework has the code ${quoted(parent)}.`,
          },
        ],
  );
  const circles = circleFaults(new Map([...parents, ...knownOutside(known, lines)]), lines);
  return [...duplicates, ...orphans, ...circles].toSorted((a, b) => a.line - b.line);
}

function knownOutside(known: ReadonlyMap<string, string | null>, lines: ReadonlyMap<string, number>) {
  return [...known].filter(([code]) => !lines.has(code));
}

function circleFaults(
  parents: ReadonlyMap<string, string | null>,
  lines: ReadonlyMap<string, number>,
): readonly RowFault[] {
  const lists = new Map(Array.from(parents, ([code, parent]) => [code, parent === null ? [] : [parent]]));
  return Array.from(circlesIn(lists), (circle): RowFault => {
    const line = circle.reduce((lowest, code) => Math.min(lowest, lines.get(code) ?? Infinity), Infinity);
    const message = `This makes a circle: ${circleInWords(circle.map(quoted))}.`;
    return { line, column: 'parent_code', message };
  }).filter(({ line }) => line !== Infinity);
}
