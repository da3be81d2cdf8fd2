import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  Exclusion,
  Index,
  JoinColumn,
  ManyToOne,
  Unique,
} from 'typeorm';
import type { Relation } from 'typeorm';
import { OrganizationRow, sameOrganization } from '../organization-row.js';
import { FOR_EVER, SINCE_EVER } from '../validity.js';
import { LeadershipLevel } from './leadership-level.entity.js';
import { Person } from './person.entity.js';
import { Unit } from './unit.entity.js';

/**
 * A person's unit, leadership level and manager over a period; the periods of one person do not overlap. On days
 * with a leadership level the person belongs to the executives. Table owner: directory.
 */
@Entity()
@Unique(['organizationId', 'personId', 'validFrom'])
@Index('ix_posting_unit_id', ['organizationId', 'unitId'])
@Index('ix_posting_manager_id', ['organizationId', 'managerId'])
@Check('posting_is_not_its_own_manager', 'manager_id <> person_id')
@Check('posting_valid_from_before_to', 'valid_from < valid_to')
@Exclusion(
  'posting_periods_do_not_overlap',
  'USING gist (organization_id WITH =, person_id WITH =, daterange(valid_from, valid_to) WITH &&)',
)
export class Posting extends OrganizationRow {
  @Column('uuid')
  personId: string;

  @Column('uuid')
  unitId: string;

  /** Null for a person who is no executive in this period. */
  @Column({ type: 'uuid', nullable: true })
  leadershipLevelId: string | null;

  /** A person; null at the top. */
  @Column({ type: 'uuid', nullable: true })
  managerId: string | null;

  @Column({ type: 'date', default: SINCE_EVER })
  validFrom: string;

  @Column({ type: 'date', default: FOR_EVER })
  validTo: string;

  @CreateDateColumn({ type: 'timestamptz' })
  recordedAt: Date;

  @ManyToOne(() => Person, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('person_id'))
  person: Relation<Person>;

  @ManyToOne(() => Unit, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('unit_id'))
  unit: Relation<Unit>;

  @ManyToOne(() => LeadershipLevel, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('leadership_level_id'))
  leadershipLevel: Relation<LeadershipLevel> | null;

  @ManyToOne(() => Person, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('manager_id'))
  manager: Relation<Person> | null;
}
