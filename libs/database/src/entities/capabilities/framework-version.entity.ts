import { Column, CreateDateColumn, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import type { CapabilityFramework } from '@alidade/frameworks';
import { sameOrganization } from '../organization-row.js';
import { Framework } from './framework.entity.js';

/** A framework as it stood at one version, whole and never changed: what a rating given on it meant. Table owner: capabilities. */
@Entity()
export class FrameworkVersion {
  @PrimaryColumn('uuid')
  organizationId: string;

  @PrimaryColumn('uuid')
  frameworkId: string;

  @PrimaryColumn('integer')
  version: number;

  @Column({ type: 'jsonb' })
  document: CapabilityFramework;

  @CreateDateColumn({ type: 'timestamptz' })
  recordedAt: Date;

  @ManyToOne(() => Framework, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('framework_id'))
  framework: Relation<Framework>;
}
