import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { directoryQuery, useDatabase } from '@/db/client';
import { testDatabase } from '@/db/test-database';
import { sealedColumns } from './sealed-columns';

const db = await testDatabase();
beforeAll(() => useDatabase(db));
afterAll(() => db.drop());
afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

/** The modules as a process with these keys has them. */
async function withKeys(current: string, previous = '') {
  vi.resetModules();
  vi.stubEnv('ENCRYPTION_KEY', current);
  vi.stubEnv('ENCRYPTION_KEY_PREVIOUS', previous);
  const { seal, unseal } = await import('@/lib/seal');
  const { rotateKeys } = await import('./rotate-keys');
  return { seal, unseal, rotateKeys };
}

const oldKey = 'the key before, which is long enough to be one'.replace(',', '');
const newKey = 'the key of today which is long enough to be one';
const count = 450;

/** A row for each sealed column, and many letters, sealed by `seal`. */
async function fill(seal: (text: string, purpose: string) => string): Promise<void> {
  const { plant } = await import('./test-sealed');
  await plant(seal, count);
}

async function sealedTexts(): Promise<{ column: string; key: string; text: string; purpose: string }[]> {
  const found = [];
  for (const { table, column, key, purpose } of sealedColumns)
    for (const row of await directoryQuery<{ key: string; text: string }>(
      `select ${key}::text as key, ${column} as text from directory.${table} where ${column} is not null`,
    ))
      found.push({ column: `${table}.${column}`, ...row, purpose: purpose(row.key) });
  return found;
}

test('after a rotation the old key opens nothing, the new one all, and what was sealed before keys had names too', async () => {
  const before = await withKeys(oldKey);
  // Every third as texts were sealed before they named their key.
  let n = 0;
  await fill((text, purpose) => {
    const sealed = before.seal(text, purpose);
    return n++ % 3 ? sealed : sealed.split('.')[2]!;
  });
  const all = await sealedTexts();
  expect(new Set(all.map((s) => s.column)).size).toBe(sealedColumns.length);

  const meanwhile = await withKeys(newKey, oldKey);
  for (const s of all) expect(meanwhile.unseal(s.text, s.purpose)).not.toBeNull();
  const rotated = await meanwhile.rotateKeys();
  expect(rotated.find((r) => r.column === 'letters.props')).toMatchObject({
    resealed: count,
    current: 0,
    unreadable: 0,
  });
  for (const r of rotated) expect([r.column, r.resealed > 0, r.unreadable]).toEqual([r.column, true, 0]);
  // Run again, as after a crash, it finds nothing to do.
  for (const r of await meanwhile.rotateKeys()) expect([r.column, r.resealed, r.unreadable]).toEqual([r.column, 0, 0]);

  const now = await sealedTexts();
  expect(now).toHaveLength(all.length);
  const after = await withKeys(newKey);
  for (const s of now) expect(after.unseal(s.text, s.purpose)).toBe(`secret of ${s.column}`);
  const late = await withKeys(oldKey);
  for (const s of now) expect(late.unseal(s.text, s.purpose)).toBeNull();
});

test('what no key opens is counted and left as it is', async () => {
  const before = await sealedTexts();
  const other = await withKeys('quite another key that is long enough to be one');
  for (const r of await other.rotateKeys()) expect(r).toMatchObject({ resealed: 0, current: 0 });
  expect(await sealedTexts()).toEqual(before);
});

/** Purposes of sealed texts that are kept nowhere: they stand in addresses and cookies, for hours at most. */
const passing = ['app/account/two-factor/codes-cookie.ts', 'app/feeds/upload-ticket.ts'];

test('every file that seals is known: what it keeps is listed, or it keeps nothing', () => {
  const sealing = ['api', 'app', 'domain', 'workers', 'cli', 'db', 'emails'].flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .map((path) => `${room}/${path}`)
      .filter((path) => /\.tsx?$/.test(path) && !/(\.test|\/test-[^/]+)\.tsx?$/.test(path))
      .filter((path) => /(?<![\w.])seal\(/.test(readFileSync(path, 'utf8'))),
  );
  const keeping = [
    'domain/identity/provider.ts',
    'domain/mail/post-letter.ts',
    'domain/members/authenticator.ts',
    'domain/sealing/rotate-keys.ts',
  ];
  expect(sealing.sort()).toEqual([...passing, ...keeping].sort());
});

test('a key that the first start made is changed in its file, and stays the key of hashes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fairway-keys-'));
  const file = join(folder, 'secrets.json');
  const secrets = { AUTH_SECRET: 'a'.repeat(40), ENCRYPTION_KEY: oldKey };
  writeFileSync(file, JSON.stringify(secrets));
  vi.stubEnv('FAIRWAY_DATA_DIR', folder);
  await withKeys(newKey);
  const { makeOwnKey: refused } = await import('./own-key');
  await expect(refused()).rejects.toMatchObject({ code: 'key_not_own' });

  await withKeys(oldKey);
  await (await import('./own-key')).makeOwnKey();
  const made = JSON.parse(readFileSync(file, 'utf8'));
  expect(made).toMatchObject({ AUTH_SECRET: secrets.AUTH_SECRET, ENCRYPTION_KEY_PREVIOUS: oldKey, HASH_KEY: oldKey });
  expect(made.ENCRYPTION_KEY).not.toBe(oldKey);

  await withKeys(made.ENCRYPTION_KEY, made.ENCRYPTION_KEY_PREVIOUS);
  await (await import('./own-key')).forgetOwnKeys();
  const { ENCRYPTION_KEY_PREVIOUS: _, ...left } = made;
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(left);
  rmSync(folder, { recursive: true });
});
