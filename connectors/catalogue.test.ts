import { expect, test } from 'vitest';
import { z } from 'zod';
import { records } from '@/records/catalogue';
import { connectorNamed, connectors } from './catalogue';

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
