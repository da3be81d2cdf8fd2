import { Column, Entity, Index, JoinColumn, ManyToOne, OneToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { sameOrganization } from '../organization-row.js';
import { Enrollment } from '../programs/enrollment.entity.js';
import { CohortDesign } from './cohort-design.entity.js';
import { CohortRun } from './cohort-run.entity.js';

/** An enrollment that carries out a placement, and whose: so that its person can be told why. Table owner: cohort-design. */
@Entity()
@Index('ix_designed_enrollment_design_id', ['organizationId', 'designId'])
export class DesignedEnrollment {
  @PrimaryColumn('uuid')
  organizationId: string;

  @PrimaryColumn('uuid')
  enrollmentId: string;

  @Column('uuid')
  designId: string;

  /** The last accepted run that has it. */
  @Column('uuid')
  runId: string;

  /** Had waited for this seat: where the plan is replaced before anybody is told, they wait again. */
  @Column({ type: 'boolean', default: false })
  wasWaiting: boolean;

  /** Ended by a later plan of the design, not by the person. */
  @Column({ type: 'boolean', default: false })
  takenBack: boolean;

  @OneToOne(() => Enrollment, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('enrollment_id'))
  enrollment: Relation<Enrollment>;

  @ManyToOne(() => CohortDesign, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('design_id'))
  design: Relation<CohortDesign>;

  @ManyToOne(() => CohortRun, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('run_id'))
  run: Relation<CohortRun>;
}
