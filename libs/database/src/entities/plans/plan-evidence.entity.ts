import { Check, Column, CreateDateColumn, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import type { Relation } from 'typeorm';
import { Person } from '../directory/person.entity.js';
import { OrganizationRow, sameOrganization } from '../organization-row.js';
import { PlanAction } from './plan-action.entity.js';

export const EvidenceKind = { TEXT: 'TEXT', LINK: 'LINK', FILE: 'FILE' } as const;
export type EvidenceKind = (typeof EvidenceKind)[keyof typeof EvidenceKind];

/** What shows that an action was done, or what came of it. Never changed. Table owner: plans. */
@Entity()
@Index('ix_plan_evidence_action_id', ['organizationId', 'actionId'])
@Check('plan_evidence_kind_known', `kind IN ('TEXT', 'LINK', 'FILE')`)
@Check('plan_evidence_file_described', `(kind = 'FILE') = (media_type IS NOT NULL AND bytes IS NOT NULL)`)
@Check('plan_evidence_at_most_10_mb', 'bytes BETWEEN 0 AND 10485760')
export class PlanEvidence extends OrganizationRow {
  @Column('uuid')
  actionId: string;

  @Column({ type: 'text' })
  kind: EvidenceKind;

  /** The text; the address of a link; the name of a file. */
  @Column({ type: 'text' })
  content: string;

  /** Of a file, e.g. application/pdf; null otherwise. */
  @Column({ type: 'text', nullable: true })
  mediaType: string | null;

  /** Length of a file; null otherwise. */
  @Column({ type: 'integer', nullable: true })
  bytes: number | null;

  /** False while a file comes in: then it is shown to nobody, and swept after a day. */
  @Column({ type: 'boolean', default: true })
  complete: boolean;

  @Column('uuid')
  addedById: string;

  @CreateDateColumn({ type: 'timestamptz' })
  recordedAt: Date;

  @ManyToOne(() => PlanAction, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('action_id'))
  action: Relation<PlanAction>;

  @ManyToOne(() => Person, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('added_by_id'))
  addedBy: Relation<Person>;
}
