import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeOidcSignInProvider } from '#shared/adapters/oidc-sign-in-provider.ts';
import { TryAgain } from '#shared/domain/faults.ts';
import type { SignInTicket } from '#shared/ports/sign-in-provider.ts';
import { portOf } from '#test/journeys/a-provider.ts';

type Claims = Record<string, unknown>;
type Said = { claims: Claims; header: Claims; key: KeyObject | string };

const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

function tokenOf({ claims, header, key }: Said): string {
  const text = `${part(header)}.${part(claims)}`;
  const signature =
    typeof key === 'string'
      ? createHmac('sha256', key).update(text).digest('base64url')
      : sign('sha256', Buffer.from(text), key).toString('base64url');
  return `${text}.${header.alg === 'none' ? '' : signature}`;
}

/** A provider that says whatever the test lets it say: what must not be believed, the adapter is told by this one. */
describe('what a provider says', () => {
  const server: Server = createServer();
  let issuer: string;
  let said: (given: Said) => Said;
  let asked = new URLSearchParams();
  let ticket: SignInTicket;
  const consoleUrl = 'https://desk.example.org';
  const provider = () =>
    makeOidcSignInProvider({ issuer, clientId: 'desk', clientSecret: null, consoleUrl, groupsClaim: 'cognito:groups' });

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    issuer = `http://127.0.0.1:${portOf(server)}`;
    server.on('request', (request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(answerTo(request.url ?? '', body)));
      });
    });
  });
  afterAll(() => {
    server.close();
  });
  beforeEach(async () => {
    said = (given) => given;
    ticket = (await provider().begin(false)).ticket;
  });

  function answerTo(path: string, body: string): unknown {
    if (path.endsWith('/openid-configuration')) {
      const [authorization_endpoint, token_endpoint, jwks_uri] = ['auth', 'token', 'keys'].map(
        (name) => `${issuer}/${name}`,
      );
      return { issuer, authorization_endpoint, token_endpoint, jwks_uri, response_types_supported: ['code'] };
    }
    if (path === '/keys') return { keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256' }] };
    asked = new URLSearchParams(body);
    const now = Math.floor(Date.now() / 1_000);
    const claims = {
      iss: issuer,
      sub: 'person-1',
      aud: 'desk',
      iat: now,
      exp: now + 300,
      nonce: ticket.nonce,
      token_use: 'id',
      email: 'Dana@office.example',
      'cognito:groups': ['reviewer'],
    };
    const id_token = tokenOf(said({ claims, header: { alg: 'RS256', kid: 'k' }, key: own.privateKey }));
    return { access_token: 'a', token_type: 'Bearer', id_token };
  }

  const finish = (query = `?code=c&state=${ticket.state}`) => provider().finish(query, ticket);
  const withClaims = (changed: Claims) => {
    said = (given) => ({ ...given, claims: { ...given.claims, ...changed } });
  };

  it('is believed when it is about somebody who came from us, for this desk, signed with its key', async () => {
    expect(await finish()).toEqual({
      subject: 'person-1',
      issuer,
      name: 'Dana@office.example',
      signInName: 'dana@office.example',
      groups: ['reviewer'],
      provenAt: null,
    });
    expect(Object.fromEntries(asked)).toMatchObject({
      code: 'c',
      code_verifier: ticket.verifier,
      redirect_uri: 'https://desk.example.org/signed-in',
      client_id: 'desk',
    });
  });

  it('B206: is asked for with PKCE, state, nonce and our exact address', async () => {
    const { address, ticket: mine } = await provider().begin(true);
    const query = Object.fromEntries(new URL(address).searchParams);

    expect(query).toMatchObject({
      response_type: 'code',
      redirect_uri: 'https://desk.example.org/signed-in',
      state: mine.state,
      nonce: mine.nonce,
      code_challenge_method: 'S256',
      prompt: 'login',
      max_age: '60',
    });
    expect(address).not.toContain(mine.verifier);
  });

  it.each<[string, () => void]>([
    ['B201: a token for another desk', () => withClaims({ aud: 'other' })],
    ['a token of another provider', () => withClaims({ iss: 'https://evil.example' })],
    ['a token for another sign-in', () => withClaims({ nonce: 'other' })],
    ['a token that is over', () => withClaims({ exp: Math.floor(Date.now() / 1_000) - 600 })],
    ['B202: a token for access, which proves nobody', () => withClaims({ token_use: 'access' })],
    ['a token about nobody', () => withClaims({ sub: '' })],
    [
      'a token that nobody signed',
      () => {
        said = (given) => ({ ...given, header: { alg: 'none' } });
      },
    ],
    [
      'B203: a token signed with a word both know',
      () => {
        const pem = own.publicKey.export({ type: 'spki', format: 'pem' }).toString();
        said = (given) => ({ ...given, header: { alg: 'HS256', kid: 'k' }, key: pem });
      },
    ],
    [
      'a token signed by a stranger',
      () => {
        said = (given) => ({ ...given, key: stranger.privateKey });
      },
    ],
  ])('is not believed when it is %s', async (_what, lie) => {
    lie();
    expect(await finish()).toBeNull();
  });

  it.each([
    ['with another state', '?code=c&state=other'],
    ['without a state', '?code=c'],
    ['as a refusal', '?error=access_denied'],
    ['from another issuer', '?code=c&state=STATE&iss=https%3A%2F%2Fevil.example'],
  ])('is not even asked for when they come back %s', async (_how, query) => {
    asked = new URLSearchParams();
    expect(await finish(query.replace('STATE', ticket.state))).toBeNull();
    expect([...asked]).toEqual([]);
  });

  it('must be fresh when they were asked to prove themselves anew', async () => {
    ticket = { ...ticket, again: true };
    expect(await finish()).toBeNull();
    withClaims({ auth_time: Math.floor(Date.now() / 1_000) - 3_600 });
    expect(await finish()).toBeNull();
    withClaims({ auth_time: Math.floor(Date.now() / 1_000) });
    expect((await finish())?.subject).toBe('person-1');
  });

  it('can be asked again later when nobody answers', async () => {
    const silent = { issuer: 'http://127.0.0.1:1', clientId: 'desk', clientSecret: null, consoleUrl, groupsClaim: 'g' };
    await expect(makeOidcSignInProvider(silent).begin(false)).rejects.toBeInstanceOf(TryAgain);
  });
});
