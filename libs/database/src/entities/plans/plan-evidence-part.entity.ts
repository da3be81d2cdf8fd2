import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { sameOrganization } from '../organization-row.js';
import { PlanEvidence } from './plan-evidence.entity.js';

/** A piece of a file that is evidence. Table owner: plans. */
@Entity()
export class PlanEvidencePart {
  @PrimaryColumn('uuid')
  organizationId: string;

  @PrimaryColumn('uuid')
  evidenceId: string;

  /** 0, 1, 2 … within the file. */
  @PrimaryColumn('integer')
  part: number;

  @Column({ type: 'bytea' })
  bytes: Buffer;

  @ManyToOne(() => PlanEvidence, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('evidence_id'))
  evidence: Relation<PlanEvidence>;
}
