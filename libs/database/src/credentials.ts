import { createHash, randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Credential, CredentialKind } from './entities/sign-in/credential.entity.js';

/** What a request showed. It names its organization, so that it is looked up within that one, under row-level security. */
export interface ShownCredential {
  readonly organizationId: string;
  readonly kind: CredentialKind;
  readonly secretHash: Buffer;
}

/** What the text of each kind begins with. */
const PREFIXES: Readonly<Record<CredentialKind, string>> = {
  ACCESS_TOKEN: 'ald',
  SESSION: 'als',
  RATER_LINK: 'all',
  RATER: 'alr',
};
const KINDS = new Map(Object.values(CredentialKind).map((kind) => [PREFIXES[kind], kind]));
const FORM = /^(al[dslr])_([\da-f]{32})_([\w-]{43})$/;
const DASHES = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/;

/** `null` for any text that cannot be a credential of ours. */
export function parseCredential(text: string | undefined): ShownCredential | null {
  const [, prefix, organization, secret] = FORM.exec(text ?? '') ?? [];
  const kind = KINDS.get(prefix ?? '');
  if (kind === undefined || organization === undefined || secret === undefined) return null;
  return {
    organizationId: organization.replace(DASHES, '$1-$2-$3-$4-$5'),
    kind,
    secretHash: hash(secret),
  };
}

interface CredentialOwner extends Pick<Credential, 'organizationId' | 'personId'> {
  /** What the owner calls it; null when they have no name for it. */
  readonly name?: string | null;
}

/** Stores a new credential and returns its text, which is shown once and kept nowhere. */
export async function issueCredential(
  tx: EntityManager,
  { organizationId, personId, name = null }: CredentialOwner,
  kind: CredentialKind,
  lifetimeMs: number,
): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  const expiresAt = new Date(Date.now() + lifetimeMs);
  await tx.insert(Credential, { organizationId, personId, name, kind, expiresAt, secretHash: hash(secret) });
  return `${PREFIXES[kind]}_${organizationId.replaceAll('-', '')}_${secret}`;
}

const hash = (secret: string): Buffer => createHash('sha256').update(secret).digest();
