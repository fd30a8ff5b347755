import * as oauth from 'oauth4webapi';
import { afterEach, expect, it, vi } from 'vitest';
import { directoryQuery } from '@/db/client';
import { ownDatabase } from '@/db/test-own-database';
import type { Access } from '../tenants/access';
import { testTenant } from '../test-tenant';
import { withTenant } from '../work';
import { discovered, providerCall } from './discover';
import { addDomain, markProven } from './domains';
import { saveProvider } from './provider';
import { type Claims, signInByProvider } from './sign-in-by-provider';
import { clientId, clientSecret, startOidc, walkThrough } from './test-oidc';

// The provider of the test is on this machine.
vi.hoisted(() => vi.stubEnv('ALLOW_PRIVATE_NETWORK', 'true'));

ownDatabase();

const redirectUri = 'http://localhost:3000/api/auth/callback/oidc-test';
let oidc: Awaited<ReturnType<typeof startOidc>>;
afterEach(() => oidc.stop());

/** A firm whose provider this is, and whose domain is proven. */
async function firmOf(domain: string): Promise<Access> {
  const firm = await testTenant();
  await withTenant(firm, async (work) => {
    await saveProvider(work, { name: 'Firm', issuer: oidc.issuer, clientId, clientSecret, newMemberRole: 'viewer' });
    await addDomain(work, domain);
    await markProven(work, domain, 'dns');
  });
  return firm;
}

/** The whole way through the provider, as the sign-in goes it: code flow with PKCE, state and nonce. */
async function tokensOf(account: string): Promise<{ claims: Claims; accessToken: string }> {
  const server = await discovered(oidc.issuer);
  const as = { issuer: server.issuer, token_endpoint: server.tokenEndpoint };
  const [verifier, state, nonce] = [
    oauth.generateRandomCodeVerifier(),
    oauth.generateRandomState(),
    oauth.generateRandomNonce(),
  ];
  const url = new URL(server.authorizationEndpoint);
  url.search = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid profile email',
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
  }).toString();
  const back = await walkThrough(url.href, account);
  const client = { client_id: clientId };
  const answer = await oauth.authorizationCodeGrantRequest(
    as,
    client,
    oauth.ClientSecretBasic(clientSecret),
    oauth.validateAuthResponse(as, client, back, state),
    redirectUri,
    verifier,
    providerCall,
  );
  const tokens = await oauth.processAuthorizationCodeResponse(as, client, answer, { expectedNonce: nonce });
  return { claims: oauth.getValidatedIdTokenClaims(tokens) as unknown as Claims, accessToken: tokens.access_token };
}

const accounts = {
  lin: { email: 'lin@real.example', email_verified: true, name: '林伟' },
  shy: { email: 'shy@real.example', email_verified: false },
};

it('lets in whom a real provider vouches for, and nobody else', async () => {
  oidc = await startOidc({ redirectUri, accounts });
  const firm = await firmOf('real.example');
  const tenantId = firm.tenant.id;
  const { id, email } = await signInByProvider({ tenantId, ...(await tokensOf('lin')), from: null });
  expect(email).toBe('lin@real.example');
  expect(await directoryQuery('select name from directory.users where id = $1', [id])).toEqual([{ name: '林伟' }]);
  expect(await directoryQuery('select issuer, subject from directory.identities where user_id = $1', [id])).toEqual([
    { issuer: oidc.issuer, subject: 'lin' },
  ]);
  await expect(signInByProvider({ tenantId, ...(await tokensOf('shy')), from: null })).rejects.toMatchObject({
    code: 'oidc_unverified',
  });
});

it('asks for the address where the token leaves it out', async () => {
  oidc = await startOidc({ redirectUri, accounts, thinToken: true });
  const firm = await firmOf('thin.example');
  await withTenant(firm, (work) => addDomain(work, 'other.example'));
  const tenantId = firm.tenant.id;
  const tokens = await tokensOf('lin');
  expect(tokens.claims.email).toBeUndefined();
  // Its domain is another firm's: proven by the test above.
  await expect(signInByProvider({ tenantId, ...tokens, from: null })).rejects.toMatchObject({
    code: 'oidc_foreign_domain',
  });
  await expect(signInByProvider({ tenantId, claims: tokens.claims, from: null })).rejects.toMatchObject({
    code: 'oidc_no_email',
  });
  // What is said of somebody else is not taken.
  await expect(
    signInByProvider({
      tenantId,
      claims: { ...tokens.claims, sub: 'shy' },
      accessToken: tokens.accessToken,
      from: null,
    }),
  ).rejects.toMatchObject({ code: 'oidc_userinfo' });
  await directoryQuery("delete from directory.domains where domain = 'real.example'");
  await withTenant(firm, async (work) => {
    await addDomain(work, 'real.example');
    await markProven(work, 'real.example', 'dns');
  });
  expect((await signInByProvider({ tenantId, ...tokens, from: null })).email).toBe('lin@real.example');
});
