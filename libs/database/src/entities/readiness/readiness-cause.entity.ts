import { Column, CreateDateColumn, Entity } from 'typeorm';
import { OrganizationRow } from '../organization-row.js';

/**
 * A change after which facts and tallies may no longer be right: written in the transaction of the change, removed in
 * the transaction in which the worker has put them right. Table owner: readiness.
 */
@Entity()
export class ReadinessCause extends OrganizationRow {
  /** First day whose figures may have changed, or SINCE_EVER. */
  @Column({ type: 'date' })
  validFrom: string;

  /** Whose figures; null: everybody's. */
  @Column({ type: 'uuid', nullable: true })
  executiveId: string | null;

  /** For which statement; null: for all. */
  @Column({ type: 'uuid', nullable: true })
  strategyId: string | null;

  /** In which capability alone a level changed; null: in any, or something else changed. */
  @Column({ type: 'uuid', nullable: true })
  capabilityId: string | null;

  @CreateDateColumn({ type: 'timestamptz' })
  recordedAt: Date;
}
