import { SignJWT } from 'jose';
import type { CryptoKey, JWTPayload } from 'jose';
import type { KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { Provider } from 'oidc-provider';
import type { Configuration } from 'oidc-provider';
import { newSigningKey } from '../../apps/api/src/local-identity/signing-key.js';
import { volatileStore } from '../../apps/api/src/local-identity/volatile-store.js';
import { freePort } from './free-port.js';

const LOGIN = /^\/login\/[\w-]+$/;
const CLIENT = { id: 'alidade', secret: 'a-secret-of-the-test-provider' };

interface Account {
  email?: string | undefined;
  verified?: boolean | undefined;
}

/** What is changed of a token before it is signed. */
export interface Claimed {
  readonly claims?: JWTPayload;
  readonly header?: { readonly alg?: string; readonly kid?: string; readonly typ?: string };
  /** The provider's own when not given. */
  readonly key?: CryptoKey | KeyObject | Uint8Array;
}

/** A real OpenID provider with accounts whose mail a test can change, and whose tokens a test can spoil. */
export class IdentityProvider implements AsyncDisposable {
  readonly accounts = new Map<string, Account>();
  /** How the next ID tokens are spoiled; null: not at all. */
  spoil: Claimed | null = null;

  private constructor(
    readonly issuer: string,
    private readonly server: Server,
    private readonly key: KeyObject,
  ) {}

  /** @param home  of the application that signs people in here */
  static async start(home: string): Promise<IdentityProvider> {
    const port = await freePort();
    const { key, jwk: bare } = newSigningKey();
    const server = createServer();
    const identity = new IdentityProvider(`http://127.0.0.1:${port}`, server, key);
    const jwk = { ...bare, kid: 'test', use: 'sig', alg: 'RS256' };
    const provider = new Provider(identity.issuer, identity.configuration(home, jwk));
    provider.use(async (context, next) => {
      await next();
      if (context.path === '/token' && identity.spoil) await identity.spoilIdToken(context.body);
    });
    const handle = provider.callback();
    server.on('request', (request, response) => {
      if (LOGIN.test(request.url ?? '')) void identity.login(provider, request, response);
      else void handle(request, response);
    });
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return identity;
  }

  /** What the application is configured with. */
  get environment() {
    return { OIDC_ISSUER: this.issuer, OIDC_CLIENT_ID: CLIENT.id, OIDC_CLIENT_SECRET: CLIENT.secret };
  }

  /** A token as the provider issues it to another system that asks for this application. */
  token(subject: string, { claims = {}, header = {}, key = this.key }: Claimed = {}): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const usual = { iss: this.issuer, sub: subject, aud: CLIENT.id, iat: now, exp: now + 300 };
    return new SignJWT({ ...usual, ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'test', typ: 'at+jwt', ...header })
      .sign(key);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private configuration(home: string, jwk: object): Configuration {
    return {
      adapter: volatileStore(),
      clients: [
        { client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [`${home}/auth/callback`] },
      ],
      jwks: { keys: [jwk] },
      cookies: { keys: ['cookies of the test provider'] },
      ttl: { AccessToken: 300, Grant: 300, IdToken: 300, Interaction: 300, Session: 300 },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_context, { uid }) => `/login/${uid}` },
      claims: { openid: ['sub'], email: ['email', 'email_verified'] },
      findAccount: (_context, subject) => {
        const account = this.accounts.get(subject);
        if (!account) return undefined;
        const { email, verified } = account;
        return { accountId: subject, claims: () => ({ sub: subject, email, email_verified: verified }) };
      },
      loadExistingGrant: async ({ oidc }) => {
        const clientId = oidc.client?.clientId ?? '';
        const grant = new oidc.provider.Grant({ clientId, accountId: oidc.session?.accountId ?? '' });
        grant.addOIDCScope('openid email');
        await grant.save();
        return grant;
      },
    };
  }

  private async login(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'GET') {
      response.setHeader('content-type', 'text/html');
      response.end('<form method="post"><input name="account"><button>Sign in</button></form>');
      return;
    }
    const accountId = new URLSearchParams(await text(request)).get('account') ?? '';
    await provider.interactionFinished(request, response, { login: { accountId } });
  }

  private async spoilIdToken(body: any): Promise<void> {
    const claims = JSON.parse(Buffer.from(body.id_token.split('.')[1], 'base64url').toString());
    const { spoil } = this;
    body.id_token = await this.token(claims.sub, {
      ...spoil,
      claims: { ...claims, ...spoil?.claims },
      header: { typ: 'JWT', ...spoil?.header },
    });
  }
}
