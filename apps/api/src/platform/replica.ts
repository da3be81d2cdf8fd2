import type { OnApplicationShutdown } from '@nestjs/common';
import { createDataSource, requireHarmlessRole } from '@alidade/database';
import type { DataSource } from 'typeorm';

/** A copy of the database that queries read from, a moment behind the one that is written to. */
export class Replica implements OnApplicationShutdown {
  private constructor(readonly db: DataSource | null) {}

  /** @param url  null: there is none, and queries read where everything is written */
  static async at(url: string | null, poolSize: number): Promise<Replica> {
    if (url === null) return new Replica(null);
    const db = await createDataSource(url, poolSize).initialize();
    await requireHarmlessRole(db);
    return new Replica(db);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.db?.destroy();
  }
}
