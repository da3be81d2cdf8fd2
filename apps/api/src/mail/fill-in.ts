import { CredentialKind, issueCredential, NAMES_IN_MAIL, RATER_LINK } from '@alidade/database';
import type { EntityManager } from 'typeorm';

const SOMEBODY = 'somebody whose name was erased';

export interface MailContent {
  readonly organizationId: string;
  readonly personId: string;
  readonly body: string;
  /** Null: the body has no link. */
  readonly raterLinkUntil: Date | null;
}

/**
 * The body as it goes out: with the names people have now, and a link made for this sending. A mail that is tried
 * again gets another link; each works once.
 * @param home  where the product is found, without a slash at the end
 */
export async function fillIn(tx: EntityManager, mail: MailContent, home: string): Promise<string> {
  const { organizationId, personId, raterLinkUntil } = mail;
  const names = await namesIn(tx, mail);
  const named = mail.body.replaceAll(NAMES_IN_MAIL, (_, id: string) => names.get(id) ?? SOMEBODY);
  if (raterLinkUntil === null) return named;
  const lifetime = raterLinkUntil.getTime() - Date.now();
  const link = await issueCredential(tx, { organizationId, personId }, CredentialKind.RaterLink, lifetime);
  return named.replace(RATER_LINK, `${home}/rate/${link}`);
}

async function namesIn(
  tx: EntityManager,
  { organizationId, body }: MailContent,
): Promise<ReadonlyMap<string, string>> {
  const ids = [...body.matchAll(NAMES_IN_MAIL)].map(([, id]) => id);
  if (ids.length === 0) return new Map();
  const rows: { id: string; name: string }[] = await tx.query(
    `SELECT person_id AS id, name FROM person_identity
     WHERE organization_id = $1 AND person_id = ANY($2) AND name IS NOT NULL`,
    [organizationId, ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
