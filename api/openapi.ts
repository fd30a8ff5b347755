import type { z } from 'zod';
import { permissions } from '@/domain/permissions';
import { callsPerMinute } from './allowance';
import type { Body } from './body';
import { operations } from './catalogue';
import { Components, type Json } from './components';
import type { Operation } from './operation';
import { basePath } from './router';
import { Problem } from './shapes/problem';

function parameters(operation: Operation, components: Components): Json[] {
  const of = (schema: z.ZodObject | undefined, place: 'path' | 'query') =>
    Object.entries(schema?.shape ?? {}).map(([name, part]) => ({
      name,
      in: place,
      required: place === 'path' || !(part as z.ZodType).safeParse(undefined).success,
      description: (part as z.ZodType).meta()?.description,
      schema: components.use(part as z.ZodType, 'input'),
    }));
  const once = {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description: 'The same key with the same request gets the first answer again, for 24 hours',
    schema: { type: 'string', minLength: 1, maxLength: 255 },
  };
  return [
    ...of(operation.params, 'path'),
    ...of(operation.query, 'query'),
    ...(operation.method === 'POST' ? [once] : []),
  ];
}

function requestBody(body: Body, components: Components): Json {
  if (body.kind === 'json')
    return { required: true, content: { 'application/json': { schema: components.use(body.schema, 'input') } } };
  if (body.kind === 'file')
    return { required: true, content: Object.fromEntries(Object.keys(body.media).map((media) => [media, {}])) };
  const fields = components.use(body.fields, 'input') as { properties?: Json; required?: string[] };
  const schema = {
    type: 'object',
    properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' }, ...fields.properties },
    required: ['file', ...(fields.required ?? [])],
  };
  const encoding = Object.fromEntries(
    Object.keys(fields.properties ?? {}).map((name) => [name, { contentType: 'application/json' }]),
  );
  return { required: true, content: { 'multipart/form-data': { schema, encoding } } };
}

function responses(operation: Operation, components: Components): Json {
  const answers: Record<string, { description: string; content?: Json }> = {
    [operation.status]: { description: operation.summary },
  };
  if (operation.response)
    answers[operation.status]!.content = {
      'application/json': { schema: components.use(operation.response, 'output') },
    };
  for (const variant of operation.variants ?? []) {
    const content: Json = variant.schema
      ? { 'application/json': { schema: components.use(variant.schema, 'output') } }
      : Object.fromEntries((variant.media ?? []).map((media) => [media, { schema: { type: 'string' } }]));
    const known = answers[variant.status];
    answers[variant.status] = {
      description: known ? `${known.description}. ${variant.summary}` : variant.summary,
      content: { ...known?.content, ...content },
    };
  }
  const problem = { 'application/problem+json': { schema: components.use(Problem, 'output') } };
  return { ...answers, default: { description: 'What went wrong (RFC 9457)', content: problem } };
}

function build(): Json {
  const components = new Components();
  const paths: Record<string, Json> = {};
  const answered = operations.map((operation) => [operation, responses(operation, components)] as const);
  for (const [operation, answers] of answered) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: {
        operationId: operation.id,
        summary: operation.summary,
        description: `Needs the permission ${operation.permission}: ${permissions[operation.permission].join(', ')}.`,
        tags: [operation.path.split('/')[1]],
        parameters: parameters(operation, components),
        ...(operation.body ? { requestBody: requestBody(operation.body, components) } : {}),
        responses: answers,
      },
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Fairway',
      version: '1',
      description: `A key belongs to one tenant, has a role and may run out. It has ${callsPerMinute} calls a minute, told in RateLimit-Limit, RateLimit-Remaining and RateLimit-Reset (seconds); beyond them 429 with Retry-After. Instants are ISO 8601 with offset, days are cut by the tenant’s zone, money is a decimal string with its currency. Lists are pages of { data, next }. What belongs to another tenant is not found.`,
    },
    servers: [{ url: basePath }],
    security: [{ key: [] }],
    paths,
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'An API key, fw_…' } },
      schemas: components.schemas,
    },
  };
}

let built: Json | undefined;

/** The OpenAPI 3.1 document, derived from the schemas that check requests and answers. */
export const openApiDocument = (): Json => {
  built ??= build();
  return built;
};
