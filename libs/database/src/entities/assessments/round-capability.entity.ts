import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { Capability } from '../capabilities/capability.entity.js';
import { sameOrganization } from '../organization-row.js';
import { AssessmentRound } from './assessment-round.entity.js';

/** How a capability read when its round opened: what its raters answered to. */
export interface CapabilityWording {
  readonly name: string;
  readonly definition: string;
  /** Lowest level first. */
  readonly anchors: readonly {
    readonly level: number;
    readonly name: string;
    readonly description: string;
  }[];
}

/** A capability asked about in a round. Table owner: assessments. */
@Entity()
export class RoundCapability {
  @PrimaryColumn('uuid')
  organizationId: string;

  @PrimaryColumn('uuid')
  roundId: string;

  @PrimaryColumn('uuid')
  capabilityId: string;

  /** The version of its framework at opening, by whose anchors it is rated; null before. */
  @Column({ type: 'integer', nullable: true })
  frameworkVersion: number | null;

  /** Of that version; null before opening. */
  @Column({ type: 'jsonb', nullable: true })
  wording: CapabilityWording | null;

  /** Order in which it is asked. */
  @Column({ type: 'integer' })
  position: number;

  @ManyToOne(() => AssessmentRound, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('round_id'))
  round: Relation<AssessmentRound>;

  @ManyToOne(() => Capability, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('capability_id'))
  capability: Relation<Capability>;
}
