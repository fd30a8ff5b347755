import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { GET } from '@/app/api/v1/openapi.json/route';
import { operations } from './catalogue';

// biome-ignore lint/suspicious/noExplicitAny: a document of any shape
const document = async (): Promise<any> => (await GET()).json();

test('the document is valid OpenAPI 3.1', async () => {
  const result = await new Validator().validate(await document());
  expect(result.errors ?? []).toEqual([]);
  expect(result.valid).toBe(true);
});

test('it describes every operation, under a name of its own', async () => {
  const { paths } = await document();
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, { operationId: string }>).map(
      ([m, o]) => `${m.toUpperCase()} ${path} ${o.operationId}`,
    ),
  );
  expect(described.sort()).toEqual(operations.map((o) => `${o.method} ${o.path} ${o.id}`).sort());
  expect(new Set(operations.map((o) => o.id)).size).toBe(operations.length);
});

test.each(operations.map((o) => [o.id, o] as const))('%s declares what its path and method need', async (_, o) => {
  const inPath = [...o.path.matchAll(/\{(\w+)\}/g)].map((m) => m[1]);
  expect(Object.keys(o.params?.shape ?? {})).toEqual(inPath);
  expect(o.summary).not.toMatch(/\.$/);
  if (o.method === 'GET' || o.method === 'DELETE') expect(o.body).toBeUndefined();
  expect(o.status === 204).toBe(o.response === undefined);
});

test('references lead somewhere, and no component is only a reference', async () => {
  const all = await document();
  for (const schema of Object.values(all.components.schemas)) expect(schema).not.toHaveProperty('$ref');
  for (const [, name] of JSON.stringify(all).matchAll(/"#\/components\/schemas\/([^"]+)"/g))
    expect(all.components.schemas).toHaveProperty([name!]);
});
