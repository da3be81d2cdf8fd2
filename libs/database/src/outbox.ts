import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';

export interface Mail {
  /** Whose address it goes to, as it is when the mail is sent. */
  readonly personId: string;
  readonly subject: string;
  readonly body: string;
}

/** Posts a mail in the transaction of the change it tells of: sent if and only if that is kept. */
export async function postMail(tx: EntityManager, organizationId: string, mail: Mail): Promise<void> {
  const id = randomUUID();
  await tx.query(`INSERT INTO outbox_head (organization_id, id) VALUES ($1, $2)`, [organizationId, id]);
  await tx.query(
    `INSERT INTO outbox_mail (organization_id, id, person_id, subject, body, message_id) VALUES ($1, $2, $3, $4, $5, $6)`,
    [organizationId, id, mail.personId, mail.subject, mail.body, `<${id}@alidade>`],
  );
}
