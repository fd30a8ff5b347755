import { lookup } from 'node:dns/promises';
import ipaddr from 'ipaddr.js';
import { Agent, type Dispatcher, fetch } from 'undici';
import { env } from './env';

/** Why nothing came back from an address that somebody gave us. */
export type OutboundReason =
  | 'malformed'
  | 'not_https'
  | 'private_address'
  | 'unknown_host'
  | 'unreachable'
  | 'timeout'
  | 'too_large';

export class OutboundError extends Error {
  override name = 'OutboundError';
  constructor(
    readonly reason: OutboundReason,
    readonly host: string,
    options?: ErrorOptions,
  ) {
    super(`${reason}: ${host}`, options);
  }
}

/** Ranges of a firm's own machines and of this one; open only where ALLOW_PRIVATE_NETWORK says so. */
const ownRanges: ReadonlySet<string> = new Set(['loopback', 'private', 'uniqueLocal']);

/**
 * Whether an IP address may be called. Public ones always; those of private networks and this machine where they are allowed;
 * never link-local ones, where clouds tell their machines' secrets, nor what only wraps another address.
 */
export function mayCall(address: string, allowPrivate: boolean): boolean {
  if (!ipaddr.isValid(address)) return false;
  const range = ipaddr.process(address).range();
  return range === 'unicast' || (allowPrivate && ownRanges.has(range));
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || (ipaddr.isValid(host) && ipaddr.process(host).range() === 'loopback');

/** Checks what can be seen in the address itself. */
function checkedUrl(given: string | URL, allowPrivate: boolean): URL {
  if (!URL.canParse(String(given))) throw new OutboundError('malformed', String(given).slice(0, 200));
  const url = new URL(given);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (url.username || url.password) throw new OutboundError('malformed', host);
  const plain = url.protocol === 'http:' && allowPrivate && isLoopback(host);
  if (url.protocol !== 'https:' && !plain) throw new OutboundError('not_https', host);
  // A name is resolved, and checked, when the connection is made; an address in figures is not looked up.
  if (ipaddr.isValid(host) && !mayCall(host, allowPrivate)) throw new OutboundError('private_address', host);
  return url;
}

/** Connects only to addresses that were checked: those of the look-up are the ones that are dialled. */
const agentFor = (allowPrivate: boolean): Agent =>
  new Agent({
    connect: {
      timeout: 10_000,
      lookup(host, options, done) {
        lookup(host, { all: true, family: options.family }).then(
          (found) => {
            const open = found.filter(({ address }) => mayCall(address, allowPrivate));
            if (open.length < found.length || open.length === 0) done(new OutboundError('private_address', host), []);
            else if (options.all) done(null, open);
            else done(null, open[0]!.address, open[0]!.family);
          },
          (error: Error) => done(new OutboundError('unknown_host', host, { cause: error }), []),
        );
      },
    },
  });

const agents = new Map<boolean, Agent>();
function agent(allowPrivate: boolean): Dispatcher {
  let known = agents.get(allowPrivate);
  if (!known) {
    known = agentFor(allowPrivate);
    agents.set(allowPrivate, known);
  }
  return known;
}

export interface OutboundLimits {
  /** For everything from the look-up to the last byte. */
  timeoutMs?: number;
  /** Of the answer, unpacked. */
  maxBytes?: number;
  /** How many redirects of a GET are followed, each address checked like the first. Without it the redirect is the answer. */
  redirects?: number;
  /** Whether machines of private networks may be called; the setting ALLOW_PRIVATE_NETWORK. */
  allowPrivate?: boolean;
}

/** The error that undici wraps, if it is ours. */
function ours(error: unknown): OutboundError | null {
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof OutboundError) return at;
  return null;
}

const isTimeout = (error: unknown): boolean => {
  for (let at = error; at instanceof Error; at = at.cause)
    if (at.name === 'TimeoutError' || /timeout/i.test((at as { code?: string }).code ?? '')) return true;
  return false;
};

/**
 * The one way out to an address that somebody gave us (identity providers, shops, hooks): https, no machine of a private
 * network (also not by a name that leads there, or a redirect), an end to waiting, and to reading. The whole answer is read
 * before it is returned. Error: OutboundError.
 */
export async function outbound(
  given: string | URL,
  init: { method?: string; headers?: HeadersInit; body?: BodyInit | null; signal?: AbortSignal | null } = {},
  limits: OutboundLimits = {},
): Promise<Response> {
  const { timeoutMs = 10_000, maxBytes = 1_000_000, redirects = 0 } = limits;
  const allowPrivate = limits.allowPrivate ?? env().ALLOW_PRIVATE_NETWORK;
  const timeout = AbortSignal.timeout(timeoutMs);
  const signal = init.signal ? AbortSignal.any([timeout, init.signal]) : timeout;
  let url = checkedUrl(given, allowPrivate);
  try {
    for (let left = redirects; ; left--) {
      const answer = await fetch(url, {
        method: init.method,
        // The platform's own types of these are undici's of another version.
        headers: init.headers as never,
        body: init.body as never,
        signal,
        redirect: 'manual',
        dispatcher: agent(allowPrivate),
      });
      const onwards = answer.headers.get('location');
      if (left > 0 && onwards && answer.status >= 300 && answer.status < 400 && (init.method ?? 'GET') === 'GET') {
        await answer.body?.cancel();
        url = checkedUrl(new URL(onwards, url), allowPrivate);
        continue;
      }
      const body = await readBody(answer.body, maxBytes, url.hostname);
      const empty = [101, 204, 205, 304].includes(answer.status);
      return new Response(empty ? null : body, {
        status: answer.status,
        headers: [...answer.headers].filter(([name]) => name !== 'content-encoding' && name !== 'content-length'),
      });
    }
  } catch (error) {
    const known = ours(error);
    if (known) throw known;
    if (init.signal?.aborted) throw error;
    throw new OutboundError(isTimeout(error) ? 'timeout' : 'unreachable', url.hostname, { cause: error });
  }
}

async function readBody(
  body: AsyncIterable<Uint8Array> | null,
  maxBytes: number,
  host: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body ?? []) {
    size += part.byteLength;
    if (size > maxBytes) throw new OutboundError('too_large', host);
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}
