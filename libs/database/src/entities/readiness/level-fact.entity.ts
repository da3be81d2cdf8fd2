import { Check, Column, CreateDateColumn, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { LevelEvidence } from '../assessments/level-evidence.entity.js';
import { Capability } from '../capabilities/capability.entity.js';
import { Executive } from '../directory/executive.entity.js';
import { sameOrganization } from '../organization-row.js';

/**
 * The level of an executive in a capability over a period, with the evidence it rests on; made from the evidence by
 * the worker. Past its period the level is stale: shown, not counted. Table owner: readiness.
 */
@Entity()
@Check('level_fact_valid_from_before_to', 'valid_from < valid_to')
export class LevelFact {
  @PrimaryColumn('uuid')
  organizationId: string;

  @PrimaryColumn('uuid')
  executiveId: string;

  @PrimaryColumn('uuid')
  capabilityId: string;

  @PrimaryColumn('date')
  validFrom: string;

  /** Not included: the day on which other evidence counts, or this turns stale. */
  @Column({ type: 'date' })
  validTo: string;

  /** 1..5 */
  @Column({ type: 'double precision' })
  level: number;

  @Column({ type: 'double precision', nullable: true })
  standardError: number | null;

  @Column('uuid')
  evidenceId: string;

  @CreateDateColumn({ type: 'timestamptz' })
  recordedAt: Date;

  @ManyToOne(() => Executive, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('executive_id'))
  executive: Relation<Executive>;

  @ManyToOne(() => Capability, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('capability_id'))
  capability: Relation<Capability>;

  @ManyToOne(() => LevelEvidence, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('evidence_id'))
  evidence: Relation<LevelEvidence>;
}
