import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { z } from 'zod';
import { TryAgain } from '#shared/domain/faults.ts';
import type { ProvenPerson, SignInProvider, SignInTicket } from '#shared/ports/sign-in-provider.ts';

export type OidcSettings = {
  issuer: string;
  clientId: string;
  /** null for a public client, which PKCE alone protects */
  clientSecret: string | null;
  /** our own address, https://desk.example.org */
  consoleUrl: string;
  /** the claim that lists groups: `groups`, or `cognito:groups` */
  groupsClaim: string;
};

/** The only algorithm taken: never `none`, never one that anybody who knows the client's secret could sign with. */
const algorithm = 'RS256';
const scope = 'openid profile email';
const provenSeconds = 60;
const returnPath = '/signed-in';

const claimsSchema = z.looseObject({
  iss: z.string(),
  sub: z.string().min(1),
  // Cognito names what a token is for; one made for access proves nobody
  token_use: z.literal('id').optional(),
  auth_time: z.number().optional(),
  name: z.string().optional(),
  email: z.string().optional(),
  preferred_username: z.string().optional(),
});

/** Any OpenID Connect provider: Cognito, Entra, Keycloak. What it publishes about itself is read at the first sign-in. */
export function makeOidcSignInProvider(settings: OidcSettings): SignInProvider {
  let known: Promise<Configuration> | null = null;
  const configuration = () => {
    known ??= discover(settings).catch((cause: unknown) => {
      known = null;
      throw new TryAgain('the sign-in provider does not answer', { cause });
    });
    return known;
  };
  const returnAddress = `${settings.consoleUrl}${returnPath}`;
  return {
    async begin(again) {
      const config = await configuration();
      const ticket = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier(), again };
      const url = buildAuthorizationUrl(config, {
        redirect_uri: returnAddress,
        scope,
        state: ticket.state,
        nonce: ticket.nonce,
        code_challenge: await calculatePKCECodeChallenge(ticket.verifier),
        code_challenge_method: 'S256',
        ...(again ? { prompt: 'login', max_age: String(provenSeconds) } : {}),
      });
      return { address: url.href, ticket };
    },

    async finish(query, ticket) {
      const config = await configuration();
      const claims = await provenClaims(config, new URL(`${returnAddress}${query}`), ticket);
      return claims === null ? null : personOf(claims, settings.groupsClaim);
    },

    async signOutAddress() {
      const end = (await configuration()).serverMetadata().end_session_endpoint;
      if (end === undefined) return null;
      const url = new URL(end);
      const back = `${settings.consoleUrl}/signed-out`;
      url.searchParams.set('client_id', settings.clientId);
      url.searchParams.set('post_logout_redirect_uri', back);
      // Cognito's own word for the same
      url.searchParams.set('logout_uri', back);
      return url.href;
    },
  };
}

async function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<Configuration> {
  const address = new URL(issuer);
  const isLoopback = ['127.0.0.1', '[::1]', 'localhost'].includes(address.hostname);
  const config = await discovery(
    address,
    clientId,
    { id_token_signed_response_alg: algorithm },
    clientSecret === null ? None() : ClientSecretPost(clientSecret),
    isLoopback ? { execute: [allowInsecureRequests] } : {},
  );
  // the token's signature too, not only that it came over TLS
  enableNonRepudiationChecks(config);
  return config;
}

async function provenClaims(config: Configuration, returned: URL, ticket: SignInTicket): Promise<unknown> {
  try {
    const tokens = await authorizationCodeGrant(config, returned, {
      pkceCodeVerifier: ticket.verifier,
      expectedState: ticket.state,
      expectedNonce: ticket.nonce,
      idTokenExpected: true,
      ...(ticket.again ? { maxAge: provenSeconds } : {}),
    });
    return tokens.claims() ?? null;
  } catch (cause) {
    // undici's way to say that nobody was reached; everything else is an answer that proves nothing
    if (cause instanceof TypeError && cause.message === 'fetch failed')
      throw new TryAgain('the sign-in provider does not answer', { cause });
    return null;
  }
}

function personOf(claims: unknown, groupsClaim: string): ProvenPerson | null {
  const parsed = claimsSchema.safeParse(claims);
  if (!parsed.success) return null;
  const { iss, sub, name, email, preferred_username: username, auth_time: provenAt } = parsed.data;
  const groups = z.array(z.string()).safeParse(parsed.data[groupsClaim]).data ?? [];
  const signInName = email ?? username ?? sub;
  return {
    subject: sub,
    issuer: iss,
    name: name ?? signInName,
    signInName: signInName.toLowerCase(),
    groups,
    provenAt: provenAt === undefined ? null : new Date(provenAt * 1_000).toISOString(),
  };
}
