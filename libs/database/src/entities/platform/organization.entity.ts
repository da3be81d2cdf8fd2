import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';

/**
 * The register of organizations, read before anybody is signed in: a platform table without row-level
 * security, so nothing about an organization but its names belongs here. Table owner: platform.
 */
@Entity()
export class Organization {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  /** What its people type or follow to sign in: /auth/sign-in?organization=<slug>. */
  @Column({ type: 'text', unique: true })
  slug: string;

  @Column({ type: 'text', unique: true })
  name: string;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;
}
