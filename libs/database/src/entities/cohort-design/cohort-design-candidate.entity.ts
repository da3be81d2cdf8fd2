import { Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { Executive } from '../directory/executive.entity.js';
import { sameOrganization } from '../organization-row.js';
import { CohortDesign } from './cohort-design.entity.js';

/** A candidate of a design that lists them. Table owner: cohort-design. */
@Entity()
export class CohortDesignCandidate {
  @PrimaryColumn('uuid')
  organizationId: string;

  @PrimaryColumn('uuid')
  designId: string;

  @PrimaryColumn('uuid')
  executiveId: string;

  @ManyToOne(() => CohortDesign, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('design_id'))
  design: Relation<CohortDesign>;

  @ManyToOne(() => Executive, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('executive_id'))
  executive: Relation<Executive>;
}
