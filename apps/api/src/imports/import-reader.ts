import type { Permission, SystemViewer } from '@alidade/access';
import type { ImportFault, ImportKind } from '@alidade/database';
import type { EntityManager } from 'typeorm';

/** What an import may use while it reads. */
export interface ImportContext {
  /** One transaction for the whole file: all of it is kept, or nothing. */
  readonly tx: EntityManager;
  /** Bound to the organization; its `today` is the day of the import. */
  readonly viewer: SystemViewer;
  /** Who uploaded the file. */
  readonly personId: string;
  /** Of the request beside the file, e.g. `roundId`. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Counts every fault and keeps the first hundred; with one or more, nothing of the file is kept. */
  readonly faults: FaultList;
  /** Tells how far it is, 0..1, and notices when the import is to stop. Call it now and then. */
  progress(share: number): Promise<void>;
}

export interface FaultList {
  readonly count: number;
  add(fault: ImportFault): void;
}

/** Rows by what became of them (or, with faults or in a dry run, would have become). */
export interface ImportCounts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** Takes one kind of file in: each feature enters its own. */
export interface ImportReader {
  readonly kind: ImportKind;
  /** What uploading needs, on the whole organization. */
  readonly permission: Permission;
  /** Largest file taken, in bytes. */
  readonly maxBytes: number;
  /** What the request must name beside the file, e.g. `roundId`. */
  readonly parameters: readonly string[];
  /** Reads the file as it comes, never whole, and writes what it brings inside `context.tx`. */
  read(file: AsyncIterable<Buffer>, context: ImportContext): Promise<ImportCounts>;
}
