import { Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { LeadershipLevel } from '../directory/leadership-level.entity.js';
import { sameOrganization } from '../organization-row.js';
import { Cohort } from './cohort.entity.js';

/** A leadership level that a cohort is for; one without any is for all. Table owner: programs. */
@Entity()
export class CohortLeadershipLevel {
  @PrimaryColumn('uuid')
  organizationId: string;

  @PrimaryColumn('uuid')
  cohortId: string;

  @PrimaryColumn('uuid')
  leadershipLevelId: string;

  @ManyToOne(() => Cohort, (cohort) => cohort.leadershipLevels, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('cohort_id'))
  cohort: Relation<Cohort>;

  @ManyToOne(() => LeadershipLevel, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('leadership_level_id'))
  leadershipLevel: Relation<LeadershipLevel>;
}
