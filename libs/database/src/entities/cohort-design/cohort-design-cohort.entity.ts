import { Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { sameOrganization } from '../organization-row.js';
import { Cohort } from '../programs/cohort.entity.js';
import { CohortDesign } from './cohort-design.entity.js';

/** A cohort that a design fills. Table owner: cohort-design. */
@Entity()
export class CohortDesignCohort {
  @PrimaryColumn('uuid')
  organizationId: string;

  @PrimaryColumn('uuid')
  designId: string;

  @PrimaryColumn('uuid')
  cohortId: string;

  @ManyToOne(() => CohortDesign, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('design_id'))
  design: Relation<CohortDesign>;

  @ManyToOne(() => Cohort, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('cohort_id'))
  cohort: Relation<Cohort>;
}
