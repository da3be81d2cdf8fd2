import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Viewer } from '@alidade/access';
import { CredentialKind, parseCredential, ReadSession } from '@alidade/database';
import type { ShownCredential } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Replica } from '../platform/replica.js';
import { organizationWished } from './organization-wished.js';
import { ProviderTokens } from './provider-tokens.js';
import { SessionCookies } from './session-cookie.js';
import { viewerBehind, viewerOfAccount } from './viewer-behind.js';

/** Who sends a request, and the one snapshot it reads in. */
export interface Asker {
  readonly viewer: Viewer;
  readonly reads: ReadSession;
}

/** In which organization, and how, to look for the sender. */
interface Found {
  readonly organizationId: string;
  readonly viewerIn: (tx: EntityManager) => Promise<Viewer | null>;
}

/** Names the organization for a bearer token of the provider, which knows people but not where they belong. */
const ORGANIZATION_HEADER = 'alidade-organization';
const OWN_TOKEN = /^al[dr]_/;
const IN_A_COOKIE: readonly CredentialKind[] = [CredentialKind.Session, CredentialKind.Rater];
const AS_BEARER: readonly CredentialKind[] = [CredentialKind.AccessToken, CredentialKind.Rater];
const BEARER = /^Bearer\b *(.*)$/i;

/** Turns a request into a viewer, whichever way it comes: GraphQL, an upload, a download. */
@Injectable()
export class Askers {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly replica: Replica,
    private readonly cookies: SessionCookies,
    private readonly providerTokens: ProviderTokens,
  ) {}

  /**
   * Who is behind the bearer token or, without one, the session cookie of a request. The snapshot opens with this
   * look-up and ends with the response.
   * @param raters  whether somebody from outside may ask here, who came by a link to answer their own requests
   * @throws UseCaseError UNAUTHENTICATED when nothing is shown, or nothing that opens anything; FORBIDDEN for a rater
   *         from outside
   */
  async behind(request: FastifyRequest, reply: FastifyReply, { raters = false } = {}): Promise<Asker> {
    const found = await this.find(request);
    const reads = readsUntilClosed(this.db, found, reply);
    const viewer = await reads.read(found.viewerIn);
    if (!viewer) throw unknown();
    if (viewer.only && !raters)
      throw new UseCaseError('FORBIDDEN', 'This link opens your own rating requests and nothing else.');
    request.trace.organizationId = viewer.organizationId;
    return { viewer, reads };
  }

  /**
   * The same for one event of a subscription, which outlives any snapshot: whoever asks closes it.
   * @throws UseCaseError UNAUTHENTICATED when the credential opens nothing (any more)
   */
  async now(request: FastifyRequest): Promise<Asker> {
    const found = await this.find(request);
    const reads = new ReadSession(this.db, found);
    try {
      const viewer = await reads.read(found.viewerIn);
      if (!viewer || viewer.only) throw unknown();
      return { viewer, reads };
    } catch (error) {
      await reads.close();
      throw error;
    }
  }

  /**
   * The same for a request that writes nothing: it reads from the replica, where there is one. Who asks, and what they
   * may do, is still looked up where it is written, so that what was revoked opens nothing from that moment on.
   * @param who  as for `behind`
   * @throws UseCaseError as `behind`
   */
  async reading(request: FastifyRequest, reply: FastifyReply, who = {}): Promise<Asker> {
    const { viewer, reads } = await this.behind(request, reply, who);
    if (this.replica.db === null) return { viewer, reads };
    await reads.close();
    return { viewer, reads: readsUntilClosed(this.replica.db, viewer, reply) };
  }

  private find(request: FastifyRequest): Found | Promise<Found> {
    const [isBearer, token] = BEARER.exec(request.headers.authorization ?? '') ?? [];
    // A bearer token that opens nothing is refused: whoever sends one does not mean the cookie that comes along.
    if (isBearer === undefined) return ofCredential(this.cookies.sessionOf(request), IN_A_COOKIE);
    if (token !== undefined && OWN_TOKEN.test(token)) return ofCredential(token, AS_BEARER);
    return this.ofProvider(token ?? '', request.headers[ORGANIZATION_HEADER]);
  }

  private async ofProvider(token: string, wished: string | readonly string[] | undefined): Promise<Found> {
    const { account, organization } = await this.providerTokens.bearerOf(token);
    const slug = typeof wished === 'string' ? wished : organization;
    // What the provider has signed binds; the header only chooses where the provider leaves it open.
    if (organization !== null && organization !== slug)
      throw new UseCaseError('UNAUTHENTICATED', `This token is for the organization "${organization}".`);
    const organizationId = await organizationWished(this.db, slug);
    if (organizationId === null) throw slug === null ? nowhere() : strange(slug);
    return {
      organizationId,
      viewerIn: async (tx) => {
        const viewer = await viewerOfAccount(tx, organizationId, account);
        if (!viewer) throw strange(slug);
        return viewer;
      },
    };
  }
}

function ofCredential(text: string | undefined, kinds: readonly CredentialKind[]): Found {
  const shown: ShownCredential | null = parseCredential(text);
  if (!shown || !kinds.includes(shown.kind)) throw unknown();
  return { organizationId: shown.organizationId, viewerIn: (tx) => viewerBehind(tx, shown) };
}

/**
 * Ties the reads of a request to its response. `close` comes once, whatever happens: the answer was sent,
 * the client went away, the socket timed out. A session closed before its first read never opens.
 */
function readsUntilClosed(
  db: DataSource,
  scope: Pick<Found, 'organizationId'>,
  reply: FastifyReply,
): ReadSession {
  const reads = new ReadSession(db, scope);
  if (reply.raw.destroyed) void reads.close();
  else reply.raw.once('close', () => void reads.close());
  return reads;
}

const unknown = (): UseCaseError => new UseCaseError('UNAUTHENTICATED', 'Sign in first');

const nowhere = (): UseCaseError =>
  new UseCaseError('UNAUTHENTICATED', `Name the organization in the header ${ORGANIZATION_HEADER}.`);

/** The same for an organization and for a person that is not there. */
const strange = (slug: string | null): UseCaseError =>
  new UseCaseError(
    'UNAUTHENTICATED',
    `Nobody${slug === null ? '' : ` of "${slug}"`} has this account of the identity provider. Sign in once, so that the two are linked.`,
  );
