import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Configuration } from 'oidc-provider';

/** What the provider says of whoever signs in with this name at its own page. */
export interface Account {
  email?: string;
  email_verified?: boolean;
  name?: string;
}

export const clientId = 'fairway';
export const clientSecret = 'a secret between the two: %&+ "quotes"';

/**
 * A real OpenID provider on loopback. Whoever types a name of `accounts` on its sign-in page is that account; any password
 * will do.
 */
export async function startOidc(options: {
  redirectUri: string;
  accounts: Record<string, Account>;
  /** Leaves the address out of the ID token, as some do. */
  thinToken?: boolean;
  /** More settings of the provider. */
  settings?: Configuration;
}) {
  let listener: (...args: never[]) => unknown = () => {};
  const server = createServer((request, response) => listener(request as never, response as never));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [options.redirectUri] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: options.thinToken ?? false,
    findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ sub: id, ...options.accounts[id] }) }),
    cookies: { keys: ['of a test'] },
    ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 600, Interaction: 600, Grant: 600, Session: 600 },
    ...options.settings,
  });
  listener = provider.callback() as never;
  return {
    issuer,
    async stop() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/**
 * What a browser does at the provider: signs in with a name on its page and agrees, up to the way back, whose address it
 * answers. Without a page, script or picture.
 */
export async function walkThrough(authorizationUrl: string, account: string): Promise<URL> {
  const jar = new Map<string, string>();
  const origin = new URL(authorizationUrl).origin;
  const go = async (url: URL, form?: URLSearchParams): Promise<URL> => {
    const answer = await fetch(url, {
      method: form ? 'POST' : 'GET',
      body: form,
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (value) jar.set(name!, value);
      else jar.delete(name!);
    }
    const location = answer.headers.get('location');
    if (location) {
      const next = new URL(location, url);
      return next.origin === origin ? go(next) : next;
    }
    const page = await answer.text();
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    if (!prompt) throw new Error(`The provider answered ${answer.status}: ${page.slice(0, 500)}`);
    return go(url, new URLSearchParams({ prompt, ...(prompt === 'login' && { login: account, password: 'any' }) }));
  };
  return go(new URL(authorizationUrl));
}
