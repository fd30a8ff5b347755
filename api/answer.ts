import { createHash } from 'node:crypto';
import { ReadableStream } from 'node:stream/web';
import { Refusal } from '@/domain/errors';
import { answerOnce } from '@/domain/idempotency/answer-once';
import { removeUpload } from '@/domain/ingest/remove-upload';
import { may } from '@/domain/permissions';
import { refusedRight } from '@/domain/refused-right';
import { type Locale, localeFor, textOf } from '@/domain/sentence';
import type { Access } from '@/domain/tenants/access';
import { type Work, withTenant } from '@/domain/work';
import { allowanceHeaders, takeCall } from './allowance';
import { authenticate } from './authenticate';
import { checked } from './malformed';
import { type Operation, Reply, Streamed } from './operation';
import { problemOf, problemResponse } from './problem';
import { type ReadBody, readBody } from './read-body';
import { match } from './router';

/** Answers any request below /api/v1. Never throws: what goes wrong is an RFC 9457 answer. */
export async function answer(request: Request): Promise<Response> {
  const locale = localeFor(request.headers.get('accept-language'));
  const url = new URL(request.url);
  const headers: Record<string, string> = {};
  try {
    const matched = match(request.method, url.pathname);
    if (!matched.found) return unmatched(matched.allowed, locale);
    const { operation } = matched;
    const access = await authenticate(request);
    const allowance = takeCall(access.actor.id);
    Object.assign(headers, allowanceHeaders(allowance));
    if (!allowance.allowed) throw new Refusal('too_many_calls', 429, { seconds: allowance.resetSeconds });
    if (!may(access.actor.role, operation.permission)) throw refusedRight(access, operation.permission, 'forbidden');
    const params = paramsOf(operation, matched.params);
    const query = queryOf(operation, url, locale);
    const reply = await perform(operation, request, access, { params, query, locale });
    return respond(reply, access, locale, headers);
  } catch (error) {
    return problemOf(error, locale, headers);
  }
}

function unmatched(allowed: string[], locale: Locale): Response {
  const status = allowed.length ? 405 : 404;
  const code = allowed.length ? 'method_not_allowed' : 'no_such_path';
  const detail = textOf(locale, `api.details.${code}`, { methods: allowed.join(', ') });
  return problemResponse({ status, code, detail }, locale, allowed.length ? { allow: allowed.join(', ') } : {});
}

/** What cannot be an id is not found either. */
function paramsOf(operation: Operation, given: Record<string, string>): unknown {
  if (!operation.params) return {};
  const parsed = operation.params.safeParse(given);
  if (!parsed.success) throw new Refusal('not_found', 404, { what: String(parsed.error.issues[0]?.path[0] ?? 'id') });
  return parsed.data;
}

function queryOf(operation: Operation, url: URL, locale: Locale): unknown {
  const given: Record<string, string> = {};
  for (const [name, value] of url.searchParams) {
    if (Object.hasOwn(given, name)) throw new Refusal('query_repeated', 400, { name }, name);
    if (value.includes('\0')) throw new Refusal('value_unusable', 400, {}, name);
    given[name] = value;
  }
  const schema = operation.query;
  if (schema) return checked(schema.strict(), given, 'query', locale);
  const [unknown] = Object.keys(given);
  if (unknown) throw new Refusal('query_unknown', 400, { name: unknown }, unknown);
  return {};
}

interface Given {
  params: unknown;
  query: unknown;
  locale: Locale;
}

async function perform(
  operation: Operation,
  request: Request,
  access: Access,
  given: Given,
): Promise<Reply | Streamed> {
  const key = keyOf(operation, request, given.query);
  let body: ReadBody = { value: undefined, digest: '' };
  if (operation.body) {
    if (operation.admit) await withTenant(access, (work) => operation.admit!(work, given));
    body = await readBody(request, operation.body, access, given.locale);
  }
  let kept = false;
  try {
    const answer = async (work: Work) => {
      const run = async () => asReply(operation, await operation.run(work, { ...given, body: body.value }));
      if (!key) return { reply: await run(), repeated: false };
      const url = new URL(request.url);
      const what = `${request.method} ${url.pathname}${url.search} ${body.digest}`;
      const once = await answerOnce(work, key, createHash('sha256').update(what).digest('hex'), async () => {
        const reply = await run();
        if (reply instanceof Streamed) throw new Error(`${operation.id} streams, so it cannot be answered once`);
        return operation.kept ? { ...reply, kept: operation.kept(reply.body) } : reply;
      });
      const headers: Record<string, string> = once.repeated ? { 'idempotency-replayed': 'true' } : {};
      return { reply: new Reply(once.status, once.body, headers), repeated: once.repeated };
    };
    const { reply, repeated } = await withTenant(access, answer, { reads: operation.method === 'GET' });
    kept = !repeated && reply instanceof Reply && reply.status === 202;
    return reply;
  } finally {
    // An upload that no run took over (refused, previewed, or a repeat) is removed.
    if (body.upload && !kept) await removeUpload(access, body.upload);
  }
}

function keyOf(operation: Operation, request: Request, query: unknown): string | null {
  const key = request.headers.get('idempotency-key');
  if (key === null || operation.method !== 'POST' || operation.changesNothing?.(query)) return null;
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) throw new Refusal('idempotency_key_malformed', 400, {}, 'Idempotency-Key');
  return key;
}

function asReply(operation: Operation, result: unknown): Reply | Streamed {
  if (result instanceof Reply || result instanceof Streamed) return result;
  return new Reply(operation.status, operation.response ? result : undefined);
}

function respond(reply: Reply | Streamed, access: Access, locale: Locale, headers: Record<string, string>): Response {
  const all = { 'cache-control': 'no-store', 'content-language': locale, ...headers };
  if (reply instanceof Streamed) {
    const bytes = ReadableStream.from(encoded(reply.text(access))) as unknown as BodyInit;
    return new Response(bytes, {
      headers: {
        ...all,
        'content-type': reply.contentType,
        'content-disposition': `attachment; filename="${reply.fileName}"`,
        'x-content-type-options': 'nosniff',
      },
    });
  }
  if (reply.body === undefined)
    return new Response(null, { status: reply.status, headers: { ...all, ...reply.headers } });
  return new Response(JSON.stringify(reply.body), {
    status: reply.status,
    headers: { ...all, 'content-type': 'application/json; charset=utf-8', ...reply.headers },
  });
}

async function* encoded(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const text of texts) yield encoder.encode(text);
}
