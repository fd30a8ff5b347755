import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { discover as Discover } from './discover';
import { startOidc } from './test-oidc';

let discover: typeof Discover;
beforeAll(async () => {
  // The provider of the test is on this machine.
  vi.stubEnv('ALLOW_PRIVATE_NETWORK', 'true');
  vi.resetModules();
  ({ discover } = await import('./discover'));
});

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function serve(listener: RequestListener): Promise<string> {
  const server: Server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  stops.push(() => new Promise((done) => server.close(done).closeAllConnections()));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const saying = (document: (issuer: string) => unknown): Promise<string> =>
  serve((request, answer) => {
    const issuer = `http://${request.headers.host}`;
    answer.setHeader('content-type', 'application/json');
    answer.end(JSON.stringify(document(issuer)));
  });

const whole = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/auth`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
  response_types_supported: ['code'],
});

it('reads what a real provider says of itself', async () => {
  const oidc = await startOidc({ redirectUri: 'http://localhost/back', accounts: {} });
  stops.push(oidc.stop);
  expect(await discover(oidc.issuer)).toEqual({
    issuer: oidc.issuer,
    authorizationEndpoint: `${oidc.issuer}/auth`,
    tokenEndpoint: `${oidc.issuer}/token`,
    userinfoEndpoint: `${oidc.issuer}/me`,
    tokenAuth: 'client_secret_basic',
  });
});

it('takes an issuer with a path or a slash at its end, and a provider that wants the secret in the body', async () => {
  const issuer = await serve((request, answer) => {
    const own = `http://${request.headers.host}/tenant/v2.0`;
    if (request.url !== '/tenant/v2.0/.well-known/openid-configuration') return void answer.writeHead(404).end();
    answer.setHeader('content-type', 'application/json');
    answer.end(JSON.stringify({ ...whole(own), token_endpoint_auth_methods_supported: ['client_secret_post'] }));
  });
  expect(await discover(`${issuer}/tenant/v2.0`)).toMatchObject({
    issuer: `${issuer}/tenant/v2.0`,
    tokenAuth: 'client_secret_post',
    userinfoEndpoint: null,
  });
  const slash = await saying((own) => whole(`${own}/`));
  expect((await discover(slash)).issuer).toBe(`${slash}/`);
});

describe('says what is wrong', () => {
  it.each([
    [
      'another issuer',
      (issuer: string) => ({ ...whole(issuer), issuer: 'https://elsewhere.example' }),
      'issuer_mismatch',
    ],
    ['no token endpoint', (issuer: string) => ({ ...whole(issuer), token_endpoint: undefined }), 'issuer_lacks'],
    [
      'no code flow',
      (issuer: string) => ({ ...whole(issuer), response_types_supported: ['id_token'] }),
      'issuer_no_code_flow',
    ],
    ['no issuer', () => ({}), 'issuer_no_document'],
    ['no object', () => 'hello', 'issuer_no_document'],
  ])('%s', async (_, document, code) => {
    await expect(discover(await saying(document as never))).rejects.toMatchObject({ code, field: 'issuer' });
  });

  it('no document, another kind of answer, a redirect, endless answers', async () => {
    const missing = await serve((_, answer) => answer.writeHead(404).end('nothing'));
    await expect(discover(missing)).rejects.toMatchObject({ code: 'issuer_no_document', params: { status: 404 } });
    const page = await serve((_, answer) => answer.end('<html>Sign in</html>'));
    await expect(discover(page)).rejects.toMatchObject({ code: 'issuer_no_document' });
    const away = await serve((_, answer) => answer.writeHead(302, { location: 'https://elsewhere.example' }).end());
    await expect(discover(away)).rejects.toMatchObject({ code: 'issuer_no_document', params: { status: 302 } });
    const endless = await serve((_, answer) => answer.end(' '.repeat(2_000_000)));
    await expect(discover(endless)).rejects.toMatchObject({ code: 'issuer_no_document' });
  });

  it('nobody there, an unknown host, a private address', async () => {
    const gone = await saying(whole);
    await stops.pop()!();
    await expect(discover(gone)).rejects.toMatchObject({ code: 'issuer_unreachable' });
    await expect(discover('https://nobody.invalid')).rejects.toMatchObject({ code: 'issuer_unknown_host' });
    await expect(discover('https://169.254.169.254')).rejects.toMatchObject({ code: 'issuer_private' });
  });
});

it('calls nobody on this machine unless the setting allows it', async () => {
  vi.stubEnv('ALLOW_PRIVATE_NETWORK', 'false');
  vi.resetModules();
  const guarded = (await import('./discover')).discover;
  for (const issuer of ['https://localhost:9443', 'https://127.0.0.1', 'https://10.0.0.1', 'https://169.254.169.254'])
    await expect(guarded(issuer)).rejects.toMatchObject({ code: 'issuer_private' });
});
