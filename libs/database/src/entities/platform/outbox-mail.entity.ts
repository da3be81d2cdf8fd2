import { Column, CreateDateColumn, Entity, JoinColumn, ManyToOne, OneToOne } from 'typeorm';
import type { Relation } from 'typeorm';
import { Person } from '../directory/person.entity.js';
import { OrganizationRow, sameOrganization } from '../organization-row.js';
import { OutboxHead } from './outbox-head.entity.js';

/** One mail, written in the transaction of the change it tells of and sent by the worker, at least once. Table owner: platform. */
@Entity()
export class OutboxMail extends OrganizationRow {
  /** The address is looked up when it is sent, so that erasure leaves none here. */
  @Column('uuid')
  personId: string;

  @Column({ type: 'text' })
  subject: string;

  @Column({ type: 'text' })
  body: string;

  /** Where the body says RATER_LINK a link is put in as it is sent, which is good until then; null: it has none. */
  @Column({ type: 'timestamptz', nullable: true })
  raterLinkUntil: Date | null;

  /** The same at every attempt, so that a reader's mail program can drop a double. */
  @Column({ type: 'text' })
  messageId: string;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @OneToOne(() => OutboxHead, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('id'))
  head: Relation<OutboxHead>;

  @ManyToOne(() => Person, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('person_id'))
  person: Relation<Person>;
}
