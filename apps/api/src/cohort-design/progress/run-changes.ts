import { Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { UseCaseError } from '@alidade/errors';
import { DataSource } from 'typeorm';

const POLL_MS = 400;
const MOST_OF_ONE_PERSON = 20;
const MOST_OF_ALL = 2000;

interface Watched {
  readonly organizationId: string;
  readonly personId: string;
  readonly runId: string;
}

/** One subscription's view of a run: told that something changed, not what. */
export class RunWatch {
  /** As the job last stood. */
  seen: string | null = null;
  private changed = false;
  private closed = false;
  private wake: (() => void) | null = null;

  constructor(
    readonly of: Watched,
    private readonly onClose: (watch: RunWatch) => void,
  ) {}

  /** @returns false when it is over */
  async next(): Promise<boolean> {
    if (!this.changed && !this.closed) await new Promise<void>((resolve) => (this.wake = resolve));
    this.changed = false;
    return !this.closed;
  }

  tell(): void {
    this.changed = true;
    this.wake?.();
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.onClose(this);
    this.wake?.();
  }
}

/**
 * Tells subscriptions of this process that runs have changed: every 400 ms one statement for all runs that anybody
 * watches, none when nobody does. Without LISTEN, so that it works through poolers and on clusters.
 */
@Injectable()
export class RunChanges implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Subscriptions');
  private readonly watches = new Set<RunWatch>();
  private timer: NodeJS.Timeout | undefined;
  private polling = false;
  private stopped = false;

  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** @throws UseCaseError RATE_LIMITED when the person, or everybody together, watches too much already */
  watch(of: Watched): RunWatch {
    const own = [...this.watches].filter(({ of: { personId } }) => personId === of.personId).length;
    if (own >= MOST_OF_ONE_PERSON || this.watches.size >= MOST_OF_ALL || this.stopped)
      throw new UseCaseError('RATE_LIMITED', `At most ${MOST_OF_ONE_PERSON} runs can be watched at a time.`);
    const watch = new RunWatch(of, (closed) => this.forget(closed));
    this.watches.add(watch);
    this.timer ??= setInterval(() => void this.poll(), POLL_MS);
    return watch;
  }

  beforeApplicationShutdown(): void {
    this.stopped = true;
    for (const watch of this.watches) watch.close();
  }

  private forget(watch: RunWatch): void {
    this.watches.delete(watch);
    if (this.watches.size > 0) return;
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private async poll(): Promise<void> {
    if (this.polling) return;
    this.polling = true;
    try {
      const watches = [...this.watches];
      const jobs: { id: string; stand: string }[] = await this.db.query(
        `SELECT job.id, concat(job.status, ' ', job.cancel_requested, ' ', job.changed_at) AS stand
         FROM unnest($1::uuid[], $2::uuid[]) AS watched (organization_id, id)
         JOIN job ON job.organization_id = watched.organization_id AND job.id = watched.id`,
        [watches.map(({ of }) => of.organizationId), watches.map(({ of }) => of.runId)],
      );
      const stands = new Map(jobs.map(({ id, stand }) => [id, stand]));
      for (const watch of watches) tellIfChanged(watch, stands.get(watch.of.runId) ?? null);
    } catch (error) {
      this.logger.warn({ err: error }, 'Runs cannot be watched');
    } finally {
      this.polling = false;
    }
  }
}

function tellIfChanged(watch: RunWatch, stand: string | null): void {
  if (watch.seen === stand) return;
  watch.seen = stand;
  watch.tell();
}
