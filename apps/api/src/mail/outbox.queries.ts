import { inOrganization } from '@alidade/database';
import type { DataSource } from 'typeorm';
import { fillIn } from './fill-in.js';
import type { MailContent } from './fill-in.js';

/** How long a claim holds: longer than a mail server is waited for. */
const LEASE = '2 minutes';
/** Sent at once: each holds a connection only while it is claimed and while it is noted. */
const BATCH = 4;

interface MailKey {
  readonly organizationId: string;
  readonly id: string;
}

/** A mail that this worker has claimed. */
export interface ClaimedMail extends MailKey {
  /** 1 for the first. */
  readonly attempt: number;
  /** As it is now; null when the person has none any more. */
  readonly address: string | null;
  readonly name: string | null;
  readonly subject: string;
  readonly body: string;
  /** The same at every attempt. */
  readonly messageId: string;
}

/** Heads only: of which organization they are is known before what they say. */
export const dueMails = (db: DataSource): Promise<MailKey[]> =>
  db.query(
    `SELECT organization_id AS "organizationId", id FROM outbox_head
     WHERE status = 'PENDING' AND due_at <= now() ORDER BY due_at LIMIT ${BATCH}`,
  );

/**
 * @param home  where links in mails lead
 * @returns     null when another worker was faster
 */
export function claimMail(
  db: DataSource,
  { organizationId, id }: MailKey,
  home: string,
): Promise<ClaimedMail | null> {
  return inOrganization(db, { organizationId }, async (tx) => {
    const claimed: [{ attempt: number }[], number] = await tx.query(
      `UPDATE outbox_head SET attempt = attempt + 1, due_at = now() + interval '${LEASE}'
       WHERE organization_id = $1 AND id = (
         SELECT id FROM outbox_head WHERE organization_id = $1 AND id = $2 AND status = 'PENDING' AND due_at <= now()
         FOR UPDATE SKIP LOCKED)
       RETURNING attempt`,
      [organizationId, id],
    );
    const [head] = claimed[0];
    if (!head) return null;
    const [content]: (Omit<ClaimedMail, 'attempt'> & MailContent)[] = await tx.query(
      `SELECT mail.organization_id AS "organizationId", mail.id, identity.email AS address, identity.name,
              mail.subject, mail.body, mail.message_id AS "messageId", mail.person_id AS "personId",
              mail.rater_link_until AS "raterLinkUntil"
       FROM outbox_mail AS mail
       LEFT JOIN person_identity AS identity
         ON identity.organization_id = mail.organization_id AND identity.person_id = mail.person_id
       WHERE mail.organization_id = $1 AND mail.id = $2`,
      [organizationId, id],
    );
    if (!content) throw new Error(`No content of mail ${id}`);
    return { ...content, ...head, body: await fillIn(tx, content, home) };
  });
}

/** Ends it, by whichever attempt: what has been sent has been sent. */
export const endMail = (
  db: DataSource,
  { organizationId, id }: MailKey,
  status: 'SENT' | 'KEPT' | 'FAILED',
): Promise<unknown> =>
  inOrganization(db, { organizationId }, (tx) =>
    tx.query(
      `UPDATE outbox_head SET status = $3 WHERE organization_id = $1 AND id = $2 AND status = 'PENDING'`,
      [organizationId, id, status],
    ),
  );

/** Tried again later, unless another attempt has begun meanwhile. */
export const postponeMail = (
  db: DataSource,
  { organizationId, id, attempt }: ClaimedMail,
  seconds: number,
): Promise<unknown> =>
  inOrganization(db, { organizationId }, (tx) =>
    tx.query(
      `UPDATE outbox_head SET due_at = now() + $4 * interval '1 second'
       WHERE organization_id = $1 AND id = $2 AND attempt = $3 AND status = 'PENDING'`,
      [organizationId, id, attempt, seconds],
    ),
  );

/** What was kept for want of a mail server is due now. */
export async function releaseKeptMails(db: DataSource): Promise<void> {
  const organizations: { id: string }[] = await db.query(
    `SELECT DISTINCT organization_id AS id FROM outbox_head WHERE status = 'KEPT'`,
  );
  for (const { id: organizationId } of organizations) {
    // oxlint-disable-next-line no-await-in-loop
    await inOrganization(db, { organizationId }, (tx) =>
      tx.query(
        `UPDATE outbox_head SET status = 'PENDING', due_at = now() WHERE organization_id = $1 AND status = 'KEPT'`,
        [organizationId],
      ),
    );
  }
}
