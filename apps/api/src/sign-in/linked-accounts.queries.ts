import { Credential, LinkedAccount } from '@alidade/database';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { recordAudit } from '../platform/audit.js';
import type { Actor } from '../platform/audit.js';
import type { ArrivedAccount, ProviderAccount } from './open-id.js';

/** Why an account of the provider opens nothing, as the audit trail has it. */
const Refusal = {
  HasLeft: 'HAS_LEFT',
  MailNotVerified: 'MAIL_NOT_VERIFIED',
  MailUnknown: 'MAIL_UNKNOWN',
  LinkingNotAllowed: 'LINKING_NOT_ALLOWED',
  HasAnotherAccount: 'HAS_ANOTHER_ACCOUNT',
} as const;
type Refusal = (typeof Refusal)[keyof typeof Refusal];

export type Owner = Pick<Credential, 'organizationId' | 'personId'>;

/** Somebody of the organization, as far as signing in is concerned. */
interface Candidate extends Owner {
  readonly hasLeft: boolean;
  readonly linksByMail: boolean;
}

interface Judgment {
  readonly owner: Candidate | null;
  readonly refusal: Refusal | null;
}

/**
 * Whose account it is: the person it is linked to or else, at its first sign-in, the person with the address that the
 * provider vouches for, whom it is then linked to. Every link and every refusal goes into the audit trail.
 * @returns null when the account opens nothing
 */
export async function settleOwner(
  tx: EntityManager,
  organizationId: string,
  account: ArrivedAccount,
): Promise<Owner | null> {
  const { issuer } = account;
  const linked = await ownerOf(tx, organizationId, account);
  const { owner, refusal } = linked ? judge(linked) : await linkByMail(tx, organizationId, account);
  if (refusal === null) return owner;
  const detail = { reason: refusal, issuer };
  await recordAudit(
    tx,
    { organizationId },
    { action: 'SIGN_IN_REFUSED', subjectId: owner?.personId ?? null, detail },
  );
  return null;
}

const judge = (owner: Candidate): Judgment => ({ owner, refusal: owner.hasLeft ? Refusal.HasLeft : null });

/** Once linked, it no longer matters what address the provider knows, nor who has it. */
async function linkByMail(
  tx: EntityManager,
  organizationId: string,
  { issuer, subject, verifiedMail }: ArrivedAccount,
): Promise<Judgment> {
  if (verifiedMail === null) return { owner: null, refusal: Refusal.MailNotVerified };
  const owner = await lockedByMail(tx, organizationId, verifiedMail);
  if (!owner) return { owner, refusal: Refusal.MailUnknown };
  if (owner.hasLeft) return { owner, refusal: Refusal.HasLeft };
  if (!owner.linksByMail) return { owner, refusal: Refusal.LinkingNotAllowed };
  const { personId } = owner;
  const [already] = await tx.findBy(LinkedAccount, { organizationId, personId, issuer });
  if (already) return { owner, refusal: already.subject === subject ? null : Refusal.HasAnotherAccount };
  const id = randomUUID();
  await tx.insert(LinkedAccount, { organizationId, id, personId, issuer, subject });
  const detail = { accountId: id, issuer };
  await recordAudit(tx, owner, { action: 'ACCOUNT_LINKED', subjectId: personId, detail });
  return { owner, refusal: null };
}

const CANDIDATE = `
  SELECT person.organization_id AS "organizationId", person.id AS "personId",
    setting.links_accounts_by_mail AS "linksByMail",
    coalesce(person.left_on <= (now() AT TIME ZONE setting.time_zone)::date, false) AS "hasLeft"
  FROM person JOIN organization_setting AS setting ON setting.organization_id = person.organization_id`;

async function ownerOf(
  tx: EntityManager,
  organizationId: string,
  { issuer, subject }: ProviderAccount,
): Promise<Candidate | undefined> {
  const [owner]: Candidate[] = await tx.query(
    `${CANDIDATE} JOIN linked_account AS account
       ON account.organization_id = person.organization_id AND account.person_id = person.id
     WHERE person.organization_id = $1 AND account.issuer = $2 AND account.subject = $3`,
    [organizationId, issuer, subject],
  );
  return owner;
}

/** Locked, so that of two accounts with one address, arriving at once, the second sees that the first was linked. */
async function lockedByMail(
  tx: EntityManager,
  organizationId: string,
  mail: string,
): Promise<Candidate | null> {
  const [candidate]: Candidate[] = await tx.query(
    `${CANDIDATE} JOIN person_identity AS identity
       ON identity.organization_id = person.organization_id AND identity.person_id = person.id
     WHERE person.organization_id = $1 AND identity.email = $2 AND NOT person.outside FOR NO KEY UPDATE OF person`,
    [organizationId, mail],
  );
  return candidate ?? null;
}

/** Sessions of this person that are over anyway. */
export async function forgetOldSessions(
  tx: EntityManager,
  { organizationId, personId }: Owner,
): Promise<void> {
  await tx.query(
    `DELETE FROM credential WHERE organization_id = $1 AND person_id = $2 AND kind = 'SESSION' AND expires_at < now()`,
    [organizationId, personId],
  );
}

/** The account signs in as nobody any more, and everything its person had open ends. */
export async function unlink(
  tx: EntityManager,
  actor: Actor,
  { organizationId, id, personId, issuer }: LinkedAccount,
): Promise<void> {
  await tx.delete(LinkedAccount, { organizationId, id });
  await tx.delete(Credential, { organizationId, personId });
  const detail = { accountId: id, issuer };
  await recordAudit(tx, actor, { action: 'ACCOUNT_UNLINKED', subjectId: personId, detail });
}
