import {
  allowInsecureRequests,
  customFetch,
  discoveryRequest,
  OperationProcessingError,
  processDiscoveryResponse,
} from 'oauth4webapi';
import { now } from '@/lib/clock';
import { OutboundError, type OutboundReason, outbound } from '@/lib/outbound';
import { Refusal } from '../errors';

/** What a provider says of itself, as far as the sign-in needs it. */
export interface Discovered {
  /** As it stands in the provider's tokens. */
  issuer: string;
  authorizationEndpoint: string;
  tokenEndpoint: string;
  userinfoEndpoint: string | null;
  /** How the client shows its secret. */
  tokenAuth: 'client_secret_basic' | 'client_secret_post';
}

const codeOf: Record<OutboundReason, string> = {
  malformed: 'issuer_malformed',
  not_https: 'issuer_not_https',
  private_address: 'issuer_private',
  unknown_host: 'issuer_unknown_host',
  unreachable: 'issuer_unreachable',
  timeout: 'issuer_timeout',
  too_large: 'issuer_no_document',
};

/** The way to a provider: through the guard of everything that goes out. */
export const providerFetch = (url: string, init?: RequestInit): Promise<Response> =>
  outbound(url, {
    method: init?.method,
    headers: init?.headers,
    // The library hands over a URLSearchParams, whose type the header already says.
    body: init?.body instanceof URLSearchParams ? init.body.toString() : init?.body,
    signal: init?.signal,
  });

/** The request options of every call to a provider. Whether plain http may be spoken is for the guard to say. */
export const providerCall = { [customFetch]: providerFetch as never, [allowInsecureRequests]: true } as const;

const refusal = (code: string, params: Record<string, string | number>): Refusal =>
  new Refusal(code, 422, params, 'issuer');

/**
 * Reads a provider's discovery document. Refusals, each a sentence of what is wrong, at `issuer`: `issuer_private`,
 * `issuer_unknown_host`, `issuer_unreachable`, `issuer_timeout`, `issuer_no_document`, `issuer_mismatch`, `issuer_lacks`,
 * `issuer_no_code_flow`.
 */
export async function discover(issuer: string): Promise<Discovered> {
  const url = new URL(issuer);
  const { host } = url;
  try {
    const response = await discoveryRequest(url, providerCall);
    if (response.status !== 200) throw refusal('issuer_no_document', { host, status: response.status });
    const said = await response
      .clone()
      .json()
      .catch(() => null);
    if (typeof said?.issuer === 'string' && said.issuer !== url.href && said.issuer !== issuer)
      throw refusal('issuer_mismatch', { issuer, said: said.issuer.slice(0, 200) });
    const server = await processDiscoveryResponse(url, response);
    for (const endpoint of ['authorization_endpoint', 'token_endpoint'] as const)
      if (!server[endpoint] || !URL.canParse(server[endpoint])) throw refusal('issuer_lacks', { host, endpoint });
    const flows = server.response_types_supported;
    if (flows && !flows.includes('code')) throw refusal('issuer_no_code_flow', { host });
    const auth = server.token_endpoint_auth_methods_supported;
    return {
      issuer: server.issuer,
      authorizationEndpoint: server.authorization_endpoint!,
      tokenEndpoint: server.token_endpoint!,
      userinfoEndpoint: server.userinfo_endpoint ?? null,
      tokenAuth: auth && !auth.includes('client_secret_basic') ? 'client_secret_post' : 'client_secret_basic',
    };
  } catch (error) {
    if (error instanceof OutboundError) throw refusal(codeOf[error.reason], { host, value: issuer, status: 200 });
    if (error instanceof OperationProcessingError || error instanceof TypeError)
      throw refusal('issuer_no_document', { host, status: 200 });
    throw error;
  }
}

const keptMs = 5 * 60_000;
const kept = new Map<string, { at: number; found: Promise<Discovered> }>();

/** The same, kept for five minutes: a sign-in asks twice. What failed is asked for anew. */
export function discovered(issuer: string): Promise<Discovered> {
  const at = now().getTime();
  for (const [known, { at: since }] of kept) if (at - since > keptMs) kept.delete(known);
  const found = kept.get(issuer)?.found ?? discover(issuer);
  if (!kept.has(issuer)) {
    kept.set(issuer, { at, found });
    found.catch(() => kept.delete(issuer));
  }
  return found;
}
