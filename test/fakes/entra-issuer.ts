import { randomUUID } from 'node:crypto';
import { getSharedSigningKey, signToken, toJwk, verifyToken, type Claims } from './jwt.ts';

export interface FakeUser {
  readonly tenantId: string;
  readonly objectId: string;
  readonly email: string;
  readonly displayName: string;
  /** A guest's home is elsewhere. */
  readonly isGuest?: boolean;
}

export interface IssueOptions {
  /** Seconds until the token ends, 3599 by default. */
  readonly lifetimeS?: number;
  readonly clientId?: string;
}

/** Signs and checks the tokens of the stand-in for Entra. */
export class TokenIssuer {
  readonly #key = getSharedSigningKey();
  readonly #scopes: Readonly<Record<string, string>>;
  readonly #now: () => Date;
  #url = '';

  constructor(scopes: Readonly<Record<string, string>>, now: () => Date) {
    this.#scopes = scopes;
    this.#now = now;
  }

  set url(url: string) {
    this.#url = url;
  }

  get jwk(): Record<string, unknown> {
    return toJwk(this.#key);
  }

  #times(lifetimeS: number): Claims {
    const now = Math.floor(this.#now().getTime() / 1000);
    return { iat: now, nbf: now, exp: now + lifetimeS };
  }

  /** A delegated access token. */
  issue(
    user: FakeUser,
    audience: string,
    { lifetimeS = 3599, clientId = 'fake-client' }: IssueOptions = {},
  ): string {
    const claims = {
      aud: audience,
      iss: `${this.#url}/${user.tenantId}/v2.0`,
      ...this.#times(lifetimeS),
      tid: user.tenantId,
      oid: user.objectId,
      sub: user.objectId,
      name: user.displayName,
      preferred_username: user.email,
      upn: user.email,
      azp: clientId,
      appid: clientId,
      scp: this.#scopes[audience] ?? 'user_impersonation',
      uti: randomUUID(),
      ver: '2.0',
    };
    return signToken(claims, this.#key);
  }

  /** An application's own token. */
  issueForApp(clientId: string, tenantId: string, audience: string, roles: readonly string[]): string {
    const iss = `${this.#url}/${tenantId}/v2.0`;
    const claims = {
      aud: audience,
      iss,
      tid: tenantId,
      oid: clientId,
      azp: clientId,
      idtyp: 'app',
      roles,
      ver: '2.0',
    };
    return signToken({ ...claims, ...this.#times(3599) }, this.#key);
  }

  /** The claims of a token of ours that is for this audience and has not ended; else null. */
  verify(token: string, audience: string): Claims | null {
    const claims = verifyToken(token, this.#key.publicKey);
    const isFor = claims?.['aud'] === audience || claims?.['aud'] === `${audience}/`;
    return claims && isFor && Number(claims['exp']) * 1000 > this.#now().getTime() ? claims : null;
  }
}
