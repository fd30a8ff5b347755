import { expect, test } from 'vitest';
import { directoryQuery } from '@/db/client';
import { ownDatabase } from '@/db/test-own-database';
import { proposeSlug, slugOf } from './propose-slug';
import { isSlug } from './slug';

ownDatabase();

test.each([
  ['Morning Sail Trading Ltd.', 'morning-sail-trading-ltd'],
  ['晨帆贸易', 'chen-fan-mao-yi'],
  ['绿洲 Oasis 照明', 'lv-zhou-oasis-zhao-ming'],
  ['Café Łódź & Söhne', 'cafe-odz-sohne'],
  ["O'Neill's", 'oneills'],
  ['محمد', 'firm'],
  ['🚀🚀', 'firm'],
  ['   ', 'firm'],
  ['x'.repeat(300), 'x'.repeat(35)],
])('%j becomes %s', (name, slug) => expect(slugOf(name)).toBe(slug));

test('what is proposed is free and may be used', async () => {
  await directoryQuery(
    `insert into directory.tenants (slug, name) values ('acme', 'a'), ('acme-2', 'b'), ('acme-4', 'c')`,
  );
  expect(await proposeSlug('ACME')).toBe('acme-3');
  for (const name of ['account', 'x', '', '晨'.repeat(200), '%', '_', "'"])
    expect(isSlug(await proposeSlug(name))).toBe(true);
});
