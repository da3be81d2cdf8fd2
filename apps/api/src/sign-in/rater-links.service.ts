import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { CredentialKind, inOrganization, issueCredential, parseCredential } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { DataSource } from 'typeorm';

/** What a rater from outside answers with. */
export interface RaterAccess {
  /** A bearer token, or the text of a session cookie. */
  readonly token: string;
  readonly expiresAt: Date;
}

@Injectable()
export class RaterLinksService {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /**
   * Takes a link, for good, and gives what opens its owner's rating requests until the link would have expired.
   * @param link  as it stood in the mail
   * @throws UseCaseError UNAUTHENTICATED when it was never sent, was taken before, or has expired
   */
  async take(link: string): Promise<RaterAccess> {
    const shown = parseCredential(link);
    if (shown?.kind !== CredentialKind.RaterLink) throw useless();
    const { organizationId, secretHash } = shown;
    return inOrganization(this.db, { organizationId }, async (tx) => {
      const [taken]: [{ personId: string; expiresAt: Date }[], number] = await tx.query(
        `DELETE FROM credential WHERE organization_id = $1 AND secret_hash = $2 AND kind = 'RATER_LINK' AND expires_at > now()
         RETURNING person_id AS "personId", expires_at AS "expiresAt"`,
        [organizationId, secretHash],
      );
      const [owner] = taken;
      if (!owner) throw useless();
      const { personId, expiresAt } = owner;
      const lifetime = expiresAt.getTime() - Date.now();
      const token = await issueCredential(tx, { organizationId, personId }, CredentialKind.Rater, lifetime);
      return { token, expiresAt };
    });
  }
}

const useless = (): UseCaseError =>
  new UseCaseError(
    'UNAUTHENTICATED',
    'This link has been used or has expired. The next reminder brings a new one; what you have answered is kept.',
  );
