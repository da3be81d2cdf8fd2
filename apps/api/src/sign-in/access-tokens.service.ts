import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Viewer } from '@alidade/access';
import {
  Credential,
  CredentialKind,
  inOrganization,
  issueCredential,
  parseCredential,
} from '@alidade/database';
import type { ReadSession } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { recordAudit } from '../platform/audit.js';
import type {
  AccessTokenType,
  CreateAccessTokenArgs,
  CreatedAccessTokenType,
} from './access-tokens.types.js';
import { TextSeal } from './sealed-text.js';

const DAY_MS = 86_400_000;
const MOST_TOKENS = 100;

/** Personal access tokens: of the viewer only, whoever they are. */
@Injectable()
export class AccessTokensService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly seal: TextSeal,
  ) {}

  own(viewer: Viewer, reads: ReadSession): Promise<AccessTokenType[]> {
    return reads.read((tx) => tokensOf(tx, viewer));
  }

  /**
   * @returns the text of the new token, which is shown this once
   * @throws UseCaseError CONFLICT when the viewer has a hundred already
   */
  async create(viewer: Viewer, { name, days }: CreateAccessTokenArgs): Promise<CreatedAccessTokenType> {
    const { sealed, accessToken } = await inOrganization(this.db, viewer, async (tx) => {
      await requireRoom(tx, viewer);
      const text = await issueCredential(tx, { ...viewer, name }, CredentialKind.AccessToken, days * DAY_MS);
      const [made] = await tokensOf(tx, viewer, text);
      if (!made) throw new Error('A token that was just made');
      const detail = { expiresAt: made.expiresAt };
      await recordAudit(tx, viewer, { action: 'ACCESS_TOKEN_CREATED', subjectId: made.id, detail });
      // What a repeated request is answered is kept for a day: nobody shall read a token there.
      return { sealed: this.seal.seal(text), accessToken: made };
    });
    return { text: this.seal.open(sealed), accessToken };
  }

  /**
   * It opens nothing from now on.
   * @throws UseCaseError NOT_FOUND when the viewer has no token of this id
   */
  revoke(viewer: Viewer, id: string): Promise<AccessTokenType> {
    const { organizationId, personId } = viewer;
    return inOrganization(this.db, viewer, async (tx) => {
      const token = (await tokensOf(tx, viewer)).find((each) => each.id === id);
      if (!token) throw new UseCaseError('NOT_FOUND', `You have no access token ${id}`);
      await tx.delete(Credential, { organizationId, personId, id });
      await recordAudit(tx, viewer, { action: 'ACCESS_TOKEN_REVOKED', subjectId: id });
      return token;
    });
  }
}

/** Expired ones too; newest first. */
function tokensOf(
  tx: EntityManager,
  { organizationId, personId }: Viewer,
  text?: string,
): Promise<AccessTokenType[]> {
  const shown = parseCredential(text);
  return tx.find(Credential, {
    select: { id: true, name: true, createdAt: true, expiresAt: true },
    where: {
      organizationId,
      personId,
      kind: CredentialKind.AccessToken,
      ...(shown && { secretHash: shown.secretHash }),
    },
    order: { createdAt: 'DESC', id: 'ASC' },
  });
}

/** One after the other for one person, so that none slips past the limit. */
async function requireRoom(tx: EntityManager, { organizationId, personId }: Viewer): Promise<void> {
  await tx.query(`SELECT FROM person WHERE organization_id = $1 AND id = $2 FOR NO KEY UPDATE`, [
    organizationId,
    personId,
  ]);
  const count = await tx.countBy(Credential, { organizationId, personId, kind: CredentialKind.AccessToken });
  if (count >= MOST_TOKENS)
    throw new UseCaseError('CONFLICT', `You have ${count} access tokens. Revoke one that you do not use.`);
}
