import { Logger } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { inOrganization, Organization } from '@alidade/database';
import type { DataSource } from 'typeorm';

const HOUR_MS = 3_600_000;

/** Pieces of files that nobody will read: their import has ended, or the upload never came to its end. */
const SWEEP = `
  DELETE FROM import_part WHERE organization_id = $1 AND (
    EXISTS (SELECT FROM import_file JOIN job USING (organization_id, id)
            WHERE organization_id = $1 AND id = import_id AND status NOT IN ('QUEUED', 'RUNNING'))
    OR (created_at < now() - interval '1 day'
        AND NOT EXISTS (SELECT FROM import_file WHERE organization_id = $1 AND id = import_id)))`;

/** At the start and once an hour, organization by organization. In every worker: doing it twice does no harm. */
export class ImportSweep implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('ImportSweep');
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly db: DataSource) {}

  onApplicationBootstrap(): void {
    void this.sweepOrLater();
    this.timer = setInterval(() => void this.sweepOrLater(), HOUR_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  async sweep(): Promise<void> {
    const organizations = await this.db.getRepository(Organization).find({ select: { id: true } });
    for (const { id: organizationId } of organizations) {
      // oxlint-disable-next-line no-await-in-loop
      await inOrganization(this.db, { organizationId }, (tx) => tx.query(SWEEP, [organizationId]));
    }
  }

  private async sweepOrLater(): Promise<void> {
    await this.sweep().catch((error: unknown) =>
      this.logger.warn({ err: error }, 'Parts of files are swept later'),
    );
  }
}
