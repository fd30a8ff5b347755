import { AsyncLocalStorage } from 'node:async_hooks';
import { customFetch } from 'next-auth';
import type { OIDCConfig } from 'next-auth/providers';
import { discovered, providerFetch } from '@/domain/identity/discover';
import { providerSecrets } from '@/domain/identity/provider';
import { providerId } from '@/domain/identity/provider-purpose';
import { env } from '@/lib/env';
import { log } from '@/lib/log';

const asked = new AsyncLocalStorage<string>();

/** Runs a sign-in in which the provider of this firm takes part. */
export const withFirmProvider = <T>(tenantId: string, run: () => Promise<T>): Promise<T> => asked.run(tenantId, run);

const callback = /\/api\/auth\/callback\/oidc-([0-9a-f-]{36})$/;

/** The firm whose provider sent somebody back here with this request, or that is signed in with just now. */
const firmOf = (request: Request | undefined): string | undefined =>
  request ? callback.exec(new URL(request.url).pathname)?.[1] : asked.getStore();

/** The address to which a firm's provider sends people back. */
export const redirectUri = (tenantId: string): string => `${env().APP_URL}/api/auth/callback/${providerId(tenantId)}`;

/**
 * The provider of the firm that this request is about, for the sign-in library; none for all other requests. Its endpoints are
 * those of its discovery document, and the way to them is guarded. Code flow with PKCE, state and nonce.
 */
export async function firmProviders(request: Request | undefined): Promise<OIDCConfig<Record<string, unknown>>[]> {
  const tenantId = firmOf(request);
  const settings = tenantId && (await providerSecrets(tenantId));
  if (!tenantId || !settings) return [];
  try {
    const server = await discovered(settings.issuer);
    return [
      {
        id: providerId(tenantId),
        name: settings.name,
        type: 'oidc',
        issuer: server.issuer,
        clientId: settings.clientId,
        clientSecret: settings.clientSecret,
        client: { token_endpoint_auth_method: server.tokenAuth },
        checks: ['pkce', 'state', 'nonce'],
        authorization: server.authorizationEndpoint,
        token: server.tokenEndpoint,
        ...(server.userinfoEndpoint && { userinfo: server.userinfoEndpoint }),
        profile: (claims) => ({ id: String(claims.sub) }),
        [customFetch]: providerFetch as typeof fetch,
      },
    ];
  } catch (error) {
    log('warn', 'provider.unavailable', { tenant: tenantId, code: (error as { code?: string }).code ?? 'unknown' });
    return [];
  }
}
