import { can, Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import type { ReadSession } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { isUnderWay } from '../runs/run-status.js';
import { requireRun } from '../runs/runs.queries.js';
import type { RunRow } from '../runs/runs.queries.js';
import type { RunWatch } from './run-changes.js';

/** Who asks, found out anew, with a snapshot of their own; whoever takes it closes it. */
interface AskedAgain {
  readonly viewer: Viewer;
  readonly reads: ReadSession;
}

interface Source {
  readonly watch: RunWatch;
  /** Finds out who asks now and makes the context of the next event read with it. @throws UseCaseError */
  readonly again: () => Promise<AskedAgain>;
  /** How a failure is told. */
  readonly told: (error: unknown) => Error;
}

interface ProgressEvent {
  readonly cohortRunProgress: RunRow;
}

/**
 * The events of one subscription: how the run stands now, and then after every change, until it has ended. Before each
 * the viewer is found out and the run is looked up anew, so that a revoked role ends it.
 */
export class ProgressEvents implements AsyncIterableIterator<ProgressEvent> {
  private reads: ReadSession | null = null;
  /** How the run stood in the last event; null: none yet. */
  private told: string | null = null;
  private ended = false;

  constructor(private readonly source: Source) {}

  async next(): Promise<IteratorResult<ProgressEvent, undefined>> {
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop
      await this.endEvent();
      // oxlint-disable-next-line no-await-in-loop
      if (this.ended || (this.told !== null && !(await this.source.watch.next()))) return this.return();
      // oxlint-disable-next-line no-await-in-loop
      const run = await this.read();
      const stand = standOf(run);
      if (stand === this.told) continue; // A sign of life, and nothing to tell.
      this.told = stand;
      this.ended = !isUnderWay(run.status);
      return { done: false, value: { cohortRunProgress: run } };
    }
  }

  async return(): Promise<IteratorResult<ProgressEvent, undefined>> {
    this.ended = true;
    this.source.watch.close();
    await this.endEvent();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  private async read(): Promise<RunRow> {
    try {
      const { viewer, reads } = await this.source.again();
      this.reads = reads;
      if (!can(viewer, Permission.ProgramDesign))
        throw new UseCaseError('FORBIDDEN', `This needs the permission ${Permission.ProgramDesign}.`);
      return await reads.read((tx) => requireRun(tx, viewer, this.source.watch.of.runId));
    } catch (error) {
      await this.return();
      throw this.source.told(error);
    }
  }

  /** The fields of an event have been read when the next one is asked for. */
  private async endEvent(): Promise<void> {
    const { reads } = this;
    this.reads = null;
    await reads?.close();
  }
}

const standOf = ({ status, progress, objective, bound }: RunRow): string =>
  JSON.stringify([status, progress, objective, bound]);
