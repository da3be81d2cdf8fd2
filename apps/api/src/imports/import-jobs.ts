import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { ImportFile, inOrganization } from '@alidade/database';
import type { RunningJob } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { JobHandlers } from '../jobs/job-handlers.js';
import { FirstFaults } from './fault-list.js';
import { readParts, removeParts } from './import-parts.js';
import type { ImportCounts, ImportReader } from './import-reader.js';
import { ImportReaders } from './import-readers.js';

/** The kind of job. */
export const IMPORT = 'IMPORT';

/** The share of the work that is done when the file has been read; checking and writing it set by set is the rest. */
const READING = 0.6;
const REPORT_EVERY_MS = 500;
const NOTHING: ImportCounts = { created: 0, updated: 0, unchanged: 0 };

interface Order {
  readonly file: Pick<ImportFile, 'organizationId' | 'id' | 'kind' | 'dryRun' | 'parameters'>;
  readonly today: string;
  readonly parts: number;
  readonly bytes: number;
}

/** Ends the transaction of an import of which nothing is to be kept. */
class NothingKept extends Error {
  constructor(readonly counts: ImportCounts) {
    super('Nothing of this file is kept');
  }
}

/**
 * Has files read, each in one transaction that also ends its job: all of a file is kept and counted, once, or nothing.
 * The row of the job is touched by that transaction last; its progress is told over another connection meanwhile.
 */
@Injectable()
export class ImportJobs implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly handlers: JobHandlers,
    private readonly readers: ImportReaders,
  ) {}

  onModuleInit(): void {
    this.handlers.register(
      IMPORT,
      (job, signal) => this.run(job, signal),
      (tx, { organizationId, id }) => removeParts(tx, { organizationId, importId: id }),
    );
  }

  private async run(job: RunningJob, signal: AbortSignal): Promise<void> {
    await job.report(); // Notices an end that was asked for while it waited.
    const order = await inOrganization(this.db, job.claim, (tx) => orderOf(tx, job));
    const reader = this.readers.find(order.file.kind);
    if (!reader) throw new Error(`No reader for ${order.file.kind}`);
    const faults = new FirstFaults();
    try {
      await job.complete(async (tx) => {
        const counts = await read(tx, { reader, order, job, signal, faults });
        if (faults.count > 0) throw new NothingKept(NOTHING);
        if (order.file.dryRun) throw new NothingKept(counts);
        return conclude(tx, order, counts, faults);
      });
    } catch (error) {
      if (!(error instanceof NothingKept)) throw error;
      await job.complete((tx) => conclude(tx, order, error.counts, faults));
    }
  }
}

async function orderOf(tx: EntityManager, { claim }: RunningJob): Promise<Order> {
  const [row]: (Order['file'] & { readonly today: string })[] = await tx.query(
    `SELECT import_file.organization_id AS "organizationId", import_file.id, kind, dry_run AS "dryRun", parameters,
            (created_at AT TIME ZONE time_zone)::date AS today
     FROM import_file JOIN organization_setting USING (organization_id)
     WHERE organization_id = $1 AND import_file.id = $2`,
    [claim.organizationId, claim.id],
  );
  if (!row) throw new Error(`No file of import ${claim.id}`);
  const { today, ...file } = row;
  return { file, today, parts: Number(claim.input['parts']), bytes: Number(claim.input['bytes']) };
}

interface Reading {
  readonly reader: ImportReader;
  readonly order: Order;
  readonly job: RunningJob;
  readonly signal: AbortSignal;
  readonly faults: FirstFaults;
}

/** What the reader refuses as a whole (a round that is closed) is a fault of the file: it stands before the first row. */
async function read(
  tx: EntityManager,
  { reader, order, job, signal, faults }: Reading,
): Promise<ImportCounts> {
  const { organizationId, parameters, kind, id } = order.file;
  const progress = progressOf(job, signal);
  async function* file(): AsyncGenerator<Buffer> {
    let bytes = 0;
    for await (const part of readParts(tx, { organizationId, importId: id }, order.parts)) {
      bytes += part.length;
      await progress((READING * bytes) / order.bytes);
      yield part;
    }
  }
  try {
    return await reader.read(file(), {
      tx,
      viewer: { organizationId, today: order.today, purpose: `import ${kind.toLowerCase()}` },
      personId: job.claim.personId ?? '',
      parameters,
      faults,
      progress: (share) => progress(READING + (1 - READING) * share),
    });
  } catch (error) {
    if (!(error instanceof UseCaseError) || error.code === 'SERVICE_UNAVAILABLE') throw error;
    faults.add({ line: 1, column: null, message: error.message });
    return NOTHING;
  }
}

/** Tells the share done now and then. @throws JobEnded or what the signal was aborted with */
function progressOf(job: RunningJob, signal: AbortSignal): (share: number) => Promise<void> {
  let last = 0;
  return async (share) => {
    signal.throwIfAborted();
    if (Date.now() - last < REPORT_EVERY_MS) return;
    last = Date.now();
    await job.report(Math.min(1, Math.max(0, share)));
  };
}

async function conclude(
  tx: EntityManager,
  { file: { organizationId, id } }: Order,
  counts: ImportCounts,
  faults: FirstFaults,
): Promise<undefined> {
  const { created, updated, unchanged } = counts;
  const set = { created, updated, unchanged, rows: created + updated + unchanged };
  await tx.update(
    ImportFile,
    { organizationId, id },
    { ...set, faultCount: faults.count, faults: faults.first() },
  );
  await removeParts(tx, { organizationId, importId: id });
}
