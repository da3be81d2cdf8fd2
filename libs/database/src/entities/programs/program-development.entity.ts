import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { Capability } from '../capabilities/capability.entity.js';
import { sameOrganization } from '../organization-row.js';
import { Program } from './program.entity.js';

/** What a program is expected to do for a participant in one capability. Table owner: programs. */
@Entity()
@Index('ix_program_development_capability_id', ['organizationId', 'capabilityId'])
@Check('program_development_gain_positive', 'expected_gain > 0')
@Check('program_development_ceiling_on_scale', 'ceiling BETWEEN 1 AND 5')
export class ProgramDevelopment {
  @PrimaryColumn('uuid')
  organizationId: string;

  @PrimaryColumn('uuid')
  programId: string;

  @PrimaryColumn('uuid')
  capabilityId: string;

  /** In levels, for a participant below the ceiling. */
  @Column({ type: 'double precision' })
  expectedGain: number;

  /** The level beyond which it brings nobody, 1..5. */
  @Column({ type: 'double precision' })
  ceiling: number;

  @ManyToOne(() => Program, (program) => program.develops, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('program_id'))
  program: Relation<Program>;

  @ManyToOne(() => Capability, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('capability_id'))
  capability: Relation<Capability>;
}
