import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';

/** Stands in a body for the link that somebody from outside gets. */
export const RATER_LINK = '{rater-link}';

/** Stands in a body for somebody's name, as it is when the mail is sent: erasure leaves none behind here either. */
export const nameInMail = (personId: string): string => `{name:${personId}}`;
export const NAMES_IN_MAIL = /\{name:([\da-f-]{36})\}/g;

export interface Mail {
  /** Whose address it goes to, as it is when the mail is sent. */
  readonly personId: string;
  readonly subject: string;
  /** May say RATER_LINK, and names by `nameInMail`. */
  readonly body: string;
  /** Until when the link in the body is good; it is made as the mail is sent, so that nothing kept here opens anything. */
  readonly raterLinkUntil?: Date;
}

/** Posts a mail in the transaction of the change it tells of: sent if and only if that is kept. */
export async function postMail(tx: EntityManager, organizationId: string, mail: Mail): Promise<void> {
  await postMails(tx, organizationId, [mail]);
}

/** Mails of one statement. */
const BATCH = 1000;

/** The same for any number, none included: two statements for each thousand. */
export async function postMails(
  tx: EntityManager,
  organizationId: string,
  mails: readonly Mail[],
): Promise<void> {
  for (let at = 0; at < mails.length; at += BATCH)
    // oxlint-disable-next-line no-await-in-loop
    await postBatch(tx, organizationId, mails.slice(at, at + BATCH));
}

async function postBatch(tx: EntityManager, organizationId: string, mails: readonly Mail[]): Promise<void> {
  const ids = mails.map(() => randomUUID());
  await tx.query(
    `INSERT INTO outbox_head (organization_id, id) SELECT $1, id FROM unnest($2::uuid[]) AS posted (id)`,
    [organizationId, ids],
  );
  await tx.query(
    `INSERT INTO outbox_mail (organization_id, id, message_id, person_id, subject, body, rater_link_until)
     SELECT $1, * FROM unnest($2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::timestamptz[])`,
    [
      organizationId,
      ids,
      ids.map((id) => `<${id}@alidade>`),
      mails.map(({ personId }) => personId),
      mails.map(({ subject }) => subject),
      mails.map(({ body }) => body),
      mails.map(({ raterLinkUntil }) => raterLinkUntil ?? null),
    ],
  );
}
