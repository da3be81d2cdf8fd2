import { Injectable } from '@nestjs/common';
import type { ImportKind } from '@alidade/database';
import type { ImportReader } from './import-reader.js';

/** Which reader takes which kind of file: each feature enters its own when the process starts. */
@Injectable()
export class ImportReaders {
  private readonly readers = new Map<ImportKind, ImportReader>();

  register(reader: ImportReader): void {
    this.readers.set(reader.kind, reader);
  }

  find(kind: string): ImportReader | undefined {
    return [...this.readers.values()].find((reader) => reader.kind === kind);
  }
}
