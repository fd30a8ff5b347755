import { headers } from 'next/headers';
import NextAuth, { CredentialsSignin } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { Refusal } from '@/domain/errors';
import { type Claims, signInByProvider } from '@/domain/identity/sign-in-by-provider';
import { requireProvider } from '@/domain/identity/sign-in-rule';
import { closeSession, openSession, type SessionOrigin, sessionSeconds, sessionUser } from '@/domain/members/sessions';
import { redeemSignInLink } from '@/domain/members/sign-in-link';
import { verifyPassword } from '@/domain/members/verify-password';
import { callerAddress } from '@/lib/caller-address';
import { cookieName, underHttps } from '@/lib/cookie-name';
import { env } from '@/lib/env';
import { errorFields, log } from '@/lib/log';
import { firmProviders } from './firm-provider';
import { keepLanguage } from './keep-language';

/** Too many failures; `minutes` until the next try. */
export class TooManyAttempts extends CredentialsSignin {
  override code = 'too_many_attempts';
  constructor(readonly minutes: number) {
    super();
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

async function authorize(given: Partial<Record<string, unknown>>, request: Request) {
  try {
    const user = await verifyPassword({
      email: text(given.email),
      password: text(given.password),
      from: callerAddress(request.headers),
    });
    if (user) await requireProvider(user.id, 'password');
    return user;
  } catch (error) {
    // As for a wrong password: nobody learns that this one is right.
    if (error instanceof Refusal && error.code === 'sign_in_by_provider') return null;
    if (error instanceof Refusal && error.code === 'too_many_attempts')
      throw new TooManyAttempts(Number(error.params.minutes));
    throw error;
  }
}

/** The link is not good (any more): `code` is the refusal's. */
export class LinkRefused extends CredentialsSignin {
  constructor(override code: string) {
    super();
  }
}

/** Signs in by a mailed link, or by one that was issued a moment ago to who showed otherwise that the mailbox is theirs. */
async function authorizeLink(given: Partial<Record<string, unknown>>, request: Request) {
  try {
    const user = await redeemSignInLink(text(given.token), callerAddress(request.headers));
    await requireProvider(user.id, 'link');
    return user;
  } catch (error) {
    if (error instanceof Refusal) throw new LinkRefused(error.code);
    throw error;
  }
}

const methodOf: Record<string, SessionOrigin['method']> = { credentials: 'password', link: 'link' };

async function originOf(provider: unknown): Promise<SessionOrigin> {
  const from = await headers();
  const userAgent = from.get('user-agent');
  return { method: methodOf[String(provider)] ?? 'oidc', userAgent, address: callerAddress(from) };
}

/**
 * Whether who comes back from their firm's provider may come in. `user` is what the library goes on with: it becomes the person
 * here. What is refused is said on the sign-in page.
 */
async function cameByProvider(user: { id?: string }, provider: string, claims: unknown, accessToken: unknown) {
  try {
    const person = await signInByProvider({
      tenantId: provider.replace(/^oidc-/, ''),
      claims: claims as Claims,
      accessToken: typeof accessToken === 'string' ? accessToken : undefined,
      from: callerAddress(await headers()),
    });
    user.id = person.id;
    await keepLanguage(person);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return `/sign-in?error=${error.code}`;
    throw error;
  }
}

/** The cookie that holds the session's token. */
export const sessionCookie = 'authjs.session-token';

/** The library's cookies under names as all of ours have them; what else they are it knows. */
const libraryCookies = () => ({
  sessionToken: { name: cookieName(sessionCookie) },
  callbackUrl: { name: cookieName('authjs.callback-url') },
  csrfToken: { name: cookieName('authjs.csrf-token') },
  pkceCodeVerifier: { name: cookieName('authjs.pkce.code_verifier') },
  state: { name: cookieName('authjs.state') },
  nonce: { name: cookieName('authjs.nonce') },
});

/**
 * Sign-in. The cookie holds a random token and nothing else: where the library would write and read a signed token, we write
 * and read a row of directory.sessions, so that a session can be ended from here. The settings are asked for at each
 * request: a tenant's own identity provider will be among them.
 */
export const { handlers, auth, signIn } = NextAuth(async (request) => ({
  secret: env().AUTH_SECRET,
  trustHost: true,
  useSecureCookies: underHttps(),
  cookies: libraryCookies(),
  session: { strategy: 'jwt', maxAge: sessionSeconds },
  pages: { signIn: '/sign-in', error: '/sign-in' },
  providers: [
    Credentials({ credentials: { email: {}, password: { type: 'password' } }, authorize }),
    Credentials({ id: 'link', credentials: { token: {} }, authorize: authorizeLink }),
    ...(await firmProviders(request)),
  ],
  jwt: {
    encode: async ({ token }) =>
      typeof token?.sid === 'string' ? token.sid : openSession(String(token?.sub), await originOf(token?.provider)),
    async decode({ token }) {
      const user = token ? await sessionUser(token) : null;
      return user && { sub: user.id, sid: token, person: user };
    },
  },
  callbacks: {
    signIn: ({ user, account, profile }) =>
      account?.type === 'oidc' ? cameByProvider(user, account.provider, profile, account.access_token) : true,
    // Only at the sign-in there is an account: by which of the ways it went.
    jwt: ({ token, account }) => (account ? { ...token, provider: account.provider } : token),
    // What anybody may read at /api/auth/session: who it is, never the token.
    session: ({ session, token }) => ({ expires: session.expires, user: token.person as never }),
  },
  events: {
    async signOut(message) {
      if ('token' in message && typeof message.token?.sid === 'string') await closeSession(message.token.sid);
    },
  },
  logger: {
    // A wrong password and a session that is over are everyday. What a provider said of a person is not for the log.
    error(error) {
      const type = (error as { type?: string }).type ?? error.name;
      if (['CredentialsSignin', 'JWTSessionError'].includes(type)) return;
      const cause = (error.cause as { err?: unknown } | undefined)?.err;
      log('error', 'auth.failed', { type, ...errorFields(cause ?? error) });
    },
    warn() {},
    debug() {},
  },
}));
