import type { ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect } from 'vitest';
import { DELETE, GET, PATCH, POST, PUT } from '@/app/api/v1/[...path]/route';
import { createKey } from '@/domain/keys/create-key';
import type { MemberRole } from '@/domain/permissions';
import type { Access } from '@/domain/tenants/access';
import { withTenant } from '@/domain/work';
import { openApiDocument } from './openapi';
import { match } from './router';

const handlers: Record<string, (request: Request) => Promise<Response>> = { DELETE, GET, PATCH, POST, PUT };

const ajv = new Ajv2020({ strict: false, allErrors: true });
(addFormats as unknown as (a: typeof ajv) => void)(ajv);
interface Described {
  responses: Record<string, { content?: Record<string, { schema: object }> }>;
}

const paths = openApiDocument().paths as Record<string, Record<string, Described>>;
const checks = new Map<object, ValidateFunction>();

/** A schema of the document, able to look up its components. */
function checkOf(schema: object): ValidateFunction {
  const known = checks.get(schema);
  if (known) return known;
  const made = ajv.compile({ allOf: [schema], components: openApiDocument().components });
  checks.set(schema, made);
  return made;
}

/** Holds an answer against the OpenAPI document: status, media type and, for JSON, the schema. */
function expectDocumented(method: string, path: string, response: { status: number; type: string; text: string }) {
  const found = match(method, new URL(path, 'http://fairway.test').pathname);
  if (!found.found) {
    expect(response.type).toMatch('application/problem+json');
    return;
  }
  const { operation } = found;
  const answers = paths[operation.path]![operation.method.toLowerCase()]!.responses;
  const status = String(response.status) in answers ? String(response.status) : 'default';
  if (status === 'default') expect(response.status).toBeGreaterThanOrEqual(400);
  const { content } = answers[status]!;
  if (!content) {
    expect(response.text).toBe('');
    return;
  }
  const media = response.type.split(';')[0]!;
  expect(Object.keys(content)).toContain(media);
  if (!/[/+]json$/.test(media)) return;
  const check = checkOf(content[media]!.schema);
  const body: unknown = JSON.parse(response.text);
  if (!check(body))
    expect.fail(`${method} ${path} ${status}: ${ajv.errorsText(check.errors)}\n${response.text.slice(0, 2000)}`);
}

export interface Answered {
  status: number;
  headers: Headers;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: what a test asserts on is its own affair
  body: any;
}

export interface Call {
  /** JSON, unless it is a form or text. */
  body?: unknown;
  headers?: Record<string, string>;
}

/** Calls the API as a program would, through the route of the site; every answer is held against the OpenAPI document. */
export const client =
  (key?: string) =>
  async (method: string, path: string, { body, headers = {} }: Call = {}): Promise<Answered> => {
    const raw = typeof body === 'string' || body instanceof FormData || body === undefined;
    const request = new Request(`http://fairway.test/api/v1${path}`, {
      method,
      headers: {
        ...(key ? { authorization: `Bearer ${key}` } : {}),
        ...(raw ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: raw ? (body as string | FormData | undefined) : JSON.stringify(body),
    });
    const response = await handlers[method]!(request);
    const text = await response.text();
    const type = response.headers.get('content-type') ?? '';
    expectDocumented(method, `/api/v1${path}`, { status: response.status, type, text });
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: /[/+]json\b/.test(type) ? JSON.parse(text) : undefined,
    };
  };

/** A key of the tenant with that role, fresh. */
export const keyFor = async (access: Access, role: MemberRole): Promise<string> =>
  (await withTenant(access, (work) => createKey(work, { name: `test ${role}`, role }))).key;

/** A form with a file and a mapping, as the browser or curl sends it. */
export function fileForm(text: string | Uint8Array, mapping?: object, fileName = 'sales.csv'): FormData {
  const form = new FormData();
  form.set('file', new Blob([text as BlobPart]), fileName);
  if (mapping) form.set('mapping', JSON.stringify(mapping));
  return form;
}
