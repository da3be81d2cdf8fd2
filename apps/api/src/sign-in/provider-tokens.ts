import { UseCaseError } from '@alidade/errors';
import { createRemoteJWKSet, decodeJwt, errors, jwtVerify } from 'jose';
import type { JWTPayload } from 'jose';
import type { OpenId, Provider, ProviderAccount } from './open-id.js';

/** What a verified token says: whose it is, and for which organization when the provider knows that. */
export interface TokenBearer {
  readonly account: ProviderAccount;
  readonly organization: string | null;
}

/** Signatures that only the provider can make: with a shared secret whoever checks could sign as well. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];
const CLOCK_SKEW_SECONDS = 5;
const JWT = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** Access tokens of the configured OpenID provider, as other systems send them. */
export class ProviderTokens {
  private keys: { readonly uri: string; readonly set: ReturnType<typeof createRemoteJWKSet> } | undefined;

  /** @param audience  whom the tokens must be meant for */
  constructor(
    private readonly openId: OpenId,
    private readonly audience: string,
  ) {}

  /**
   * Whose token this is, after its signature, issuer, audience and expiry were checked.
   * @throws UseCaseError UNAUTHENTICATED saying which of these failed; SERVICE_UNAVAILABLE when the provider's keys
   *         cannot be read
   */
  async bearerOf(token: string): Promise<TokenBearer> {
    // An opaque token, or one that could never hold, costs the provider no request.
    if (!JWT.test(token)) throw refused(NOT_ONE_OF_OURS);
    const provider = await this.openId.provider();
    if (issuerClaimedBy(token) !== provider.issuer) throw refused(NOT_ONE_OF_OURS);
    const payload = await this.verified(token, provider);
    if (payload['nonce'] !== undefined || payload['at_hash'] !== undefined)
      throw refused('This is an ID token, meant for signing in. Send an access token.');
    const { organization } = payload;
    return {
      account: { issuer: provider.issuer, subject: String(payload.sub) },
      organization: typeof organization === 'string' ? organization : null,
    };
  }

  private async verified(token: string, { issuer, keysUri }: Provider): Promise<JWTPayload> {
    if (this.keys?.uri !== keysUri) this.keys = { uri: keysUri, set: createRemoteJWKSet(new URL(keysUri)) };
    try {
      const { payload } = await jwtVerify(token, this.keys.set, {
        issuer,
        audience: this.audience,
        algorithms: ALGORITHMS,
        requiredClaims: ['sub', 'exp'],
        clockTolerance: CLOCK_SKEW_SECONDS,
      });
      return payload;
    } catch (cause) {
      throw refusalBecauseOf(cause);
    }
  }
}

const NOT_ONE_OF_OURS =
  'A bearer token is a personal access token (ald_…) or a signed token (JWT) of the identity provider; no other, an opaque one for example, can be checked here.';

function issuerClaimedBy(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined; // Three words with dots between them, no token.
  }
}

const refused = (message: string, cause?: unknown): UseCaseError =>
  new UseCaseError('UNAUTHENTICATED', message, { cause });

function refusalBecauseOf(cause: unknown): UseCaseError {
  if (cause instanceof errors.JWTExpired) return refused('This token has expired.', cause);
  if (cause instanceof errors.JWTClaimValidationFailed)
    return refused(`This token is not for this application: ${cause.message}.`, cause);
  if (isFaultOfToken(cause)) return refused('The signature of this token does not hold.', cause);
  return new UseCaseError('SERVICE_UNAVAILABLE', 'The identity provider does not show its keys.', { cause });
}

const isFaultOfToken = (cause: unknown): boolean =>
  [
    errors.JWSSignatureVerificationFailed,
    errors.JWSInvalid,
    errors.JWTInvalid,
    errors.JOSEAlgNotAllowed,
    errors.JOSENotSupported,
    errors.JWKSNoMatchingKey,
    errors.JWKSMultipleMatchingKeys,
  ].some((fault) => cause instanceof fault);
