import { expect, test } from 'vitest';
import { z } from 'zod';
import { records } from '@/records/catalogue';
import { connectorNamed, connectors } from './catalogue';
import { connector, publicConfig } from './connector';

const targets = new Set(['sales_lines', ...records.map((r) => r.name)]);

test('every connector is found by its own id', () => {
  for (const c of connectors) expect(connectorNamed(c.id)).toBe(c);
  expect(connectorNamed('no-such')).toBeUndefined();
  expect(new Set(connectors.map((c) => c.id)).size).toBe(connectors.length);
});

test.each(connectors.map((c) => [c.id, c] as const))('%s keeps the contract', (id, c) => {
  expect(id).toMatch(/^[a-z][a-z0-9-]*$/);
  for (const text of [c.title, c.summary, ...Object.values(c.streams).map((s) => s.title)]) {
    expect(text.en).not.toBe('');
    expect(text.zh).toMatch(/[\u4e00-\u9fff]/);
  }
  expect(Object.keys(c.streams).length).toBeGreaterThan(0);
  for (const stream of Object.values(c.streams)) expect(targets).toContain(stream.target);
  expect(z.toJSONSchema(c.config)).toMatchObject({ type: 'object' });
  // A setting nobody knows is a typing error, not something to keep.
  expect(c.config.safeParse({ 'no such setting': 1 }).success).toBe(false);
});

test('a secret setting is never shown, nor one that is not declared', () => {
  const shop = connector({
    id: 'shop',
    kind: 'push',
    title: { en: 'Shop', zh: '店铺' },
    summary: { en: 'A shop.', zh: '店铺。' },
    config: z.object({ address: z.string(), token: z.string().meta({ secret: true }) }),
    streams: {},
  });
  expect(publicConfig(shop, { address: 'a', token: 't', old: 1 })).toEqual({ address: 'a' });
  expect(publicConfig(undefined, { token: 't' })).toEqual({});
});
