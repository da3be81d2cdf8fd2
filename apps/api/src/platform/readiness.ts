import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { missingMigrations } from '@alidade/database';
import { setTimeout as pause } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { isNativeError } from 'node:util/types';
import { databaseFault } from './database-fault.js';

const PATIENCE_MS = 1800;
const SILENT = 'The database does not answer.';

/** Whether this process can serve: a connection of its pool answers, and the schema is the one it was built for. */
@Injectable()
export class Readiness {
  private readonly logger = new Logger('Readiness');
  private asking: Promise<string | null> | undefined;

  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Why it cannot; null when it can. Answers within two seconds; however many ask, one statement is under way. */
  async fault(): Promise<string | null> {
    this.asking ??= this.ask().finally(() => (this.asking = undefined));
    const waiting = new AbortController();
    try {
      return await Promise.race([this.asking, pause(PATIENCE_MS, SILENT, { signal: waiting.signal })]);
    } finally {
      waiting.abort();
    }
  }

  private async ask(): Promise<string | null> {
    try {
      const missing = await missingMigrations(this.db);
      return missing.length === 0 ? null : `Migrations are missing: ${missing.join(', ')}.`;
    } catch (error) {
      this.logger.warn({ err: error }, 'not ready');
      const known = isNativeError(error) ? databaseFault(error) : null;
      return known?.message ?? 'The database cannot be read.';
    }
  }
}
