import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** KEPT: there is no mail server to hand it to; it can be read and is sent once there is one. */
export const OutboxStatus = { PENDING: 'PENDING', SENT: 'SENT', KEPT: 'KEPT', FAILED: 'FAILED' } as const;
export type OutboxStatus = (typeof OutboxStatus)[keyof typeof OutboxStatus];

/** The head of one message to the world outside the database: ids and state, no content. A platform table. Table owner: platform. */
@Entity()
@Check('outbox_head_status_known', `status IN ('PENDING', 'SENT', 'KEPT', 'FAILED')`)
@Index('ix_outbox_head_due_at', ['organizationId', 'dueAt'], { where: `status = 'PENDING'` })
export class OutboxHead {
  @PrimaryColumn('uuid')
  organizationId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column({ type: 'text', default: OutboxStatus.PENDING })
  status: OutboxStatus;

  @Column({ type: 'integer', default: 0 })
  attempt: number;

  /** When it may be tried (again); a claim moves it into the future. */
  @Column({ type: 'timestamptz', default: () => 'now()' })
  dueAt: Date;
}
