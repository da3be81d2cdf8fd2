import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { Person } from '../directory/person.entity.js';
import { sameOrganization } from '../organization-row.js';

/** When somebody was last reminded of what is due in plans. Table owner: plans. */
@Entity()
export class PlanDigest {
  @PrimaryColumn('uuid')
  organizationId: string;

  @PrimaryColumn('uuid')
  personId: string;

  @Column({ type: 'date' })
  sentOn: string;

  @ManyToOne(() => Person, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('person_id'))
  person: Relation<Person>;
}
