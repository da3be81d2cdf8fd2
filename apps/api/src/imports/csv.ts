import { CsvError, parse } from 'csv-parse';
import { isUtf8 } from 'node:buffer';
import type { FaultList } from './import-reader.js';

/** What a kind of file may have in its first line, in any order. */
export interface CsvColumns<Name extends string> {
  readonly known: readonly Name[];
  /** Named in the first line and given in every row. */
  readonly required: readonly Name[];
}

export interface CsvRow<Name extends string> {
  /** Where the row begins in the file: 1 is the header, and a cell may go over several lines. */
  readonly line: number;
  /** By column; null where nothing is given, and for columns that the file does not have. */
  readonly cells: Readonly<Record<Name, string | null>>;
  /** The columns that the file has: where one is absent, nothing is said by an empty cell either. */
  readonly columns: ReadonlySet<Name>;
}

/** The longest row taken, in bytes: a quote that nobody closes would else take in the rest of the file. */
const LONGEST_ROW = 1024 * 1024;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const NEWLINE = /\r\n|\n|\r/g;
/** On export these get an apostrophe in front, so that no spreadsheet takes them for a formula. */
const ESCAPED = /^'[=+\-@\t\r]/;

/**
 * Reads a CSV file (RFC 4180, UTF-8 with or without byte order mark, any line ends) as it comes, never whole.
 *
 * Tells every fault with its line: columns that are unknown, missing or named twice (then no row is read), a required
 * cell that is empty, text that is not UTF-8, a row with too many or too few cells (left out), a quote in the wrong
 * place (nothing after it can be read). A row with a faulty cell is given all the same, with null in its place, so
 * that its other cells are checked too.
 *
 * @returns the rows in the order of the file, cells without spaces around them; empty lines are left out
 */
export async function* readCsv<Name extends string>(
  file: AsyncIterable<Buffer>,
  columns: CsvColumns<Name>,
  faults: FaultList,
): AsyncGenerator<CsvRow<Name>> {
  const before = faults.count;
  let table: Table<Name> | null = null;
  for await (const { line, cells } of readRecords(file, faults)) {
    if (table) {
      const row = rowOf(table, { line, cells }, faults);
      if (row) yield row;
    } else {
      table = tableOf(cells, columns, faults);
      if (!table) return;
    }
  }
  if (!table && faults.count === before)
    faults.add({ line: 1, column: null, message: `The file is empty. ${namesOf(columns)}` });
}

interface CsvRecord {
  readonly line: number;
  readonly cells: readonly Uint8Array[];
}

/** Cells as bytes: what is no UTF-8 would be replaced without a word in text. */
async function* readRecords(file: AsyncIterable<Buffer>, faults: FaultList): AsyncGenerator<CsvRecord> {
  let line = 1;
  const ready: CsvRecord[] = [];
  const take = (): CsvRecord[] => ready.splice(0);
  const parser = parse({
    encoding: null,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: LONGEST_ROW,
    on_record: (record: unknown) => {
      if (!areBytes(record)) throw new Error('The parser gives bytes'); // Its types do not know `encoding: null`.
      ready.push({ line, cells: record });
      line += 1 + record.reduce((lines, cell) => lines + newlinesIn(cell), 0);
      return null; // The parser itself would drop what it has read when a fault comes.
    },
  });
  parser.on('error', () => undefined); // Reported to whoever waits for the chunk.
  try {
    for await (const chunk of withoutByteOrderMark(file)) {
      await new Promise<void>((resolve, reject) => {
        parser.write(chunk, (error) => (error ? reject(error) : resolve()));
      });
      yield* take();
    }
    await new Promise<void>((resolve, reject) => {
      parser.once('error', reject).once('end', resolve).resume().end();
    });
    yield* take();
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    yield* take();
    faults.add({ line, column: null, message: `${meaningOf(error)} Nothing after it could be read.` });
  } finally {
    parser.destroy();
  }
}

const areBytes = (record: unknown): record is readonly Uint8Array[] =>
  Array.isArray(record) && record.every((cell) => ArrayBuffer.isView(cell));

async function* withoutByteOrderMark(file: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let head: Buffer | null = Buffer.alloc(0);
  for await (const chunk of file) {
    if (head === null) yield chunk;
    else {
      head = Buffer.concat([head, chunk]);
      if (head.length < BYTE_ORDER_MARK.length) continue;
      yield withoutMark(head);
      head = null;
    }
  }
  if (head !== null && head.length > 0) yield head;
}

const withoutMark = (head: Buffer): Buffer =>
  BYTE_ORDER_MARK.equals(head.subarray(0, BYTE_ORDER_MARK.length))
    ? head.subarray(BYTE_ORDER_MARK.length)
    : head;

function meaningOf(error: CsvError): string {
  if (error.code === 'CSV_MAX_RECORD_SIZE' || error.code === 'CSV_QUOTE_NOT_CLOSED')
    return 'A quote is opened in this row and never closed, or the row is too long.';
  return 'A quote stands in the wrong place: a cell with quotes in it is put in quotes, and each of its own is written twice.';
}

const LF = 10;
const CR = 13;

function newlinesIn(cell: Uint8Array): number {
  return cell.includes(LF) || cell.includes(CR) ? (textOf(cell).match(NEWLINE) ?? []).length : 0;
}

const textOf = (cell: Uint8Array): string =>
  Buffer.from(cell.buffer, cell.byteOffset, cell.byteLength).toString();

/** Which column stands where. */
interface Table<Name extends string> {
  readonly header: readonly Name[];
  readonly present: ReadonlySet<Name>;
  readonly columns: CsvColumns<Name>;
}

/** @returns null when the first line is faulty: no row can be read then */
function tableOf<Name extends string>(
  cells: readonly Uint8Array[],
  columns: CsvColumns<Name>,
  faults: FaultList,
): Table<Name> | null {
  const names = cells.map((cell) => textOf(cell).trim());
  const known = new Set<string>(columns.known);
  const wrong = faultsOfHeader(names, columns, known);
  for (const [column, message] of wrong) faults.add({ line: 1, column, message });
  const header = names.filter((name): name is Name => known.has(name));
  return wrong.length > 0 ? null : { header, present: new Set(header), columns };
}

function faultsOfHeader(
  names: readonly string[],
  columns: CsvColumns<string>,
  known: ReadonlySet<string>,
): (readonly [column: string | null, message: string])[] {
  if (names.length === 1 && names[0]?.includes(';')) return [[null, 'Columns are separated by commas.']];
  const unknown = names.filter((name) => !known.has(name));
  const doubled = names.filter((name, i) => known.has(name) && names.indexOf(name) < i);
  const missing = columns.required.filter((name) => !names.includes(name));
  return [
    ...[...new Set(unknown)].map(
      (name) => [name, `There is no column ${name || 'without a name'}. ${namesOf(columns)}`] as const,
    ),
    ...[...new Set(doubled)].map((name) => [name, `The column ${name} is there twice.`] as const),
    ...missing.map((name) => [name, `The column ${name} is missing.`] as const),
  ];
}

const namesOf = ({ known }: CsvColumns<string>): string =>
  `The first line names the columns, of: ${known.join(', ')}.`;

function rowOf<Name extends string>(
  { header, present, columns }: Table<Name>,
  { line, cells }: CsvRecord,
  faults: FaultList,
): CsvRow<Name> | null {
  if (cells.length === 1 && cells[0]?.length === 0) return null;
  if (cells.length !== header.length) {
    const message = `The row has ${cells.length} cells and the first line ${header.length}.`;
    faults.add({ line, column: null, message });
    return null;
  }
  const unreadable = new Set<Name>();
  const row = blank(columns.known);
  for (const [i, column] of header.entries()) {
    const { value, fault } = valueOf(cells[i] ?? new Uint8Array());
    row[column] = value;
    if (fault === null) continue;
    faults.add({ line, column, message: fault });
    unreadable.add(column);
  }
  const empty = columns.required.filter((column) => row[column] === null && !unreadable.has(column));
  for (const column of empty) faults.add({ line, column, message: `${column} is needed in every row.` });
  return { line, cells: row, columns: present };
}

function blank<Name extends string>(names: readonly Name[]): Record<Name, string | null> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- fromEntries forgets the names it is given
  return Object.fromEntries(names.map((name) => [name, null])) as Record<Name, string | null>;
}

interface Reading {
  readonly value: string | null;
  readonly fault: string | null;
}

function valueOf(cell: Uint8Array): Reading {
  const written = textOf(cell).trimStart();
  const text = (ESCAPED.test(written) ? written.slice(1) : written).trim();
  if (text === '') return { value: null, fault: null };
  if (text.includes('\uFFFD') && !isUtf8(cell))
    return { value: null, fault: 'This is not valid UTF-8 text.' };
  if (text.includes('\0')) return { value: null, fault: 'This has a character that text cannot have (NUL).' };
  return { value: text, fault: null };
}
