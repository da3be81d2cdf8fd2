import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readCsv } from './csv.js';
import type { CsvRow } from './csv.js';
import { FirstFaults } from './fault-list.js';

const COLUMNS = { known: ['code', 'name', 'note'], required: ['code'] } as const;
type Column = (typeof COLUMNS.known)[number];

interface Read {
  readonly rows: CsvRow<Column>[];
  readonly faults: (string | number | null)[][];
  readonly count: number;
}

/** @param size  bytes of each chunk the file comes in */
async function read(text: string | Buffer, size = 7): Promise<Read> {
  const bytes = Buffer.from(text);
  async function* file(): AsyncGenerator<Buffer> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const faults = new FirstFaults();
  const rows: CsvRow<Column>[] = [];
  for await (const row of readCsv(file(), COLUMNS, faults)) rows.push(row);
  return {
    rows,
    faults: faults.first().map(({ line, column, message }) => [line, column, message]),
    count: faults.count,
  };
}

const cellsOf = ({ rows }: Read) => rows.map(({ cells }) => [cells.code, cells.name, cells.note]);
const linesOf = ({ rows }: Read) => rows.map(({ line }) => line);

/** As the export writes it. */
const written = (text: string): string =>
  `"${/^[=+\-@\t\r]/.test(text) ? "'" : ''}${text.replaceAll('"', '""')}"`;
const given = (text: string): string | null => text.trim() || null;

describe('a CSV file', () => {
  it('has its columns in any order, and what is absent or empty is not given', async () => {
    const file = await read('name,code\nPricing,p\n,q\n');
    expect(cellsOf(file)).toEqual([
      ['p', 'Pricing', null],
      ['q', null, null],
    ]);
    expect(file.faults).toEqual([]);
  });

  it('may begin with a byte order mark and end its lines in any way, also without the last line end', async () => {
    const expected = [
      ['p', 'Ünïcode', null],
      ['q', null, null],
    ];
    for (const end of ['\n', '\r\n', '\r'])
      for (const mark of ['', '\uFEFF']) {
        // oxlint-disable-next-line no-await-in-loop
        expect(cellsOf(await read(`${mark}code,name${end}p,Ünïcode${end}q,`, 1))).toEqual(expected);
      }
  });

  it('counts lines as an editor does: cells may go over several, empty lines count and are left out', async () => {
    for (const end of ['\n', '\r\n']) {
      // oxlint-disable-next-line no-await-in-loop
      const file = await read(['code,note', 'p,"a', 'b, ""c"""', '', 'q,d', ''].join(end));
      expect(linesOf(file)).toEqual([2, 5]);
      expect(cellsOf(file)[0]).toEqual(['p', null, `a${end}b, "c"`]);
    }
  });

  it('loses the apostrophe that keeps a cell from being taken for a formula, and no other', async () => {
    expect(cellsOf(await read(`code,name,note\n'-1,'=A1,'tis\n`))).toEqual([['-1', '=A1', "'tis"]]);
  });

  it('names every unknown, missing and doubled column at once and then reads no row', async () => {
    const file = await read('name,nmae,name\nPricing,x,y\n');
    expect(file.rows).toEqual([]);
    expect(file.faults).toEqual([
      [1, 'nmae', 'There is no column nmae. The first line names the columns, of: code, name, note.'],
      [1, 'name', 'The column name is there twice.'],
      [1, 'code', 'The column code is missing.'],
    ]);
  });

  it('says so when it is empty or separated by semicolons', async () => {
    expect((await read('')).faults).toEqual([
      [1, null, 'The file is empty. The first line names the columns, of: code, name, note.'],
    ]);
    expect((await read('code;name\np;q\n')).faults).toEqual([[1, null, 'Columns are separated by commas.']]);
  });

  it('leaves a row with too many or too few cells out and tells its line', async () => {
    const file = await read('code,name\np\nq,Q\nr,R,more\n');
    expect(linesOf(file)).toEqual([3]);
    expect(file.faults).toEqual([
      [2, null, 'The row has 1 cells and the first line 2.'],
      [4, null, 'The row has 3 cells and the first line 2.'],
    ]);
  });

  it('tells where text is not UTF-8 or has a NUL, and gives the other cells of the row', async () => {
    const bad = Buffer.concat([
      Buffer.from('code,name\np,'),
      Buffer.from([0xe9]),
      Buffer.from('\nq,a\0b\nr,\uFFFD\n'),
    ]);
    const file = await read(bad);
    expect(cellsOf(file)).toEqual([
      ['p', null, null],
      ['q', null, null],
      ['r', '\uFFFD', null],
    ]);
    expect(file.faults.map(([line, column]) => [line, column])).toEqual([
      [2, 'name'],
      [3, 'name'],
    ]);
  });

  it('tells where a required cell is empty', async () => {
    const file = await read('code,name\n ,P\n');
    expect(file.faults).toEqual([[2, 'code', 'code is needed in every row.']]);
    expect(cellsOf(file)).toEqual([[null, 'P', null]]);
  });

  it('reads what stands before a misplaced quote, tells its line and reads no further', async () => {
    for (const row of ['x"y,Q', '"x"y,Q', '"x,Q']) {
      // oxlint-disable-next-line no-await-in-loop
      const file = await read(`code,name\np,P\n\n${row}\nr,R\n`);
      expect(linesOf(file)).toEqual([2]);
      expect(file.faults).toEqual([
        [4, null, expect.stringMatching(/quote.*Nothing after it could be read/)],
      ]);
    }
  });

  it('does not take in the rest of a large file for a quote that is never closed', async () => {
    let taken = 0;
    async function* file(): AsyncGenerator<Buffer> {
      yield Buffer.from('code,name\np,"');
      for (; taken < 64; taken += 1) yield Buffer.alloc(256 * 1024, 'x');
    }
    const faults = new FirstFaults();
    for await (const row of readCsv(file(), COLUMNS, faults))
      throw new Error(`no row expected at ${row.line}`);
    expect(faults.first()).toMatchObject([{ line: 2 }]);
    expect(taken).toBeLessThan(8);
  });

  it('counts every fault and keeps the first hundred of the file', async () => {
    const { faults, count } = await read(`code,name\n${',x\n'.repeat(2500)}`, 4096);
    expect(count).toBe(2500);
    expect(faults.map(([line]) => line)).toEqual(Array.from({ length: 100 }, (_, i) => i + 2));
  });

  it('gives back any cells that were written into it, however it is cut into chunks', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'é', '漢', '😀', ',', '"', '\n', '\r\n', ' ', '=', '-'),
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell)),
        fc.integer({ min: 1, max: 20 }),
        async (rows, size) => {
          const text = rows.map(([name, note], i) => `c${i},${written(name)},${written(note)}\n`).join('');
          const file = await read(`code,name,note\n${text}`, size);
          expect(cellsOf(file)).toEqual(rows.map(([name, note], i) => [`c${i}`, given(name), given(note)]));
          expect(file.faults).toEqual([]);
        },
      ),
    );
  });
});
