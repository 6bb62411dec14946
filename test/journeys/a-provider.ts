import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

export type RunningProvider = { issuer: string; stop(): Promise<void> };

type Person = { name: string; email: string; groups: string[] };

/**
 * A real OpenID Connect provider on this machine. It asks for a name and takes any password; `people` says who is in which
 * groups, by the name typed, and may change while it runs.
 */
export async function startProvider(
  returnAddress: string,
  people: Readonly<Record<string, Person>>,
): Promise<RunningProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${portOf(server)}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'desk',
        token_endpoint_auth_method: 'none',
        redirect_uris: [returnAddress],
        post_logout_redirect_uris: [returnAddress.replace('/signed-in', '/signed-out')],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    // as Cognito does: what the scopes name stands in the token itself
    conformIdTokenClaims: false,
    claims: { openid: ['sub', 'auth_time'], profile: ['name', 'groups'], email: ['email'] },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
    cookies: { keys: ['of this test only'] },
    findAccount: async (_context: unknown, id: string) => ({
      accountId: id,
      claims: async () => ({ sub: id, ...people[id] }),
    }),
  });
  server.on('request', provider.callback());
  return { issuer, stop: () => new Promise((done) => server.close(() => done())) };
}

export function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  return address !== null && typeof address === 'object' ? address.port : 0;
}
