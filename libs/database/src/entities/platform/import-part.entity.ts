import { Column, CreateDateColumn, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * A piece of an uploaded file, kept until its import has ended. Written as it arrives, before the import exists,
 * so there is no foreign key; what no import claims within a day is swept. Table owner: imports.
 */
@Entity()
@Index('ix_import_part_created_at', ['organizationId', 'createdAt'])
export class ImportPart {
  @PrimaryColumn('uuid')
  organizationId: string;

  @PrimaryColumn('uuid')
  importId: string;

  /** 0, 1, 2 … */
  @PrimaryColumn('integer')
  part: number;

  @Column({ type: 'bytea' })
  bytes: Buffer;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;
}
