import { Check, Column, Entity, Index, JoinColumn, ManyToOne, OneToMany, Unique } from 'typeorm';
import type { Relation } from 'typeorm';
import { OrganizationRow, sameOrganization } from '../organization-row.js';
import { Framework } from './framework.entity.js';
import { LevelAnchor } from './level-anchor.entity.js';

/** What a person is able to do, e.g. Strategic thinking, or a heading over such; as of the newest version of its framework. Table owner: capabilities. */
@Entity()
@Unique(['organizationId', 'code'])
@Index('ix_capability_framework_id', ['organizationId', 'frameworkId'])
@Check('capability_is_not_its_own_parent', 'parent_id <> id')
export class Capability extends OrganizationRow {
  @Column('uuid')
  frameworkId: string;

  /** Short key, unique in the organization; what files refer to. */
  @Column({ type: 'text' })
  code: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  definition: string;

  @Column({ type: 'uuid', nullable: true })
  parentId: string | null;

  /** Place in the framework's outline, 1 the first: parents before children. */
  @Column({ type: 'integer' })
  position: number;

  @ManyToOne(() => Framework, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('framework_id'))
  framework: Relation<Framework>;

  @ManyToOne(() => Capability, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('parent_id'))
  parent: Relation<Capability> | null;

  @OneToMany(() => LevelAnchor, (anchor) => anchor.capability)
  anchors: Relation<LevelAnchor[]>;
}
