import { Column, CreateDateColumn, Entity, Index, PrimaryColumn } from 'typeorm';

/** A write that was sent with an Idempotency-Key, and what it answered; in the transaction of the change itself. Table owner: platform. */
@Entity()
@Index('ix_idempotent_write_created_at', ['organizationId', 'createdAt'])
export class IdempotentWrite {
  @PrimaryColumn('uuid')
  organizationId: string;

  /** Whose key: two people may choose the same. */
  @PrimaryColumn('uuid')
  personId: string;

  @PrimaryColumn('text')
  key: string;

  /** SHA-256 of what was asked; the same key with another request is refused. */
  @Column({ type: 'bytea' })
  requestHash: Buffer;

  /** What the use case returned; null while the first transaction is under way. */
  @Column({ type: 'jsonb', nullable: true })
  answer: unknown;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;
}
